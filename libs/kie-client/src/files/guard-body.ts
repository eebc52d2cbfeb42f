import { startDeadline } from '../abort.ts';
import type { Clock } from '../clock.ts';
import { KieAbortError } from '../errors/kie-abort-error.ts';
import { KieError } from '../errors/kie-error.ts';
import { settleOnAbort } from '../abort.ts';
import { tooLarge } from './collect.ts';

/** What {@link guardBody} watches. */
export interface GuardOptions {
  readonly clock: Clock;
  readonly maxBytes: number;
  /** The longest pause between two pieces. */
  readonly stallMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly size?: number | undefined;
  readonly onProgress?: ((progress: { readonly bytes: number; readonly total?: number }) => void) | undefined;
}

/** The same bytes, ending in a `KieError` when they are too many, stall, break off, or the signal fires. */
export function guardBody(
  body: ReadableStream<Uint8Array>,
  options: GuardOptions,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  let bytes = 0;
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await readInTime(reader, options);
        if (done) {
          controller.close();
          return;
        }
        bytes += value.byteLength;
        if (bytes > options.maxBytes) throw tooLarge(options.maxBytes);
        options.onProgress?.({ bytes, ...(options.size !== undefined && { total: options.size }) });
        controller.enqueue(value as Uint8Array<ArrayBuffer>);
      } catch (error) {
        void reader.cancel().catch(() => undefined);
        controller.error(error);
      }
    },
    cancel: () => reader.cancel(),
  });
}

async function readInTime(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  options: GuardOptions,
): ReturnType<ReadableStreamDefaultReader<Uint8Array>['read']> {
  const deadline = startDeadline(options.clock, options.stallMs, options.signal);
  try {
    return await settleOnAbort(reader.read(), deadline.signal);
  } catch {
    if (options.signal?.aborted) throw new KieAbortError('The download was aborted.');
    throw new KieError(
      deadline.passed ? `The download stalled for ${options.stallMs} ms.` : 'The download broke off.',
      {
        code: deadline.passed ? 'request_timeout' : 'connection_lost',
        category: deadline.passed ? 'timeout' : 'network',
        retryable: true,
      },
    );
  } finally {
    deadline.dispose();
  }
}
