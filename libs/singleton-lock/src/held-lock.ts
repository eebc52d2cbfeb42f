import { SingletonLockError } from './errors.ts';
import { createLease } from './lease.ts';
import type { SingletonLockOptions } from './options.ts';
import { trustMsOf, type LockProfile } from './profiles.ts';
import type { Session } from './session.ts';
import type { SingletonLock } from './singleton-lock.ts';
import * as sql from './sql.ts';

/** What the server said when the lock became ours. */
export interface Acquired {
  readonly session: Session;
  readonly epoch: bigint;
  /** When the statement that was answered last had been sent. */
  readonly sentAt: number;
}

/** A lock that can also be given back without the mark of a clean end. */
export interface HeldLock extends SingletonLock {
  /** Unlocks, and leaves it to the successor to wait for those who did not release: this holder never acted. */
  readonly abandon: () => Promise<void>;
}

/** Keeps an acquired lock alive by heartbeats, notices its loss, and releases it. */
export function holdLock(acquired: Acquired, profile: LockProfile, options: SingletonLockOptions): HeldLock {
  const { session, epoch } = acquired;
  const { key, label, onLost, logger, now = () => performance.now() } = options;
  const lease = createLease(trustMsOf(profile), now, acquired.sentAt);
  const loss = new AbortController();
  let state: 'held' | 'releasing' | 'over' = 'held';
  let beat: NodeJS.Timeout | undefined;
  let fence: NodeJS.Timeout | undefined;

  const finish = () => {
    state = 'over';
    clearTimeout(beat);
    clearTimeout(fence);
  };
  const lose = (how: string) => {
    if (state === 'over') return;
    finish();
    session.destroy();
    const error = new SingletonLockError('lost', `The lock "${label}" (epoch ${epoch}) was lost: ${how}.`);
    logger?.warn({ label, epoch: String(epoch), how }, 'singleton lock lost');
    loss.abort(error);
    onLost?.(error);
  };
  const isTrusted = () => {
    if (state !== 'over' && lease.remainingMs() <= 0) lose('the server did not answer in time');
    return state !== 'over';
  };
  const watchLease = () => {
    if (isTrusted()) fence = setTimeout(watchLease, Math.max(1, lease.remainingMs()));
  };
  const sendHeartbeat = async () => {
    const sentAt = now();
    try {
      await session.query(sql.heartbeat);
    } catch (error) {
      lose(`the heartbeat failed, ${(error as Error).message}`);
      return;
    }
    // An answer that comes after the end of the trust does not bring it back.
    if (!isTrusted()) return;
    lease.confirm(sentAt);
    if (state === 'held') beat = setTimeout(sendHeartbeat, profile.leaseMs / 4);
  };
  const handOver = async (isClean: boolean) => {
    if (!isTrusted()) return;
    state = 'releasing';
    clearTimeout(beat);
    const channel = sql.channelOf(key);
    try {
      const { rows } = isClean
        ? await session.query<{ unlocked: boolean }>(sql.release, [key, channel, epoch])
        : await session.query<{ unlocked: boolean }>(sql.abandon, [key, channel]);
      if (rows[0]?.unlocked !== true) {
        throw new SingletonLockError(
          'not_held',
          `The server says that this session does not hold the lock "${label}". Somebody unlocked it, or a pooler moved the session.`,
        );
      }
      finish();
      await session.close();
    } catch (error) {
      finish();
      session.destroy();
      if (error instanceof SingletonLockError) throw error;
      throw new SingletonLockError(
        'release_failed',
        `The release of the lock "${label}" was not confirmed; the server frees it within ${profile.leaseMs} ms.`,
        { cause: error },
      );
    }
    logger?.info({ label, epoch: String(epoch) }, 'singleton lock released');
  };

  session.onEnd((reason) => lose(`the connection ended, ${reason}`));
  watchLease();
  if (isTrusted()) beat = setTimeout(sendHeartbeat, profile.leaseMs / 4);
  let released: Promise<void> | undefined;
  const release = () => (released ??= handOver(true));
  return {
    epoch,
    token: { key, timeline: session.timeline, epoch },
    signal: loss.signal,
    held: () => isTrusted() && state === 'held',
    release,
    abandon: () => (released ??= handOver(false)),
    [Symbol.asyncDispose]: release,
  };
}
