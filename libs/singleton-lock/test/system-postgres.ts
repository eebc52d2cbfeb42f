import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Debian puts each major version into a folder of its own. */
const DEBIAN = '/usr/lib/postgresql';

/** The programs of the newest PostgreSQL that the system brings; undefined when there is none. */
export function systemPostgres(): { version: number; bin: string } | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  const version = Math.max(0, ...versions.filter((one) => existsSync(`${DEBIAN}/${one}/bin/postgres`)));
  return version === 0 ? undefined : { version, bin: `${DEBIAN}/${version}/bin` };
}

/** A throw-away server of the system's PostgreSQL, on 127.0.0.1. */
export async function startSystemPostgres(bin: string) {
  const memory = '/dev/shm';
  const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'system-postgres-'));
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const initdb = ['-D', folder, '-U', 'postgres', '--auth=trust', '--no-sync', '--locale=C', '-E', 'UTF8'];
  execFileSync(join(bin, 'initdb'), initdb, { ...user, cwd: '/', stdio: 'ignore' });
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'fsync=off',
  ];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, cwd: '/', stdio: 'ignore' },
  );
  const url = (database = 'postgres') => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const ask = async (text: string) => {
    const client = new pg.Client({ connectionString: url() });
    client.on('error', () => {});
    await client.connect();
    await client.query(text);
    await client.end();
  };
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const gone = once(server, 'exit');
      server.kill('SIGQUIT');
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; ; tries += 1) {
    try {
      await ask('select 1');
      break;
    } catch (error) {
      if (tries < 200 && server.exitCode === null) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      await stop();
      throw error;
    }
  }
  return {
    url,
    stop,
    createDatabase: async (name: string) => {
      await ask(`create database "${name}"`);
      return url(name);
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', () => resolve()));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
