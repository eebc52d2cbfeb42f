import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { MediaStoreError } from './errors.ts';

/** What went through a `measure` stream. */
export interface Measured {
  readonly bytes: number;
  readonly sha256: string;
}

/** A stream that counts and hashes what passes, and breaks off as soon as it is more than `maxBytes`. */
export function measure(maxBytes: number): { readonly through: Transform; result(): Measured } {
  const hash = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) {
        done(
          new MediaStoreError(
            'too_large',
            `The file is larger than the ${maxBytes} bytes allowed; nothing was kept.`,
          ),
        );
        return;
      }
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { through, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}
