import { randomUUID } from 'node:crypto';
import { systemClock } from '@kie/service-kit';
import { faultOf } from '../fault.ts';
import { createBreaker } from '../provider/breaker.ts';
import { createDownload } from '../results/download.ts';
import type { StepContext } from '../steps/context.ts';
import { runStep } from '../steps/run-step.ts';
import { claimDue, claimLate, claimQueued, extendLeases } from './claim.ts';
import { createFailureRow } from './infrastructure.ts';
import { createLane } from './lane.ts';
import type { Lane } from './lane.ts';
import type { GenerationWorkerOptions } from './worker-options.ts';

/** See `createGenerationWorker`. A worker runs once: after `stop()` make a new one. */
export interface GenerationWorker {
  /** Begins to claim. Also the recovery after a crash: whatever is due in the database is taken up. */
  start(): Promise<void>;
  /** Claims nothing more and waits for the steps in hand, at most `drainMs` and a little. Safe to call twice. */
  stop(): Promise<void>;
  /**
   * `start()`, then `stop()` when the signal fires. For `supervise` of `@kie/service-kit`, with a new worker each time.
   *
   * @throws InfrastructureError after five failures of the database in a row, when everything in hand has ended
   */
  run(signal: AbortSignal): Promise<void>;
}

const lateSweepMs = 30_000;
const lateSlots = 2;
const cutOffMs = 5000;

/**
 * Drives generations through their states. Any number of workers may run against one database; each can be killed at
 * any line, the others (or itself, started again) finish its generations after `leaseMs`.
 *
 * @example
 * ```ts
 * const worker = createGenerationWorker({ database: db, wakeUps, handler, registry, mediaStore, openInput, logger });
 * await worker.start();
 * // on SIGTERM
 * await worker.stop();
 * ```
 */
export function createGenerationWorker(options: GenerationWorkerOptions): GenerationWorker {
  const {
    database: db,
    logger,
    clock = systemClock,
    sweepMs = 1000,
    leaseMs = 15_000,
    drainMs = 20_000,
    maxRunningPerUser: maxPerUser = 5,
  } = options;
  const owner = options.ids?.() ?? randomUUID();
  const cutOff = new AbortController();
  const stopped = new AbortController();
  const lateIds = new Set<string>();
  let unlisten: (() => Promise<void>) | undefined;
  let started = false;
  let stopping: Promise<void> | undefined;

  const context = stepContext(options, cutOff.signal);
  let giveUp: (error: Error) => void = () => {};
  const row = createFailureRow(options.maxInfrastructureErrors ?? 5, (error) => giveUp(error));
  const common = { clock, logger, row };
  const request = { owner, leaseMs };

  const work: Lane = createLane({
    ...common,
    name: 'work',
    sweepMs,
    slots: options.concurrency ?? 10,
    claim: async (limit, except) => {
      const begun = await claimDue(db, 'work', { ...request, limit, except });
      const free = limit - begun.length;
      if (free === 0 || stopping) return begun;
      return [...begun, ...(await claimQueued(db, { ...request, limit: free, except, maxPerUser }))];
    },
    run: (claim) => runStep(context, claim).then(() => check.nudge()),
  });
  const check: Lane = createLane({
    ...common,
    name: 'check',
    sweepMs,
    slots: options.checkConcurrency ?? 20,
    claim: (limit, except) => claimDue(db, 'check', { ...request, limit, except }),
    run: (claim) => runStep(context, claim).then(() => work.nudge()),
  });
  const late: Lane = createLane({
    ...common,
    name: 'late',
    sweepMs: lateSweepMs,
    slots: lateSlots,
    claim: (limit, except) => {
      const ids = [...lateIds];
      lateIds.clear();
      return claimLate(db, { ...request, limit, except, ...(ids.length > 0 && { ids }) });
    },
    run: (claim) => runStep(context, claim),
  });
  const lanes = [work, check, late];

  function onWake(ids: readonly string[]): void {
    for (const id of ids) lateIds.add(id);
    for (const lane of lanes) lane.nudge();
  }

  async function keepLeases(): Promise<void> {
    while (!stopped.signal.aborted) {
      await clock.sleep(leaseMs / 3, stopped.signal).catch(() => {});
      const ids = lanes.flatMap((lane) => lane.active());
      if (ids.length === 0 || stopped.signal.aborted) continue;
      await extendLeases(db, { owner, leaseMs, ids }).catch((error: unknown) => {
        logger.error({ ...faultOf(error), active: ids.length }, 'the leases could not be extended');
      });
    }
  }

  async function end(): Promise<void> {
    await unlisten?.().catch((error: unknown) => {
      logger.warn(faultOf(error), 'the listener for wake-ups did not end well');
    });
    const drained = Promise.all(lanes.map((lane) => lane.drain()));
    const inTime = await Promise.race([drained.then(() => true), wait(drainMs)]);
    if (!inTime) {
      cutOff.abort(new Error('The worker stops.'));
      await Promise.race([drained, wait(cutOffMs)]);
    }
    stopped.abort();
    logger.info(
      { worker: owner, left: lanes.flatMap((lane) => lane.active()).length },
      'generation worker stopped',
    );
  }

  const wait = (ms: number): Promise<false> =>
    clock.sleep(ms, stopped.signal).then(
      () => false as const,
      () => false as const,
    );

  async function start(): Promise<void> {
    if (started) return;
    started = true;
    unlisten = await options.wakeUps.listen?.('generation', onWake);
    for (const lane of lanes) lane.start();
    void keepLeases();
    logger.info({ worker: owner }, 'generation worker started');
  }

  const stop = (): Promise<void> => (stopping ??= end());

  async function run(signal: AbortSignal): Promise<void> {
    const over = new Promise<void>((resolve, reject) => {
      giveUp = reject;
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
    // Heard below; here only so that it is not unheard while the start still runs.
    over.catch(() => {});
    try {
      await start();
      await over;
    } finally {
      await stop();
    }
  }

  return { start, stop, run };
}

function stepContext(options: GenerationWorkerOptions, signal: AbortSignal): StepContext {
  const { timeoutMs = 900_000, fetch, allowHosts, trustedOrigins } = options;
  return {
    db: options.database,
    wakeUps: options.wakeUps,
    handler: options.handler,
    registry: options.registry,
    mediaStore: options.mediaStore,
    openInput: options.openInput,
    callbackUrl: options.callbackUrl,
    download: createDownload({
      ...(fetch && { fetch }),
      ...(allowHosts && { allowHosts }),
      ...(trustedOrigins && { trustedOrigins }),
    }),
    maxResultBytes: options.maxResultBytes ?? 200_000_000,
    logger: options.logger,
    clock: options.clock ?? systemClock,
    timing: {
      timeoutMs: typeof timeoutMs === 'function' ? timeoutMs : () => timeoutMs,
      pollMs: options.pollMs ?? 3000,
      retryMs: options.retryMs ?? 2000,
      queueTimeoutMs: options.queueTimeoutMs ?? 900_000,
    },
    creditMultiplier: options.creditMultiplier,
    maxRunningPerUser: options.maxRunningPerUser ?? 5,
    maxTries: options.maxTries ?? 3,
    nsfwChecker: options.nsfwChecker ?? false,
    breaker: createBreaker(options.breaker),
    signal,
    probe: options.probe ?? (() => {}),
  };
}
