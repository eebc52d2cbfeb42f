import type { Clock } from './clock.ts';
import type { Budget, KieLimiterStore, LimitedKind, LimiterHooks } from './limiter.ts';

/** One budget and the line before it. */
export interface Turns {
  acquire(signal?: AbortSignal): Promise<void>;
  penalize(): void;
}

/** For {@link createTurns}. */
export interface TurnsOptions {
  readonly kind: LimitedKind;
  readonly budget: Budget;
  readonly clock: Clock;
  readonly store: KieLimiterStore | undefined;
  readonly hooks: LimiterHooks | undefined;
}

/** After a refusal the budget is half for this long. */
const PENALTY_MS = 60_000;

interface Waiter {
  readonly go: () => void;
  readonly fail: (error: unknown) => void;
}

/** A line before one budget: the first asks until it may go, the others stand behind it. */
export function createTurns({ kind, budget, clock, store, hooks }: TurnsOptions): Turns {
  const line = new Set<Waiter>();
  /** When the last requests were let go, oldest first. */
  const passed: number[] = [];
  let limit = budget.limit;
  let penaltyEnds = 0;
  let lastPenalty = Number.NEGATIVE_INFINITY;
  let pause: AbortController | undefined;

  const tell = (hook: () => void): void => {
    try {
      hook();
    } catch {
      // Watching must not stop the line.
    }
  };
  /** Milliseconds until the next request may go; 0 notes it and lets it go now. */
  const take = (): number => {
    const now = clock.now();
    // The machine's clock was set back: without this the old marks would block for as long as it jumped.
    if ((passed.at(-1) ?? 0) > now) passed.fill(now);
    while (passed.length > 0 && (passed[0] ?? 0) <= now - budget.windowMs) passed.shift();
    const blocker = passed[passed.length - limit];
    if (blocker !== undefined) return blocker + budget.windowMs - now;
    passed.push(now);
    return 0;
  };
  const takeAnywhere = (): number | Promise<number> => {
    if (clock.now() >= penaltyEnds) limit = budget.limit;
    return store ? store.take(kind, { ...budget, limit }) : take();
  };
  const drain = async (wake: AbortController): Promise<void> => {
    pause = wake;
    try {
      // A set shows what is added while it is walked, and skips what is removed ahead.
      for (const waiter of line) {
        // A line that was empty for a moment has a drain of its own by now.
        while (line.has(waiter) && !wake.signal.aborted) {
          const asked = takeAnywhere();
          const delayMs = typeof asked === 'number' ? asked : await asked;
          if (delayMs > 0) {
            tell(() => hooks?.onWait?.({ kind, waiting: line.size, delayMs }));
            await clock.sleep(delayMs, wake.signal);
            continue;
          }
          // Whoever left while the store was asked leaves a place unused; that errs on the safe side.
          if (!wake.signal.aborted && line.delete(waiter)) waiter.go();
        }
      }
    } catch (error) {
      // An abort: nobody waits any more, and the pause was cut short so that it does not keep the process alive.
      if (!wake.signal.aborted) for (const waiter of line) waiter.fail(error);
    } finally {
      if (pause === wake) pause = undefined;
    }
  };
  return {
    acquire: (signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const leave = (): void => {
          line.delete(waiter);
          signal?.removeEventListener('abort', onAbort);
        };
        const onAbort = (): void => {
          leave();
          if (line.size === 0) {
            pause?.abort();
            pause = undefined;
          }
          reject(signal?.reason);
        };
        const waiter: Waiter = {
          go: () => {
            leave();
            resolve();
          },
          fail: (error) => {
            leave();
            reject(error);
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        line.add(waiter);
        if (!pause) void drain(new AbortController());
      }),
    penalize: () => {
      const now = clock.now();
      // A burst that was too much is refused many times over; that is one lesson, not many.
      if (now - lastPenalty >= budget.windowMs) {
        lastPenalty = now;
        limit = Math.max(1, Math.floor(limit / 2));
        tell(() => hooks?.onPenalty?.({ kind, limit, forMs: PENALTY_MS }));
      }
      penaltyEnds = now + PENALTY_MS;
      // A store that fails here fails at the next request, where somebody listens.
      void Promise.resolve()
        .then(() => store?.penalize?.(kind))
        .catch(() => undefined);
    },
  };
}
