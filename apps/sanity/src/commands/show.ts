import { jsonSchema, quote, registry, type Field, type Model, type Rule } from '@kie/registry';
import { minimalInput } from '@kie/validator';
import { exitCodes } from '../cli/exit-codes.ts';
import type { Invocation } from '../cli/options.ts';
import type { CliWorld } from '../cli/world.ts';
import { UsageError } from '../usage-error.ts';
import { columns, heading } from './words.ts';

const SHOWN_VALUES = 10;

function limitsOf(field: Field): string {
  const { values, min, max, maxLength, minItems, maxItems, media, specialValues } = field;
  const parts: string[] = [];
  if (values !== undefined) {
    const more = values.length > SHOWN_VALUES ? `, ... (${values.length})` : '';
    parts.push(
      values
        .slice(0, SHOWN_VALUES)
        .map((value) => JSON.stringify(value))
        .join(', ') + more,
    );
  }
  if (min !== undefined || max !== undefined) parts.push(`${min ?? ''}..${max ?? ''}`);
  if (specialValues !== undefined) parts.push(`or ${specialValues.join(', ')}`);
  if (maxLength !== undefined) parts.push(`up to ${maxLength} characters`);
  if (maxItems !== undefined) parts.push(`${minItems ?? 0}..${maxItems} items`);
  if (media !== undefined)
    parts.push(media.kind + (media.maxMb === undefined ? '' : ` up to ${media.maxMb} MB`));
  return parts.join('; ');
}

function fieldRow(field: Field, indent = ''): string[][] {
  const need = field.required ? (field.default === undefined ? 'required' : 'required*') : '';
  const usual = field.default === undefined ? '' : JSON.stringify(field.default);
  const type = field.type === 'array' ? `${field.itemType ?? 'string'}[]` : field.type;
  const row = [indent + field.name, type, need, usual, limitsOf(field)];
  return [row, ...(field.itemFields ?? []).flatMap((inner) => fieldRow(inner, `${indent}  `))];
}

function ruleWords(rule: Rule): string {
  if (rule.text !== undefined) return rule.text;
  const { kind, ...rest } = rule;
  const facts = Object.entries(rest).map(([key, value]) => `${key} ${JSON.stringify(value)}`);
  return `${kind.replaceAll('_', ' ')}: ${facts.join(', ')}`;
}

/** An input that works: what the model requires, with addresses to put one's own in place of. */
export function exampleOf(model: Model): Record<string, unknown> {
  return minimalInput(model, (field) => `https://example.com/${field.media?.kind ?? 'file'}`);
}

/** `kie-sanity show MODEL`: what the catalogue knows. */
export function show(
  { model: id, options }: Extract<Invocation, { command: 'show' }>,
  world: CliWorld,
): number {
  const { error } = registry.resolve(id);
  const model = registry.get(id);
  if (model === undefined) throw new UsageError(error?.message ?? `There is no model "${id}".`);
  const example = exampleOf(model);
  const price = quote(model, example);
  if (options.json === true) {
    world.out(`${JSON.stringify({ model, price, example, schema: jsonSchema(model) }, undefined, 2)}\n`);
    return exitCodes.ok;
  }
  const { look, out } = world;
  out(
    `${model.title} (${model.vendor})\n${model.type} -> ${model.output}, ${model.status}, ${model.confidence}\n`,
  );
  if (model.docsUrl !== undefined) out(`${model.docsUrl}\n`);
  if (error !== undefined) out(`${error.message}\n`);
  if (model.fields.length > 0) {
    out(heading('Fields', look));
    out(
      columns(
        [['name', 'type', '', 'default', 'allowed'], ...model.fields.flatMap((f) => fieldRow(f))],
        look,
      ),
    );
    out('required*: KIE wants it, the default is filled in for you.\n');
  }
  const words = [...(model.rules ?? []).map(ruleWords), ...(model.notes ?? [])];
  if (words.length > 0)
    out(`${heading('Rules and notes', look)}${words.map((line) => `- ${line}\n`).join('')}`);
  out(heading('Price', look));
  const credits =
    price.kind === 'unknown' ? '' : `${price.kind === 'upTo' ? 'up to ' : ''}${price.credits} credits: `;
  out(`${credits}${price.reason}${model.price === undefined ? '' : ` (as of ${model.price.asOf})`}\n`);
  if (model.status === 'active') out(`${heading('Example', look)}${JSON.stringify(example, undefined, 2)}\n`);
  return exitCodes.ok;
}
