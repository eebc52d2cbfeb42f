import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes by name. Names are hexadecimal digests with a prefix, never a caller's text. */
export interface Blobs {
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<Uint8Array | undefined>;
}

/** In memory. Pictures and videos that can be drawn again (`render-…`) make room for newer ones beyond the limit. */
export function memoryBlobs(renderLimitBytes = 256 * 1024 * 1024): Blobs {
  const kept = new Map<string, Uint8Array>();
  let renders = 0;
  return {
    async put(name, bytes) {
      if (kept.has(name)) return;
      kept.set(name, bytes);
      if (!name.startsWith('render-')) return;
      renders += bytes.length;
      for (const [old, content] of kept) {
        if (renders <= renderLimitBytes) break;
        if (old === name || !old.startsWith('render-')) continue;
        kept.delete(old);
        renders -= content.length;
      }
    },
    get: async (name) => kept.get(name),
  };
}

/** In a folder, written whole or not at all. */
export function folderBlobs(folder: string): Blobs {
  let count = 0;
  return {
    async put(name, bytes) {
      await mkdir(folder, { recursive: true });
      const draft = join(folder, `${name}.${process.pid}-${++count}.tmp`);
      await writeFile(draft, bytes);
      await rename(draft, join(folder, name));
    },
    async get(name) {
      try {
        return await readFile(join(folder, name));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
}
