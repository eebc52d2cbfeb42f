import type { Clock, Logger } from '@kie/service-kit';
import { faultOf } from '../fault.ts';
import type { Claim } from './claim.ts';
import type { FailureRow } from './infrastructure.ts';

export interface LaneOptions {
  readonly name: string;
  /** Steps at once. */
  readonly slots: number;
  /** The longest pause between two looks for due rows. */
  readonly sweepMs: number;
  claim(limit: number, except: readonly string[]): Promise<readonly Claim[]>;
  run(claim: Claim): Promise<void>;
  /** Told of every claim. */
  readonly row: FailureRow;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Slots that fill themselves with due generations. */
export interface Lane {
  start(): void;
  /** Look now: something may be due. */
  nudge(): void;
  /** Claims nothing more; resolves when every step has ended. */
  drain(): Promise<void>;
  /** Ids of the generations in hand. */
  active(): readonly string[];
}

/**
 * A loop that claims as many rows as it has free slots: when nudged, every sweep, and whenever a slot frees while more may be
 * due than the last claim could take.
 */
export function createLane(options: LaneOptions): Lane {
  const { slots, sweepMs, clock, logger } = options;
  const active = new Map<string, Promise<void>>();
  let loop: Promise<void> | undefined;
  const ending = new AbortController();
  let nudged = false;
  /** The last claim took all that it could, so there may be more. */
  let moreMayBeDue = false;
  let wakeLoop: () => void = () => {};

  function nudge(): void {
    nudged = true;
    wakeLoop();
  }

  async function pause(): Promise<void> {
    if (nudged) return;
    const awake = new AbortController();
    wakeLoop = () => awake.abort();
    await clock.sleep(sweepMs, awake.signal).catch(() => {});
    wakeLoop = () => {};
  }

  function launch(claim: Claim): void {
    const { id } = claim.generation;
    const step = options.run(claim).finally(() => {
      active.delete(id);
      if (moreMayBeDue) nudge();
    });
    active.set(id, step);
  }

  async function fill(): Promise<void> {
    nudged = false;
    const free = slots - active.size;
    if (free <= 0) {
      moreMayBeDue = true;
      return;
    }
    try {
      const claims = await options.claim(free, [...active.keys()]);
      moreMayBeDue = claims.length >= free;
      for (const claim of claims) launch(claim);
      options.row.worked();
    } catch (error) {
      options.row.failed(error);
      logger.error({ lane: options.name, ...faultOf(error) }, 'due generations could not be claimed');
    }
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      await fill();
      if (!ending.signal.aborted) await pause();
    }
  }

  return {
    start: () => {
      loop ??= run();
    },
    nudge,
    async drain() {
      ending.abort();
      nudge();
      await loop;
      await Promise.all(active.values());
    },
    active: () => [...active.keys()],
  };
}
