/** Time as the emulator sees it. Injectable, so a test can let 24 hours pass at once. */
export interface EmulatorClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`; also (early) when the signal aborts, never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The real clock. Its timers do not keep a process alive. */
export const systemClock: EmulatorClock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      const finish = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', finish);
        resolve();
      };
      const timer = setTimeout(finish, Math.min(Math.max(0, ms), 2 ** 31 - 1));
      timer.unref();
      signal?.addEventListener('abort', finish, { once: true });
    }),
};

/** A clock that only moves when told to. */
export interface ManualClock extends EmulatorClock {
  /** Moves time forward and wakes everything that was due, in order. */
  advance(ms: number): Promise<void>;
}

/**
 * A clock for tests of anything slow: update life times, webhook retries, the 10 seconds of a payment.
 *
 * @example
 * const clock = createManualClock();
 * const telegram = await startTelegramEmulator({ clock });
 * await clock.advance(24 * 3600_000); // pending messages are now too old to be delivered
 */
export function createManualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  let time = start;
  const sleepers = new Set<{ at: number; wake: () => void }>();
  return {
    now: () => time,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (ms <= 0 || signal?.aborted === true) {
          resolve();
          return;
        }
        const sleeper = {
          at: time + ms,
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', sleeper.wake);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', sleeper.wake, { once: true });
      }),
    async advance(ms) {
      const end = time + ms;
      for (;;) {
        const due = [...sleepers].filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        time = Math.max(time, due.at);
        due.wake();
        await new Promise((resolve) => setImmediate(resolve));
      }
      time = end;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
