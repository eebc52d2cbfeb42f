import { systemClock, type Clock } from './clock.ts';
import { createTurns } from './limiter-turns.ts';

/** What is limited: new tasks, looks at tasks, and KIE's live catalogue. */
export type LimitedKind = 'create' | 'status' | 'catalogue';

/**
 * Keeps an account under KIE's rate limits. Pass one to all clients of the account; bring your own implementation, or a
 * {@link KieLimiterStore}, to share the budget between processes.
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

/**
 * Where processes that share an account keep count. `take` must be atomic, by a lock or one statement; its clock must be
 * the same for all, so take the store's own.
 */
export interface KieLimiterStore {
  /**
   * Notes a request and answers 0 when fewer than `limit` were noted in the last `windowMs`; else notes nothing and answers
   * after how many ms to ask again.
   */
  take(kind: LimitedKind, budget: Budget): Promise<number>;
  /**
   * KIE refused a request of one of the processes. To slow down all of them, let `take` keep to half for a minute. Without
   * this only the process that was refused slows down.
   */
  penalize?(kind: LimitedKind): Promise<void>;
}

/** What a limiter did, for metrics. */
export interface LimiterHooks {
  /** Requests have to wait: how many, and for how long the first of them. */
  readonly onWait?: (event: {
    readonly kind: LimitedKind;
    readonly waiting: number;
    readonly delayMs: number;
  }) => void;
  /** The budget was halved after a refusal. */
  readonly onPenalty?: (event: {
    readonly kind: LimitedKind;
    readonly limit: number;
    readonly forMs: number;
  }) => void;
}

/** For {@link createKieLimiter}. */
export interface KieLimiterOptions {
  /** Default 16 in 10 s. KIE refuses the 21st in 10 s; clocks and networks are not exact. */
  readonly create?: Budget;
  /** Default 8 in 1 s. KIE's pages say 10 in 1 s, per task or per key. */
  readonly status?: Budget;
  /** Default 1 in 1.1 s. KIE's limit is 1 in 1 s. */
  readonly catalogue?: Budget;
  /** Counts for several processes. Default: this process only. */
  readonly store?: KieLimiterStore;
  /** What a hook throws is dropped. */
  readonly hooks?: LimiterHooks;
  readonly clock?: Clock;
}

/**
 * A limiter: sliding windows, fair, abortable; half the budget for a minute after a refusal by KIE.
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
  const { clock = systemClock, store, hooks } = options;
  const turns = (kind: LimitedKind, budget: Budget): ReturnType<typeof createTurns> =>
    createTurns({ kind, budget, clock, store, hooks });
  const all = {
    create: turns('create', options.create ?? { limit: 16, windowMs: 10_000 }),
    status: turns('status', options.status ?? { limit: 8, windowMs: 1_000 }),
    catalogue: turns('catalogue', options.catalogue ?? { limit: 1, windowMs: 1_100 }),
  };
  return {
    acquire: (kind, signal) => all[kind].acquire(signal),
    penalize: (kind) => all[kind].penalize(),
  };
}
