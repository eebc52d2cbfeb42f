import { isSingletonLockError, SingletonLockError } from './errors.ts';
import { holdLock } from './held-lock.ts';
import type { SingletonLockOptions } from './options.ts';
import { profileOf, trustMsOf, type LockProfile } from './profiles.ts';
import { openSession, type Session } from './session.ts';
import type { SingletonLock } from './singleton-lock.ts';
import * as sql from './sql.ts';
import { createBell, pause } from './waiting.ts';

/**
 * Waits until the lock is ours and keeps it until `release()` or until it is lost. One waiting process costs a connection and four small
 * statements a second.
 *
 * While it waits it survives restarts of the server; only the first connection must succeed, so that a wrong address is told at once.
 *
 * @throws the signal's reason when it is aborted; SingletonLockError for a server on which the lock would be worth nothing; RangeError for an
 *   impossible profile; errors of the first connection
 *
 * @example
 * await using lock = await acquireSingletonLock({ connection, key: lockKey('polling', token), label: 'bot-1' });
 * while (lock.held()) await pollOnce(lock.signal);
 */
export function acquireSingletonLock(options: SingletonLockOptions): Promise<SingletonLock> {
  return waitForLock(options, false);
}

/** The same; `isPatient` waits for an unreachable server too, as after a loss that came from its restart. */
export async function waitForLock(options: SingletonLockOptions, isPatient: boolean): Promise<SingletonLock> {
  const profile = profileOf(options.profile);
  let isFirst = !isPatient;
  for (;;) {
    let session: Session | undefined;
    try {
      session = await openSession(options, profile);
      isFirst = false;
      const lock = await waitForTurn(session, profile, options);
      return lock;
    } catch (error) {
      session?.destroy();
      options.signal?.throwIfAborted();
      if (isFirst || isFinal(error)) throw error;
      options.logger?.warn(
        { label: options.label, reason: (error as Error).message },
        'waiting for the lock again',
      );
    }
    await pause(jittered(profile.pollMs, options), options.signal);
  }
}

/**
 * Takes the lock if it is free now. In strict mode it still waits out an unclean predecessor.
 *
 * @returns the lock, or undefined when somebody holds it
 * @throws as `acquireSingletonLock`, and SingletonLockError `lost` when it was lost before it could be returned
 */
export async function tryAcquire(options: SingletonLockOptions): Promise<SingletonLock | undefined> {
  const profile = profileOf(options.profile);
  const session = await openSession(options, profile);
  try {
    if (await tryLock(session, options.key)) return await takeOffice(session, profile, options);
    await session.close();
    return undefined;
  } catch (error) {
    session.destroy();
    options.signal?.throwIfAborted();
    throw error;
  }
}

async function waitForTurn(
  session: Session,
  profile: LockProfile,
  options: SingletonLockOptions,
): Promise<SingletonLock> {
  // Rings when a holder releases, when the connection ends and when the caller gives up. Polling finds all other ends of a holder.
  const bell = createBell();
  session.onNotify(bell.ring);
  session.onEnd(bell.ring);
  // Cuts a statement short that nobody answers, too.
  options.signal?.addEventListener('abort', session.destroy);
  try {
    for (;;) {
      options.signal?.throwIfAborted();
      if (await tryLock(session, options.key)) break;
      await bell.wait(jittered(profile.pollMs, options));
    }
  } finally {
    options.signal?.removeEventListener('abort', session.destroy);
  }
  return takeOffice(session, profile, options);
}

async function tryLock(session: Session, key: bigint): Promise<boolean> {
  const { rows } = await session.query<{ locked: boolean }>(sql.tryLock, [key]);
  return rows[0]?.locked === true;
}

/** The lock is ours; get the epoch, and in strict mode let an unclean predecessor's trust run out, under heartbeats. */
async function takeOffice(
  session: Session,
  profile: LockProfile,
  options: SingletonLockOptions,
): Promise<SingletonLock> {
  const { key, label, strict = true, signal, logger, now = () => performance.now() } = options;
  const sentAt = now();
  const { rows } = await session.query<{ epoch: string; previous_clean: boolean; trust_ms: number }>(
    sql.nextEpoch,
    [key, label, trustMsOf(profile), session.timeline],
  );
  const row = rows[0]!;
  // Until the caller has the lock, a loss is ours to tell.
  let isHandedOut = false;
  const onLost = (error: SingletonLockError) => {
    if (isHandedOut) options.onLost?.(error);
  };
  const lock = holdLock({ session, epoch: BigInt(row.epoch), sentAt }, profile, { ...options, onLost });
  if (strict && !row.previous_clean) {
    logger?.info(
      { label, waitMs: row.trust_ms },
      'the last holder did not release; waiting until it has surely stopped',
    );
    try {
      await pause(row.trust_ms, signal === undefined ? lock.signal : AbortSignal.any([signal, lock.signal]));
    } catch (error) {
      // Not a release: that would tell the next one that nobody from before can still be acting.
      await lock.abandon().catch(() => {});
      throw error;
    }
  }
  if (!lock.held()) throw lock.signal.reason;
  isHandedOut = true;
  logger?.info({ label, epoch: row.epoch }, 'singleton lock acquired');
  return lock;
}

/** A standby in the place of the primary, seen while waiting, is a failover under way. */
function isFinal(error: unknown): boolean {
  return isSingletonLockError(error) && error.code !== 'lost' && error.code !== 'in_recovery';
}

/** Give or take 40 %, so that many waiting processes do not look at the same moment. */
export function jittered(ms: number, { random = Math.random }: Pick<SingletonLockOptions, 'random'>): number {
  return ms * (0.6 + 0.8 * random());
}
