import { jittered, waitForLock } from './acquire.ts';
import type { SingletonLockOptions } from './options.ts';
import { profileOf } from './profiles.ts';
import type { SingletonLock } from './singleton-lock.ts';
import { pause } from './waiting.ts';

/** What only the leader does. `signal` ends it: the lock was lost, or the caller stops. `lock` is for `held()` and `token`. */
export type LeaderWork = (signal: AbortSignal, lock: SingletonLock) => Promise<unknown>;

/**
 * Runs `work` whenever this process is the leader: waits for the lock, runs, and after a loss waits again. For work that goes on for as long
 * as the process lives, such as polling. Ends when `options.signal` is aborted or when `work` returns by itself; the lock is released on
 * every way out, after `work` has ended.
 *
 * `work` should end soon after its signal: the next term of this process starts only then, and a clean hand-over waits for it.
 * An error that `work` throws after a loss is logged, since being cut off in the middle is what it is told to expect.
 *
 * @throws what `work` throws while the lock is held and nobody stops; as `acquireSingletonLock` before the first term
 *
 * @example
 * await runAsLeader({ connection, key: lockKey('polling', token), label: 'bot-1', signal }, async (leading) => {
 *   while (!leading.aborted) await pollOnce(leading);
 * });
 */
export async function runAsLeader(options: SingletonLockOptions, work: LeaderWork): Promise<void> {
  const { signal, label, logger } = options;
  const { pollMs } = profileOf(options.profile);
  // After the first term a server that cannot be reached is one that restarts.
  for (let isPatient = false; ; isPatient = true) {
    let lock: SingletonLock;
    try {
      lock = await waitForLock(options, isPatient);
    } catch (error) {
      if (signal?.aborted === true) return;
      throw error;
    }
    const isLost = await runTerm(lock, options, work);
    if (!isLost || signal?.aborted === true) return;
    logger?.info({ label }, 'standing by for the lock again');
    try {
      await pause(jittered(pollMs, options), signal);
    } catch {
      return;
    }
  }
}

/** @returns whether the term ended by a loss */
async function runTerm(
  lock: SingletonLock,
  { signal, label, logger }: SingletonLockOptions,
  work: LeaderWork,
): Promise<boolean> {
  const ending = signal === undefined ? lock.signal : AbortSignal.any([signal, lock.signal]);
  try {
    // Stopped in the moment between the lock and here.
    if (signal?.aborted !== true) await work(ending, lock);
  } catch (error) {
    // What comes of an abort is no failure; anything else is told, after the release.
    if (!ending.aborted) {
      await lock.release().catch(() => {});
      throw error;
    }
    logger?.warn(
      { label, reason: error instanceof Error ? error.message : String(error) },
      'the work was cut off',
    );
  }
  const isLost = lock.signal.aborted;
  try {
    await lock.release();
  } catch (error) {
    // Lost at the last moment: the server frees it when the lease ends.
    logger?.warn({ label, reason: (error as Error).message }, 'the release was not confirmed');
  }
  return isLost;
}
