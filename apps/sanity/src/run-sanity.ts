import { registry as builtIn, type Registry } from '@kie/registry';
import { createGenerationHandler } from '@kie/universal-handler';
import { createValidator } from '@kie/validator';
import { estimate, makePlan, type PlanItem } from './plan/plan.ts';
import type { Selection } from './plan/selection.ts';
import type { Connection } from './run/connection.ts';
import { inPool } from './run/pool.ts';
import type { Row } from './run/row.ts';
import { runModel } from './run/run-model.ts';
import { UsageError } from './usage-error.ts';

/** For {@link runSanity}. Everything has a default. */
export interface SanityOptions {
  readonly selection?: Selection;
  /** Generate, validate and quote only. */
  readonly dryRun?: boolean;
  /**
   * Run against KIE itself, or whatever answers there; this spends money. Without it an emulator is started, and
   * everything is simulated.
   */
  readonly live?: Connection;
  /** Spend no more than this, in credits: refused beforehand when the plan may cost more, or its cost is unknown. */
  readonly maxCredits?: number;
  /** Models at the same time. Default 4. */
  readonly concurrency?: number;
  /** The longest wait for one model, in ms. Default 900 000. */
  readonly timeoutMs?: number;
  readonly registry?: Registry;
  readonly signal?: AbortSignal;
  /** What will be done, before it is done. What it throws ends the run. */
  readonly onPlan?: (plan: readonly PlanItem[]) => void | Promise<void>;
  /** A task was created. */
  readonly onTask?: (model: string, taskId: string) => void;
  /** What a model is doing now, in a few words. */
  readonly onState?: (model: string, state: string) => void;
  /** A model is done, in the order in which they end. */
  readonly onRow?: (row: Row) => void;
  readonly now?: () => number;
}

/** What a run found. */
export interface SanityReport {
  readonly mode: 'emulator' | 'live' | 'dry-run';
  readonly rows: readonly Row[];
  /** Nothing failed and nothing was interrupted; what was skipped or has no model does not count. */
  readonly ok: boolean;
  readonly credits: number;
}

function rowWithoutRun(item: Exclude<PlanItem, { kind: 'run' }>): Row {
  const { type, reason } = item;
  if (item.kind === 'absent') return { type, status: 'absent', note: reason };
  return { type, model: item.model.id, status: item.kind === 'skip' ? 'skipped' : 'failed', note: reason };
}

function dryRow(item: Extract<PlanItem, { kind: 'run' }>): Row {
  const { type, model, quote } = item;
  const credits = quote.kind === 'unknown' ? {} : { credits: quote.credits };
  return { type, model: model.id, status: 'ok', ...credits, note: `valid; ${quote.reason}` };
}

function refuseDearPlan(plan: readonly PlanItem[], maxCredits: number | undefined): void {
  if (maxCredits === undefined) return;
  const { credits, unknown } = estimate(plan);
  if (unknown.length > 0) {
    throw new UsageError(
      `--max-credits cannot be kept: no price is known for ${unknown.join(', ')}. Leave them out.`,
    );
  }
  if (credits > maxCredits) {
    throw new UsageError(
      `The plan may cost ${credits} credits, more than --max-credits ${maxCredits}. Nothing was sent.`,
    );
  }
}

/**
 * Tries models with generated minimal inputs and tells how it went: validated, submitted, awaited, and the result fetched
 * and looked at. Against an emulator of its own unless `live` is given.
 *
 * @throws UsageError for an unknown model, type or vendor, and for a plan beyond `maxCredits`
 *
 * ```ts
 * import { runSanity } from '@kie/sanity';
 *
 * const report = await runSanity({ selection: { types: ['text_to_image'] } });
 * console.log(report.ok, report.rows);
 * ```
 */
export async function runSanity(options: SanityOptions = {}): Promise<SanityReport> {
  const { registry = builtIn, live, signal, dryRun = false, onRow, onTask } = options;
  const { timeoutMs = 900_000, concurrency = 4, now = Date.now } = options;
  const validator = createValidator(registry);
  const plan = makePlan(options.selection ?? {}, { registry, validator, live: live !== undefined });
  await options.onPlan?.(plan);
  refuseDearPlan(plan, dryRun ? undefined : options.maxCredits);
  const mode = dryRun ? 'dry-run' : live === undefined ? 'emulator' : 'live';

  const finish = (rows: readonly Row[]): SanityReport => ({
    mode,
    rows,
    ok: rows.every((row) => row.status !== 'failed' && row.status !== 'interrupted'),
    credits: Math.round(rows.reduce((sum, row) => sum + (row.credits ?? 0), 0) * 10_000) / 10_000,
  });
  const report = (row: Row): Row => {
    onRow?.(row);
    return row;
  };
  if (dryRun || plan.every((item) => item.kind !== 'run')) {
    return finish(plan.map((item) => report(item.kind === 'run' ? dryRow(item) : rowWithoutRun(item))));
  }

  // The emulator takes longer to load than a dry run takes.
  const { connect } = await import('./run/connection.ts');
  const { client, pollMs, close } = await connect(live);
  try {
    const handler = createGenerationHandler({ client, validator, registry });
    const parts = {
      client,
      handler,
      signal,
      timeoutMs,
      pollMs,
      now,
      onTask: onTask ?? (() => undefined),
      onState: options.onState ?? (() => undefined),
    };
    return finish(
      await inPool(plan, concurrency, async (item) =>
        report(item.kind === 'run' ? await runModel(item, parts) : rowWithoutRun(item)),
      ),
    );
  } finally {
    await close();
  }
}
