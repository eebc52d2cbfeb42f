import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { MediaStoreError } from './errors.ts';
import { checkKey } from './key.ts';
import { measure } from './measure.ts';

/** What `put` found out about the bytes it kept. */
export interface PutResult {
  readonly key: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface PutOptions {
  /** Kept beside the bytes; take it from `sniffMedia`, not from a header. */
  readonly mime: string;
  /** The put is given up, and nothing kept, as soon as more bytes than this arrive. Default: no limit. */
  readonly maxBytes?: number;
}

/** A file in the store. `stream()` may be called several times, each call reads from the beginning. */
export interface StoredMedia {
  readonly key: string;
  readonly size: number;
  readonly mime: string;
  stream(): ReadableStream<Uint8Array>;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
}

/** See `createMediaStore`. */
export interface MediaStore {
  /** Keeps the bytes under the key, all or nothing; what was there before is replaced. Throws `bad_key`, `too_large`. */
  put(key: string, data: Uint8Array | ReadableStream<Uint8Array>, options: PutOptions): Promise<PutResult>;
  /** Throws `not_found`. */
  get(key: string): Promise<StoredMedia>;
  exists(key: string): Promise<boolean>;
  /** Does nothing when there is nothing. */
  delete(key: string): Promise<void>;
}

export interface MediaStoreOptions {
  /** The folder; made when absent. Give every process the same one. */
  readonly root: string;
}

const besideOf = (key: string): string => `${key}..json`;

/**
 * Keeps the input and output files of generations in a local folder. A file appears under its key only when all of
 * its bytes are on the disk: a reader, or a process killed in the middle, never meets half a file.
 *
 * @example
 * ```ts
 * const store = createMediaStore({ root: '.data/media' });
 * const { sha256 } = await store.put('outputs/3f2a/0.png', bytes, { mime: 'image/png', maxBytes: 20_000_000 });
 * const file = await store.get('outputs/3f2a/0.png');
 * ```
 */
export function createMediaStore(options: MediaStoreOptions): MediaStore {
  const { root } = options;
  const disk = new Disk(new FSDriver({ location: root, visibility: 'private' }));
  const path = (key: string): string => join(root, key);

  // flydrive's own move copies and unlinks, which a reader can see half done; a rename within one folder cannot.
  async function commit(temporary: string, key: string): Promise<void> {
    await mkdir(dirname(path(key)), { recursive: true });
    await rename(path(temporary), path(key));
  }

  async function readMime(key: string): Promise<string> {
    const beside: unknown = JSON.parse(await disk.get(besideOf(key)));
    const mime = typeof beside === 'object' && beside !== null && 'mime' in beside ? beside.mime : undefined;
    return typeof mime === 'string' ? mime : 'application/octet-stream';
  }

  return {
    async put(key, data, { mime, maxBytes = Infinity }) {
      checkKey(key);
      const source =
        data instanceof Uint8Array ? Readable.from([data], { objectMode: false }) : Readable.fromWeb(data);
      const measured = measure(maxBytes);
      const temporary = `tmp/${randomUUID()}`;
      const beside = besideOf(temporary);
      try {
        // Not by flydrive's putStream: it rejects while its write goes on, which then brings back a deleted file.
        await mkdir(path('tmp'), { recursive: true });
        await pipeline(source, measured.through, createWriteStream(path(temporary), { flush: true }));
        await writeFile(path(beside), JSON.stringify({ mime }), { flush: true });
        await commit(beside, besideOf(key));
        await commit(temporary, key);
      } catch (error) {
        await Promise.all([disk.delete(temporary), disk.delete(beside)]);
        throw error;
      }
      return { key, ...measured.result() };
    },

    async get(key) {
      checkKey(key);
      if (!(await disk.exists(key)))
        throw new MediaStoreError('not_found', `Nothing is kept under "${key}".`);
      const { contentLength } = await disk.getMetaData(key);
      const mime = await readMime(key);
      const chunks = async function* (): AsyncGenerator<Uint8Array> {
        yield* (await disk.getStream(key)) as AsyncIterable<Uint8Array>;
      };
      return {
        key,
        mime,
        size: contentLength,
        stream: () =>
          Readable.toWeb(Readable.from(chunks(), { objectMode: false })) as ReadableStream<Uint8Array>,
        bytes: async () => {
          const all: Uint8Array[] = [];
          for await (const chunk of chunks()) all.push(chunk);
          return new Uint8Array(Buffer.concat(all));
        },
      };
    },

    async exists(key) {
      return disk.exists(checkKey(key));
    },

    async delete(key) {
      await disk.delete(checkKey(key));
      await disk.delete(besideOf(key));
    },
  };
}
