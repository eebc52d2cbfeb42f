import { createHash } from 'node:crypto';

/**
 * The number that stands for a lock: the first 8 bytes of SHA-256(namespace, NUL, secret) as a signed 64-bit integer, which is what
 * PostgreSQL's advisory locks take. The same arguments give the same number for ever, and the secret (a bot token, say) cannot be read
 * back from it.
 *
 * @param namespace what the lock is for, so that one secret may have several locks; no NUL character
 * @param secret what identifies the one thing to be guarded
 * @throws TypeError when one of the two is empty, or the namespace contains a NUL character
 *
 * @example
 * lockKey('telegram-polling', botToken);
 */
export function lockKey(namespace: string, secret: string): bigint {
  if (namespace === '' || secret === '')
    throw new TypeError('lockKey needs a namespace and a secret, neither empty.');
  // Otherwise two pairs could spell the same bytes.
  if (namespace.includes('\0'))
    throw new TypeError('The namespace of a lock must not contain a NUL character.');
  return createHash('sha256').update(`${namespace}\0${secret}`, 'utf8').digest().readBigInt64BE(0);
}
