/**
 * What a protected write carries: which lock, and which term of it. Plain data, except that it has bigints. Of two tokens of one lock the
 * newer one has the larger timeline, or the same timeline and the larger epoch.
 */
export interface FencingToken {
  readonly key: bigint;
  /** The server's timeline, which grows with every failover; 0 where it cannot be read. */
  readonly timeline: number;
  /** Grows with every holder. */
  readonly epoch: bigint;
}

/**
 * The order of two tokens of one lock, for what lies outside of PostgreSQL: keep the largest that was seen, refuse smaller ones.
 *
 * @returns below 0 when `a` is older, 0 for the same term, above 0 when it is newer
 * @throws TypeError for tokens of two locks
 *
 * @example
 * if (compareTokens(token, largestSeen) < 0) throw new Error('a newer leader has written here');
 */
export function compareTokens(a: FencingToken, b: FencingToken): number {
  if (a.key !== b.key) throw new TypeError('Tokens of two different locks have no order.');
  if (a.timeline !== b.timeline) return a.timeline - b.timeline;
  return Number(a.epoch > b.epoch) - Number(a.epoch < b.epoch);
}
