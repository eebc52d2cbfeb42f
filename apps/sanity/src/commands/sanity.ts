import { writeFile } from 'node:fs/promises';
import { exitCodes } from '../cli/exit-codes.ts';
import { formatRow, formatSum, formatTable } from '../cli/format.ts';
import { formatJunit } from '../cli/junit.ts';
import { createLiveDisplay, type LiveDisplay } from '../cli/live-display.ts';
import { formatMarkdown } from '../cli/markdown.ts';
import type { SanityCommandOptions } from '../cli/options.ts';
import type { CliWorld } from '../cli/world.ts';
import { estimate, type PlanItem } from '../plan/plan.ts';
import { agree, liveConnection } from '../run/live-connection.ts';
import { runSanity, type SanityOptions, type SanityReport } from '../run-sanity.ts';
import { UsageError } from '../usage-error.ts';

async function announce(
  plan: readonly PlanItem[],
  options: SanityCommandOptions,
  world: CliWorld,
): Promise<void> {
  const runs = plan.filter((item) => item.kind === 'run').length;
  const models = `${runs} ${runs === 1 ? 'model' : 'models'}`;
  if (options.dryRun === true) return world.err(`Dry run: ${models}, nothing is sent.\n`);
  if (options.live !== true) {
    return world.err(
      `Simulated: ${models} against a local emulator; nothing leaves this machine, nothing is paid.\n`,
    );
  }
  const { credits, unknown } = estimate(plan);
  const open = unknown.length === 0 ? '' : ` and what ${unknown.join(', ')} cost (no price is known)`;
  world.err(
    `LIVE: ${models} at KIE for at most ${credits} credits (${(credits * 0.005).toFixed(2)} USD)${open}.\n`,
  );
  // Nobody is asked about a plan that will be refused, or that sends nothing.
  const { maxCredits } = options;
  const isKept = maxCredits === undefined || (unknown.length === 0 && credits <= maxCredits);
  if (isKept && runs > 0) await agree(options.yes, world);
}

/** Tasks that were created and not seen to end. */
type Running = Map<string, string>;

function sanityOptions(
  options: SanityCommandOptions,
  world: CliWorld,
  running: Running,
  display: LiveDisplay | undefined,
): SanityOptions {
  const { all, type, model, vendor, dryRun, maxCredits } = options;
  return {
    selection: {
      ...(all !== undefined && { all }),
      ...(type && { types: type }),
      ...(model && { models: model }),
      ...(vendor !== undefined && { vendor }),
    },
    ...(dryRun !== undefined && { dryRun }),
    ...(options.live === true && { live: liveConnection(world, '--live') }),
    ...(maxCredits !== undefined && { maxCredits }),
    concurrency: options.concurrency,
    timeoutMs: options.timeout * 1000,
    signal: world.signal,
    onPlan: async (plan) => {
      await announce(plan, options, world);
      display?.start(plan.filter((item) => item.kind !== 'absent').length);
    },
    onTask: (id, taskId) => running.set(taskId, id),
    onState: (id, state) => display?.state(id, state),
    onRow: (row) => {
      if (row.status !== 'interrupted' && row.taskId !== undefined) running.delete(row.taskId);
      if (row.status === 'absent' || dryRun === true) return;
      if (display === undefined) world.err(`${formatRow(row, world.look)}\n`);
      else display.end(row);
    },
  };
}

function formatted(report: SanityReport, options: SanityCommandOptions, world: CliWorld): string {
  if (options.json === true) return `${JSON.stringify(report, undefined, 2)}\n`;
  if (options.markdown === true) return `${formatMarkdown(report)}\n${formatSum(report)}\n`;
  return `${formatTable(report, world.look)}\n${formatSum(report)}\n`;
}

/** `kie-sanity`: tries models and tells how it went. */
export async function sanity(options: SanityCommandOptions, world: CliWorld): Promise<number> {
  const running: Running = new Map();
  const display =
    world.live === undefined || options.dryRun === true
      ? undefined
      : createLiveDisplay({ ...world.live, write: world.err });
  let report: SanityReport;
  try {
    report = await runSanity(sanityOptions(options, world, running, display));
  } finally {
    display?.stop();
  }
  world.out(formatted(report, options, world));
  if (options.junit !== undefined) await saveJunit(options.junit, report);
  if (world.signal.aborted) {
    const where = report.mode === 'live' ? 'Goes on at KIE' : 'Was running in the emulator';
    for (const [taskId, id] of running) world.err(`${where}: task ${taskId} (${id})\n`);
    if (report.mode === 'live' && running.size > 0) world.err('Collect with: kie-sanity status TASK_ID\n');
    return exitCodes.interrupted;
  }
  return report.ok ? exitCodes.ok : exitCodes.failed;
}

async function saveJunit(file: string, report: SanityReport): Promise<void> {
  try {
    await writeFile(file, formatJunit(report));
  } catch (error) {
    throw new UsageError(`The JUnit file cannot be written: ${(error as Error).message}`);
  }
}
