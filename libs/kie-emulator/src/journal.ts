/** One call that the emulator took, or one callback that it made. */
export interface Call {
  readonly kind: 'request' | 'callback';
  /** Epoch ms of the emulator's time. */
  readonly at: number;
  readonly method: string;
  /** Path and query; for a callback the whole URL. */
  readonly path: string;
  /** HTTP status; absent when the connection was cut or never answered. */
  readonly status?: number;
  /** `code` of the envelope. */
  readonly code?: number;
  readonly model?: string;
  readonly taskId?: string;
  /** JSON body of a createTask call. */
  readonly body?: unknown;
  /** The fault that struck. */
  readonly fault?: string;
  /** Attempt number of a callback. */
  readonly attempt?: number;
}

/** The newest calls, oldest first. */
export class Journal {
  readonly #limit: number;
  readonly #listener: ((call: Call) => void) | undefined;
  #calls: Call[] = [];

  constructor(limit: number, listener?: (call: Call) => void) {
    this.#limit = limit;
    this.#listener = listener;
  }

  add(call: Call): void {
    this.#calls.push(call);
    // Cut in large steps: shifting an array at every call would be slow.
    if (this.#calls.length > this.#limit * 1.25) this.#calls = this.#calls.slice(-this.#limit);
    this.#listener?.(call);
  }

  list(): readonly Call[] {
    return this.#calls.slice(-this.#limit);
  }

  clear(): void {
    this.#calls = [];
  }
}
