/** Lets so many pieces of work run at the same time; the others wait in line. */
export interface Gate {
  /** Runs `work` when there is room. Rejects with the signal's reason when it fires first. */
  pass<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value>;
}

/** Makes a {@link Gate}. */
export function createGate(limit: number): Gate {
  let running = 0;
  const line = new Set<() => void>();
  const enter = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const onAbort = (): void => {
        line.delete(go);
        reject(signal.reason);
      };
      const go = (): void => {
        line.delete(go);
        signal.removeEventListener('abort', onAbort);
        running += 1;
        resolve();
      };
      if (signal.aborted) onAbort();
      else if (running < limit) go();
      else {
        signal.addEventListener('abort', onAbort, { once: true });
        line.add(go);
      }
    });
  return {
    pass: async (signal, work) => {
      await enter(signal);
      try {
        return await work();
      } finally {
        running -= 1;
        const [next] = line;
        next?.();
      }
    },
  };
}
