import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { tooLarge } from './files/collect.ts';
import { invalidArgument } from './errors/invalid-argument.ts';

/** For {@link fromPath}. */
export interface FromPathOptions {
  /** Refuses a larger file before it is read. Default 104 857 600 (100 MiB). */
  readonly maxBytes?: number;
}

/**
 * Reads a file of this machine for `uploadFile`. A path is only ever read because you called this.
 *
 * @throws KieError `invalid_argument` when there is no such file, `too_large` when it is too large
 * @example
 * ```ts
 * import { createKieClient } from '@kie/client';
 * import { fromPath } from '@kie/client/node';
 *
 * const kie = createKieClient({ apiKey: process.env['KIE_API_KEY'] ?? '' });
 * const { url } = await kie.uploadFile(await fromPath('./photo.jpg'));
 * ```
 */
export async function fromPath(path: string | URL, options: FromPathOptions = {}): Promise<File> {
  const maxBytes = options.maxBytes ?? 100 * 1024 * 1024;
  const name = basename(path instanceof URL ? path.pathname : path);
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw tooLarge(maxBytes);
    return new File([await readFile(path)], name);
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code === 'too_large') throw error;
    throw invalidArgument(
      `fromPath cannot read the file '${name}' (${typeof code === 'string' ? code : 'unknown'}).`,
    );
  }
}
