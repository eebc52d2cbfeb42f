import { systemClock, type Clock } from './clock.ts';

/** What is limited: new tasks, and looks at tasks. */
export type LimitedKind = 'create' | 'status';

/**
 * Keeps an account under KIE's rate limits. Pass one to all clients of the account; bring your own implementation
 * to share the budget between processes.
 */
export interface KieLimiter {
  /** Resolves when the request may go; first come, first served. Rejects with the signal's reason. */
  acquire(kind: LimitedKind, signal?: AbortSignal): Promise<void>;
  /** KIE refused a request as one too many. */
  penalize?(kind: LimitedKind): void;
}

/** So many requests in any stretch of so many milliseconds. */
export interface Budget {
  readonly limit: number;
  readonly windowMs: number;
}

/** For {@link createKieLimiter}. */
export interface KieLimiterOptions {
  /** Default 16 in 10 s. KIE refuses the 21st in 10 s; clocks and networks are not exact. */
  readonly create?: Budget;
  /** Default 8 in 1 s. KIE's pages say 10 in 1 s, per task or per key. */
  readonly status?: Budget;
  readonly clock?: Clock;
}

/** After a refusal the budget is half for this long. */
const PENALTY_MS = 60_000;

/**
 * A limiter for one process: sliding windows, fair, abortable.
 *
 * @example
 * ```ts
 * import { createKieClient, createKieLimiter } from '@kie/client';
 *
 * const apiKey = process.env['KIE_API_KEY'] ?? '';
 * const limiter = createKieLimiter();
 * const images = createKieClient({ apiKey, limiter });
 * const videos = createKieClient({ apiKey, limiter });
 * ```
 */
export function createKieLimiter(options: KieLimiterOptions = {}): KieLimiter {
  const clock = options.clock ?? systemClock;
  const windows = {
    create: createWindow(options.create ?? { limit: 16, windowMs: 10_000 }, clock),
    status: createWindow(options.status ?? { limit: 8, windowMs: 1_000 }, clock),
  };
  return {
    acquire: (kind, signal) => windows[kind].acquire(signal),
    penalize: (kind) => windows[kind].penalize(),
  };
}

interface Window {
  acquire(signal?: AbortSignal): Promise<void>;
  penalize(): void;
}

function createWindow(budget: Budget, clock: Clock): Window {
  const waiting = new Set<() => void>();
  /** When the last requests were let go, oldest first. */
  const passed: number[] = [];
  let limit = budget.limit;
  let penaltyEnds = 0;
  let lastPenalty = Number.NEGATIVE_INFINITY;
  let pause: AbortController | undefined;

  /** Milliseconds until the next request may go; 0 lets it go now. */
  const delay = (): number => {
    const now = clock.now();
    if (now >= penaltyEnds) limit = budget.limit;
    // The machine's clock was set back: without this the old marks would block for as long as it jumped.
    if ((passed.at(-1) ?? 0) > now) passed.fill(now);
    while (passed.length > 0 && (passed[0] ?? 0) <= now - budget.windowMs) passed.shift();
    const blocker = passed[passed.length - limit];
    return blocker === undefined ? 0 : blocker + budget.windowMs - now;
  };
  const drain = async (wake: AbortController): Promise<void> => {
    pause = wake;
    try {
      // A set shows what is added while it is walked, and skips what is removed ahead.
      for (const go of waiting) {
        for (let ms = delay(); ms > 0 && waiting.size > 0; ms = delay()) await clock.sleep(ms, wake.signal);
        if (!waiting.delete(go)) continue;
        passed.push(clock.now());
        go();
      }
    } catch {
      // Nobody waits any more: the pause was cut short so that it does not keep the process alive.
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
        const onAbort = (): void => {
          waiting.delete(go);
          if (waiting.size === 0) {
            pause?.abort();
            pause = undefined;
          }
          reject(signal?.reason);
        };
        const go = (): void => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        waiting.add(go);
        if (!pause) void drain(new AbortController());
      }),
    penalize: () => {
      const now = clock.now();
      // A burst that was too much is refused many times over; that is one lesson, not many.
      if (now - lastPenalty >= budget.windowMs) {
        lastPenalty = now;
        limit = Math.max(1, Math.floor(limit / 2));
      }
      penaltyEnds = now + PENALTY_MS;
    },
  };
}
