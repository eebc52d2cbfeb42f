import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(new URL('../package-lock.json', import.meta.url)))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
