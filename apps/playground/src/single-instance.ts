import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './options.ts';

/** Keeps a second playground off the same folder: two bots on one database is not what anybody meant. */
export function claimFolder(dataDir: string): { release(): void } {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'playground.pid');
  const other = Number(read(file));
  if (other > 0 && other !== process.pid && isAlive(other)) {
    throw new UsageError(
      `a playground runs already on ${dataDir} (process ${other}). Stop it, or use another folder: npm start -- --data-dir FOLDER`,
    );
  }
  writeFileSync(file, String(process.pid));
  return {
    release() {
      rmSync(file, { force: true });
    },
  };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
