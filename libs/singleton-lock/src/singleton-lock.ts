import type { FencingToken } from './fencing-token.ts';

/** A lock that is ours. `await using` releases it on every way out of a block. */
export interface SingletonLock extends AsyncDisposable {
  /** Grows with every holder. */
  readonly epoch: bigint;
  /** For protected writes: one that carries it can be refused when it is not the newest. */
  readonly token: FencingToken;
  /** Aborted when the lock is lost, with a SingletonLockError `lost` as its reason. Give it to everything that only the holder may do. */
  readonly signal: AbortSignal;
  /** Whether the lock is ours at this moment. Looks at the clock, costs nothing: ask right before each action. */
  readonly held: () => boolean;
  /**
   * Hands the lock on. Stop your work first. Safe to repeat; quiet when the lock was lost before.
   *
   * @throws SingletonLockError `not_held`, `release_failed`
   */
  readonly release: () => Promise<void>;
}
