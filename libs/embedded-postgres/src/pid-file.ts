import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the server writes about itself into `postmaster.pid` (lines 1, 4 and 8; postgresql.org/docs/18/storage-file-layout.html). */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

/** Undefined when no server runs, or when the file is not complete yet. */
export function readPidFile(dataDir: string): PidFile | undefined {
  const lines = readOrEmpty(join(dataDir, 'postmaster.pid')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/** The port of the last run, so that addresses written down elsewhere stay true. */
export function lastPort(dataDir: string): number | undefined {
  const port = Number(/"-p" "(\d+)"/.exec(readOrEmpty(join(dataDir, 'postmaster.opts')))?.[1]);
  return port > 0 ? port : undefined;
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
