import { CommanderError } from 'commander';
import { estimate, type PlanItem } from '../plan/plan.ts';
import { UsageError } from '../plan/selection.ts';
import { runSanity, type SanityOptions } from '../run-sanity.ts';
import type { Connection } from '../run/connection.ts';
import { exitCodes } from './exit-codes.ts';
import { formatRow, formatSum, formatTable, type Look } from './format.ts';
import { readOptions, type CliOptions } from './options.ts';

/** What the command line needs of its surroundings. */
export interface CliWorld {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard output: the report. */
  readonly out: (text: string) => void;
  /** Standard error: everything that happens on the way. */
  readonly err: (text: string) => void;
  readonly look: Look;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Pause between two looks at a task of `--live`, in ms. Default 3 000. */
  readonly pollMs?: number;
}

function liveConnection({ live }: CliOptions, { env, pollMs }: CliWorld): Connection | undefined {
  if (live !== true) return undefined;
  const apiKey = env['KIE_API_KEY'];
  if (apiKey === undefined || apiKey === '') {
    throw new UsageError(
      '--live needs KIE_API_KEY. Get a key at https://kie.ai/api-key, or leave --live out to simulate.',
    );
  }
  const baseUrl = env['KIE_BASE_URL'];
  const uploadBaseUrl = env['KIE_UPLOAD_BASE_URL'];
  return {
    apiKey,
    ...(baseUrl && { baseUrl }),
    ...(uploadBaseUrl && { uploadBaseUrl }),
    ...(pollMs !== undefined && { pollMs }),
  };
}

function announce(plan: readonly PlanItem[], options: CliOptions, err: (text: string) => void): void {
  const runs = plan.filter((item) => item.kind === 'run').length;
  const models = `${runs} ${runs === 1 ? 'model' : 'models'}`;
  if (options.dryRun === true) err(`Dry run: ${models}, nothing is sent.\n`);
  else if (options.live !== true)
    err(`Simulated: ${models} against a local emulator; nothing leaves this machine, nothing is paid.\n`);
  else {
    const { credits, unknown } = estimate(plan);
    const open = unknown.length === 0 ? '' : ` and what ${unknown.join(', ')} cost (no price is known)`;
    err(
      `LIVE: ${models} at KIE for at most ${credits} credits (${(credits * 0.005).toFixed(2)} USD)${open}.\n`,
    );
    if (options.yes !== true) throw new UsageError('Add --yes to spend that. Nothing was sent.');
  }
}

function sanityOptions(options: CliOptions, world: CliWorld, running: Map<string, string>): SanityOptions {
  const { all, type, model, vendor, dryRun, maxCredits } = options;
  const live = liveConnection(options, world);
  return {
    selection: {
      ...(all !== undefined && { all }),
      ...(type && { types: type }),
      ...(model && { models: model }),
      ...(vendor !== undefined && { vendor }),
    },
    ...(dryRun !== undefined && { dryRun }),
    ...(live && { live }),
    ...(maxCredits !== undefined && { maxCredits }),
    concurrency: options.concurrency,
    timeoutMs: options.timeout * 1000,
    signal: world.signal,
    onPlan: (plan) => announce(plan, options, world.err),
    onTask: (id, taskId) => running.set(taskId, id),
    onRow: (row) => {
      if (row.status !== 'interrupted' && row.taskId !== undefined) running.delete(row.taskId);
      if (row.status !== 'absent' && dryRun !== true) world.err(`${formatRow(row, world.look)}\n`);
    },
  };
}

/** The whole command; gives the exit code. Only faults of the program itself throw. */
export async function runCli(world: CliWorld): Promise<number> {
  const running = new Map<string, string>();
  try {
    const options = readOptions(world.args, world);
    if (options === undefined) return exitCodes.ok;
    const report = await runSanity(sanityOptions(options, world, running));
    world.out(
      options.json === true
        ? `${JSON.stringify(report, undefined, 2)}\n`
        : `${formatTable(report, world.look)}\n${formatSum(report)}\n`,
    );
    if (world.signal.aborted) {
      const where = report.mode === 'live' ? 'Goes on at KIE' : 'Was running in the emulator';
      for (const [taskId, id] of running) world.err(`${where}: task ${taskId} (${id})\n`);
      return exitCodes.interrupted;
    }
    return report.ok ? exitCodes.ok : exitCodes.failed;
  } catch (error) {
    // Commander has written its complaint already.
    if (error instanceof CommanderError) return exitCodes.usage;
    if (!(error instanceof UsageError)) throw error;
    world.err(`${error.message}\n`);
    return exitCodes.usage;
  }
}
