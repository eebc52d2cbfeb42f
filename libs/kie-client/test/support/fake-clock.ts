import type { Clock } from '../../src/index.ts';

interface Sleeper {
  readonly due: number;
  readonly ms: number;
  readonly wake: () => void;
}

/** Time that passes only when a test says so. */
export interface FakeClock extends Clock {
  /** Every sleep that was asked for, in ms, in order. */
  readonly sleeps: readonly number[];
  /** How many sleeps have not ended. */
  sleeping(): number;
  /** Moves on by `ms` and wakes what is due. */
  advance(ms: number): void;
  /** Resolves once somebody sleeps for `ms` or less. */
  asleep(ms?: number): Promise<void>;
  /**
   * Lets sleeps of up to `longest` ms pass one after another until the promise settles. Longer ones are deadlines that
   * run beside the work.
   */
  runUntil<Value>(promise: Promise<Value>, longest?: number): Promise<Value>;
}

export function createFakeClock(start = Date.UTC(2026, 10, 20)): FakeClock {
  let now = start;
  const sleepers = new Set<Sleeper>();
  const sleeps: number[] = [];
  const listeners = new Set<() => void>();

  const clock: FakeClock = {
    sleeps,
    sleeping: () => sleepers.size,
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        sleeps.push(ms);
        const onAbort = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          due: now + ms,
          ms,
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', onAbort, { once: true });
        for (const listener of listeners) listener();
      }),
    advance: (ms) => {
      now += ms;
      for (const sleeper of sleepers) if (sleeper.due <= now) sleeper.wake();
    },
    asleep: (ms = Number.POSITIVE_INFINITY) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (![...sleepers].some((sleeper) => sleeper.ms <= ms)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
      }),
    runUntil: async (promise, longest = 60_000) => {
      let settled = false;
      const end = promise.then(
        () => undefined,
        () => undefined,
      );
      void end.then(() => {
        settled = true;
      });
      for (;;) {
        await Promise.race([end, clock.asleep(longest)]);
        await Promise.resolve();
        if (settled) return promise;
        const due = [...sleepers].filter((sleeper) => sleeper.ms <= longest).map((sleeper) => sleeper.due);
        if (due.length > 0) clock.advance(Math.min(...due) - now);
      }
    },
  };
  return clock;
}
