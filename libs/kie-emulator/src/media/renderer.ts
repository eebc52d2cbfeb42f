import { Worker } from 'node:worker_threads';
import type { MediaSpec } from './spec.ts';

export type RenderRequest = { readonly id: number; readonly spec: MediaSpec; readonly inputs: Uint8Array[] };
export type RenderReply =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly error: string };

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Draws media in a thread of its own, so that the HTTP side answers while a video is encoded. The thread starts
 * with the first job; it never keeps the process alive.
 */
export class Renderer {
  #worker: Worker | undefined;
  #count = 0;
  readonly #waiting = new Map<number, Waiting>();

  render(spec: MediaSpec, inputs: Uint8Array[]): Promise<Uint8Array> {
    const worker = (this.#worker ??= this.#start());
    const request: RenderRequest = { id: ++this.#count, spec, inputs };
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
      worker.ref();
      worker.postMessage(request, []);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#fail(new Error('the emulator was stopped while drawing'));
  }

  #start(): Worker {
    // Beside this file: TypeScript when run from source, JavaScript when built.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`./media-worker.${extension}`, import.meta.url));
    worker.unref();
    worker.on('message', (reply: RenderReply) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if (this.#waiting.size === 0) worker.unref();
      if ('bytes' in reply) waiting?.resolve(reply.bytes);
      else waiting?.reject(new Error(reply.error));
    });
    worker.on('error', (error) => {
      this.#worker = undefined;
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    });
    return worker;
  }

  #fail(error: Error): void {
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
