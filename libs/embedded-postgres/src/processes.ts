import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether process `pid` is a PostgreSQL server on `dataDir`. The id alone says nothing: after a crash of the machine it
 * may belong to anybody.
 */
export function isServerOn(dataDir: string, pid: number): boolean {
  try {
    if (process.platform === 'linux') {
      // The server's working directory is always its data folder.
      const isPostgres = readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
      return isPostgres && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
    }
    if (process.platform === 'win32') return isAlive(pid);
    const command = execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
    return command.includes('postgres') && command.includes(dataDir);
  } catch {
    return false;
  }
}

/** Looks every few milliseconds until `condition` holds; false when `withinMs` is over. */
export async function waitUntil(condition: () => boolean, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > end) return false;
    await sleep(10);
  }
  return true;
}
