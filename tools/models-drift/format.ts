import type { Drift } from './compare.ts';

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 197)}...` : text;
};

/** Like a diff: a heading for each model, a line for each side of each difference. */
export function formatDrift(drift: readonly Drift[], compiled: string): string {
  if (drift.length === 0) return `KIE says nothing that the catalogue of ${compiled} does not say.`;
  const byModel = new Map<string, Drift[]>();
  for (const one of drift) byModel.set(one.model, [...(byModel.get(one.model) ?? []), one]);
  const blocks = [...byModel].map(([model, facts]) => {
    const lines = facts.flatMap(({ field, what, ours, live }) => [
      `  ${field} ${what}`,
      ...(ours === undefined ? [] : [`  - ${shown(ours)}`]),
      ...(live === undefined ? [] : [`  + ${shown(live)}`]),
    ]);
    return [model, ...lines].join('\n');
  });
  const sum = `${drift.length} differences in ${byModel.size} models; - is models/kie_models.yaml (${compiled}), + is KIE today. Nothing was changed.`;
  return [...blocks, sum].join('\n\n');
}
