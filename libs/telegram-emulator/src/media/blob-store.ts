import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes behind files, by their hash: in memory, or in `<dataDir>/files`. */
export interface BlobStore {
  /** Keeps the bytes and returns their name. Equal bytes are kept once. */
  put(bytes: Uint8Array): string;
  get(name: string): Uint8Array | undefined;
}

export function createBlobStore(dataDir: string | undefined): BlobStore {
  const nameOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 40);
  if (dataDir === undefined) {
    const blobs = new Map<string, Uint8Array>();
    return {
      put(bytes) {
        const name = nameOf(bytes);
        if (!blobs.has(name)) blobs.set(name, Uint8Array.from(bytes));
        return name;
      },
      get: (name) => blobs.get(name),
    };
  }
  const folder = join(dataDir, 'files');
  mkdirSync(folder, { recursive: true });
  return {
    put(bytes) {
      const name = nameOf(bytes);
      const path = join(folder, name);
      if (!existsSync(path)) {
        writeFileSync(`${path}.new`, bytes);
        renameSync(`${path}.new`, path);
      }
      return name;
    },
    get(name) {
      const path = join(folder, name);
      return /^[\da-f]{40}$/.test(name) && existsSync(path) ? readFileSync(path) : undefined;
    },
  };
}
