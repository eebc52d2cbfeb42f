import { acquireSingletonLock } from './acquire.ts';
import type { SingletonLockOptions } from './options.ts';
import type { SingletonLock } from './singleton-lock.ts';

/** Lets many parts of one process take turns with one lock, over one connection. */
export interface LocalQueue {
  /**
   * Waits for the turn: first come, first served, never two inside. `release()` passes the turn on; the connection is closed when nobody waits
   * any more.
   *
   * @throws the signal's reason; for everybody who waits, what kept the lock from being acquired
   */
  readonly acquire: (options?: { readonly signal?: AbortSignal }) => Promise<SingletonLock>;
  /** How many wait now. */
  readonly waiting: () => number;
}

/** Options of `createLocalQueue`: those of the lock, whose `signal` ends every wait. */
export interface LocalQueueOptions extends SingletonLockOptions {
  /** After so long the lock is given back between two turns, so that other processes get theirs. Default 10,000 ms. */
  readonly maxHoldMs?: number;
}

interface Waiter {
  readonly grant: (lock: SingletonLock) => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * An advisory lock counts how often its session took it, so one session cannot keep two parts of one process apart. This does, in order, and
 * ten thousand of them wait at the cost of one connection. Turns that follow each other in one term share their epoch.
 *
 * @example
 * const reports = createLocalQueue({ connection, key: lockKey('reports', 'all'), label: 'worker-1' });
 * await using turn = await reports.acquire();
 */
export function createLocalQueue(options: LocalQueueOptions): LocalQueue {
  const { maxHoldMs = 10_000, now = () => performance.now() } = options;
  const waiters = new Set<Waiter>();
  let isServing = false;

  const refuseAll = (error: unknown) => {
    for (const waiter of waiters) waiter.refuse(error);
    waiters.clear();
  };
  const takeTurns = async (lock: SingletonLock) => {
    const until = now() + maxHoldMs;
    while (lock.held() && options.signal?.aborted !== true) {
      const [next] = waiters;
      if (next === undefined) return;
      waiters.delete(next);
      await new Promise<void>((done) => next.grant(turnOf(lock, done)));
      if (now() >= until) return;
    }
  };
  const serve = async () => {
    while (waiters.size > 0) {
      try {
        const lock = await acquireSingletonLock(options);
        await takeTurns(lock);
        await giveBack(lock);
        options.signal?.throwIfAborted();
      } catch (error) {
        refuseAll(error);
      }
    }
    isServing = false;
  };
  const start = () => {
    if (isServing) return;
    isServing = true;
    void serve();
  };
  const giveBack = (lock: SingletonLock) =>
    lock.release().catch((error: unknown) => {
      options.logger?.warn(
        { label: options.label, reason: (error as Error).message },
        'the release was not confirmed',
      );
    });

  const acquire = ({ signal }: { readonly signal?: AbortSignal } = {}) =>
    new Promise<SingletonLock>((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason as Error);
        return;
      }
      const leave = () => {
        waiters.delete(waiter);
        reject(signal?.reason as Error);
      };
      const waiter: Waiter = {
        grant: (lock) => {
          signal?.removeEventListener('abort', leave);
          resolve(lock);
        },
        refuse: (error) => {
          signal?.removeEventListener('abort', leave);
          reject(error);
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      waiters.add(waiter);
      start();
    });
  return { acquire, waiting: () => waiters.size };
}

/** The lock for the time of one turn; its release ends the turn only. */
function turnOf(lock: SingletonLock, done: () => void): SingletonLock {
  let isOver = false;
  const release = async () => {
    isOver = true;
    done();
  };
  return {
    epoch: lock.epoch,
    token: lock.token,
    signal: lock.signal,
    held: () => !isOver && lock.held(),
    release,
    [Symbol.asyncDispose]: release,
  };
}
