import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets of the playground, made once and kept, so that callbacks signed before a restart are still ours. */
export function playgroundSecret(dataDir: string, name: string): string {
  const file = join(dataDir, `${name}.secret`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const secret = randomBytes(24).toString('hex');
    writeFileSync(file, secret, { mode: 0o600 });
    return secret;
  }
}
