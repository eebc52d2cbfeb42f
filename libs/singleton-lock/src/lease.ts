/** The holder's own view of its lease, by a monotonic clock in ms. Compares no clocks of two machines, only their rates. */
export interface Lease {
  /**
   * The server answered a statement that left at `sentAt`. Counted from before the sending: the server's timer starts after it and so
   * always ends later than ours.
   */
  confirm(sentAt: number): void;
  /** Ms until the trust ends; 0 or less when it has. */
  remainingMs(): number;
}

/** A lease whose first statement left at `sentAt` and was answered. */
export function createLease(trustMs: number, now: () => number, sentAt: number): Lease {
  let trustedUntil = sentAt + trustMs;
  return {
    confirm: (at) => {
      // A late answer to an early statement must not shorten what a later one has won.
      trustedUntil = Math.max(trustedUntil, at + trustMs);
    },
    remainingMs: () => trustedUntil - now(),
  };
}
