import { systemClock, type Clock } from './clock.ts';
import type { Logger } from './logger.ts';

export interface SuperviseOptions {
  /** Aborted: `run` is expected to end, and no error of it counts any more. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
  /** Wait before the first, second … restart of a window; the last one repeats. ±20 % at random. */
  readonly delaysMs?: readonly number[];
  /** More restarts than this within `windowMs` and `supervise` gives up. */
  readonly maxRestarts?: number;
  readonly windowMs?: number;
  /** Errors that a restart cannot heal (a wrong token): given up at once. */
  readonly isFatal?: (error: unknown) => boolean;
  readonly clock?: Clock;
  readonly random?: () => number;
}

/**
 * Keeps one long-running part of a process alive: runs it again when it throws, after 1, 2, 4 s, at most 3 times in
 * 10 minutes. Resolves when `run` returns or the signal is aborted; rejects with the last error when it gives up, and
 * the process should then exit non-zero so that its host starts it fresh.
 */
export async function supervise(
  name: string,
  run: (signal: AbortSignal) => Promise<void>,
  options: SuperviseOptions,
): Promise<void> {
  const { signal, logger, delaysMs = [1000, 2000, 4000], maxRestarts = 3, windowMs = 600_000 } = options;
  const { clock = systemClock, random = Math.random, isFatal = () => false } = options;
  let restarts: number[] = [];
  while (!signal.aborted) {
    try {
      await run(signal);
      return;
    } catch (error) {
      if (signal.aborted) return;
      const now = clock.now();
      restarts = restarts.filter((at) => now - at < windowMs);
      if (isFatal(error) || restarts.length >= maxRestarts) {
        logger.fatal({ err: error, part: name, restarts: restarts.length }, `${name} failed and is given up`);
        throw error;
      }
      const delay = delaysMs[Math.min(restarts.length, delaysMs.length - 1)] ?? 0;
      const waitMs = Math.round(delay * (0.8 + random() * 0.4));
      restarts.push(now);
      logger.error(
        { err: error, part: name, restart: restarts.length, waitMs },
        `${name} failed, restarting`,
      );
      await clock.sleep(waitMs, signal).catch((reason: unknown) => {
        if (!signal.aborted) throw reason;
      });
    }
  }
}
