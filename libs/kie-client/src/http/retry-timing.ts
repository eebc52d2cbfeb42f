const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 10_000;

/** When to try again. */
export interface RetryTiming {
  /** 1 for the pause after the first try. */
  readonly attempt: number;
  /** The `Retry-After` header: seconds, or an HTTP date. */
  readonly retryAfter?: string | undefined;
  readonly maxRetryAfterMs: number;
  readonly now: number;
  readonly random: () => number;
}

/**
 * Milliseconds to pause: 0.5 s, 1 s, 2 s ... 10 s, of which a random half is taken off so that clients do not come back
 * together. A `Retry-After` is a lower bound, cut to its cap; a date in the past or nonsense counts as absent.
 */
export function retryDelay(timing: RetryTiming): number {
  const step = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (timing.attempt - 1));
  const spread = step * (0.5 + timing.random() / 2);
  const asked = parseRetryAfter(timing.retryAfter, timing.now);
  return Math.round(Math.max(spread, Math.min(asked, timing.maxRetryAfterMs)));
}

function parseRetryAfter(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  const value = header.trim();
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}
