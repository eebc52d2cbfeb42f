/** The times that a lock lives by, in ms. */
export interface LockProfile {
  /** After so much silence the server ends the holder's session and with it the lock. At least 1000. */
  readonly leaseMs: number;
  /** So much earlier the holder stops trusting itself. Below half the lease. */
  readonly marginMs: number;
  /** How often a waiting process looks, give or take 40 %. Below half the lease. A clean hand-over does not wait for it. */
  readonly pollMs: number;
}

/**
 * `default`: takeover from a frozen or cut-off holder within about 3.5 s. `fast`: within about 1.5 s, but a stall of the event loop or of the
 * network of 0.75 s costs the lock.
 */
export const profiles = {
  default: { leaseMs: 3000, marginMs: 750, pollMs: 250 },
  fast: { leaseMs: 1000, marginMs: 250, pollMs: 250 },
} as const satisfies Record<string, LockProfile>;

/** @throws RangeError when the times cannot work together */
export function profileOf(wanted: keyof typeof profiles | LockProfile = 'default'): LockProfile {
  const profile = typeof wanted === 'string' ? profiles[wanted] : wanted;
  const { leaseMs, marginMs, pollMs } = profile;
  const isSound =
    Number.isInteger(leaseMs) &&
    leaseMs >= 1000 &&
    marginMs > 0 &&
    marginMs < leaseMs / 2 &&
    pollMs > 0 &&
    pollMs < leaseMs / 2;
  if (isSound) return profile;
  throw new RangeError(
    `A lock profile of lease ${leaseMs}, margin ${marginMs} and poll ${pollMs} ms cannot work. Use a lease of at least 1000 ` +
      '(whole), and margin and poll above 0 and below half the lease.',
  );
}

/** How long a holder trusts itself after a sign of life; what a careful successor waits for. */
export function trustMsOf({ leaseMs, marginMs }: LockProfile): number {
  return leaseMs - marginMs;
}
