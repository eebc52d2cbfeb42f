export interface BackgroundLoopOptions {
  /** One look at the database; true: there is more to do, look again at once. */
  readonly round: () => Promise<boolean>;
  /** Longest pause between two rounds. */
  readonly idleMs: number;
  /** A round failed; the next one comes after the pause. */
  readonly onError: (error: unknown) => void;
}

export interface BackgroundLoop {
  start(): void;
  /** Ends the pause now. Many calls before the next round are one. */
  ring(): void;
  /** Resolves when the last round has ended. */
  stop(): Promise<void>;
  readonly stopped: boolean;
}

/** Looks at the database again and again: at once when rung for, after a pause otherwise, and survives errors. */
export function createLoop({ round, idleMs, onError }: BackgroundLoopOptions): BackgroundLoop {
  const stopping = new AbortController();
  let rung = false;
  let wake: (() => void) | undefined;
  let running: Promise<void> | undefined;

  const ring = (): void => {
    rung = true;
    wake?.();
  };

  const pause = async (): Promise<void> => {
    if (rung) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, idleMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    wake = undefined;
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      rung = false;
      try {
        if (await round()) continue;
      } catch (error) {
        onError(error);
      }
      await pause();
    }
  };

  return {
    start() {
      running ??= run();
    },
    ring,
    async stop() {
      stopping.abort();
      ring();
      await running;
    },
    get stopped() {
      return stopping.signal.aborted;
    },
  };
}
