import { KieError } from '../errors/kie-error.ts';
import type { LimitedKind } from '../limiter.ts';
import type { Operation } from '../observe.ts';
import type { Settings } from '../options.ts';

/**
 * Waits for the limiter's word and tells the hook how long that took. Resolves to `false` when the signal fired first.
 *
 * @throws KieError `limiter_failed` when a limiter of the caller's own breaks; nothing was sent then
 */
export async function waitForTurn(
  settings: Settings,
  kind: LimitedKind,
  operation: Operation,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const asked = settings.clock.now();
  try {
    await settings.limiter.acquire(kind, signal);
  } catch (error) {
    if (signal?.aborted) return false;
    const name = error instanceof Error ? error.name : typeof error;
    throw new KieError(`The limiter failed with a ${name} before ${operation}; nothing was sent.`, {
      code: 'limiter_failed',
      category: 'unknown',
      retryable: true,
      outcome: 'not_sent',
    });
  }
  const waitedMs = settings.clock.now() - asked;
  if (waitedMs > 0) settings.observer.limiterWait({ operation, waitedMs });
  return !signal?.aborted;
}
