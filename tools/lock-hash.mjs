import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Names an installation: the lockfile it was made from and the platform it was made for. */
export function lockHash() {
  const lockfile = readFileSync(new URL('../package-lock.json', import.meta.url));
  return createHash('sha256').update(lockfile).update(`${process.platform}-${process.arch}`).digest('hex');
}
