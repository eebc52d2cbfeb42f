export interface BackoffOptions {
  /** Upper end of the first delay, in milliseconds. Default 1000. */
  readonly baseMs?: number;
  /** No delay is longer than this. Default 60000. */
  readonly maxMs?: number;
  /** 0 to 1; `Math.random` unless a test gives its own. */
  readonly random?: () => number;
}

/**
 * How long to wait before try number `attempt` (1 is the first repeat): doubling, capped, with the upper half of
 * it random, so that many waiters do not come back in the same moment.
 */
export function backoffMs(attempt: number, options: BackoffOptions = {}): number {
  const { baseMs = 1000, maxMs = 60_000, random = Math.random } = options;
  const ceiling = Math.min(maxMs, baseMs * 2 ** Math.min(30, Math.max(0, attempt - 1)));
  return Math.round(ceiling * (0.5 + random() / 2));
}
