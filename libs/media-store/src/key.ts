import { MediaStoreError } from './errors.ts';

const segment = /^[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9]+)?$/;
const maxLength = 200;

/**
 * Lets a key pass or throws `bad_key`. Keys are made by us from ids (`outputs/<generation id>/0.png`), never from a
 * header, a URL or a file name somebody sent; the narrow alphabet makes a way out of the root impossible, and keeps
 * the names that the store uses beside its files (two dots) apart from keys.
 */
export function checkKey(key: string): string {
  const fits = key.length <= maxLength && key.split('/').every((part) => segment.test(part));
  if (fits) return key;
  throw new MediaStoreError(
    'bad_key',
    `${JSON.stringify(key.slice(0, 60))} is not a media key. Use lower-case letters, digits, "-" and "_", parts split by "/", ` +
      `at most one extension a part and ${maxLength} characters, as in "outputs/3f2a/0.png".`,
  );
}
