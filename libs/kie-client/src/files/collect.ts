import { settleOnAbort } from '../abort.ts';
import { KieError } from '../errors/kie-error.ts';

/** Reads a stream to its end, and stops it as soon as it is larger than `maxBytes` or the signal fires. */
export async function collect(
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<Blob> {
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await settleOnAbort(reader.read(), signal);
      if (done) return new Blob(chunks);
      size += value.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(value as Uint8Array<ArrayBuffer>);
    }
  } catch (error) {
    // Not awaited: a source that hangs would hang the error too.
    void reader.cancel().catch(() => undefined);
    throw error;
  }
}

/** The error for a file above a limit. */
export function tooLarge(maxBytes: number): KieError {
  return new KieError(`The file is larger than ${maxBytes} bytes. Raise maxBytes, or use a smaller file.`, {
    code: 'too_large',
    category: 'input',
    retryable: false,
  });
}
