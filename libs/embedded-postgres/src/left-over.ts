import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { readPidFile } from './pid-file.ts';
import { isAlive, isServerOn } from './processes.ts';
import { shutDown } from './server-process.ts';
import { urlOf, withClient } from './sql.ts';

/** A server found running. */
export interface LeftOver {
  readonly pid: number;
  readonly port: number;
}

/**
 * Looks for a server that an earlier process left behind on `dataDir`. A healthy one that fits is returned; any other is stopped,
 * and a stale `postmaster.pid` that would keep a new server from starting is removed.
 */
export async function findLeftOver(
  binaries: Binaries,
  dataDir: string,
  wanted: { readonly port?: number | undefined; readonly durable: boolean },
): Promise<LeftOver | undefined> {
  const file = readPidFile(dataDir);
  if (file === undefined || !isAlive(file.pid)) return undefined;
  if (!isServerOn(dataDir, file.pid)) {
    rmSync(join(dataDir, 'postmaster.pid'), { force: true });
    return undefined;
  }
  const portFits = wanted.port === undefined || wanted.port === file.port;
  if (portFits && file.isReady && (await answers(file.port, wanted.durable))) return file;
  await shutDown(binaries, dataDir, file.pid);
  return undefined;
}

async function answers(port: number, durable: boolean): Promise<boolean> {
  try {
    return await withClient(urlOf(port, 'postgres'), async (client) => {
      const { rows } = await client.query<{ fsync: string }>('show fsync');
      return (rows[0]?.fsync === 'on') === durable;
    });
  } catch {
    return false;
  }
}
