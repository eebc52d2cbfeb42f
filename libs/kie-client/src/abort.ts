import type { Clock } from './clock.ts';

/** Rejects with the signal's reason as soon as it fires, also when `work` itself does not listen. */
export function settleOnAbort<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** A signal that fires at a deadline or with its parent, whichever comes first. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Whether the deadline, not the parent, ended it. */
  readonly passed: boolean;
  /** Drops the timer and the listener, and fires the signal if it has not. Always call it, and last. */
  dispose(): void;
}

/** Starts a {@link Deadline} of `ms`. */
export function startDeadline(clock: Clock, ms: number, parent: AbortSignal | undefined): Deadline {
  // One controller for everything: thousands of waits have one of these each.
  const controller = new AbortController();
  let passed = false;
  const onParent = (): void => controller.abort(parent?.reason);
  if (parent?.aborted) onParent();
  else parent?.addEventListener('abort', onParent, { once: true });
  clock.sleep(ms, controller.signal).then(
    () => {
      passed = !controller.signal.aborted;
      controller.abort();
    },
    () => {
      // The parent fired, or it was disposed of before it was due.
    },
  );
  return {
    signal: controller.signal,
    get passed() {
      return passed;
    },
    dispose: () => {
      parent?.removeEventListener('abort', onParent);
      controller.abort('over');
    },
  };
}
