import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { urlOf } from './sql.ts';

const NAME = 'embedded-postgres owner';
const LOCK = 5_064_710_932_741_180;

/**
 * Marks a kept server as ours for as long as this process lives, so that a second start on the same folder says so instead of
 * sharing it and stopping it under the first one's feet. The mark is a lock held by a connection: it goes when we go.
 */
export async function claim(port: number, dataDir: string): Promise<() => Promise<void>> {
  const client = new pg.Client({
    connectionString: urlOf(port, 'postgres'),
    application_name: `${NAME} ${process.pid}`,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  // The server going away ends the claim with it.
  client.on('error', () => {});
  await client.connect();
  // The connection of an owner that was killed a moment ago may still be closing.
  for (let tries = 1; ; tries += 1) {
    const { rows } = await client.query<{ ok: boolean }>('select pg_try_advisory_lock($1) as ok', [LOCK]);
    if (rows[0]?.ok === true) break;
    if (tries === 20) {
      const { rows: owners } = await client.query<{ name: string }>(
        'select application_name as name from pg_stat_activity where application_name like $1 and pid <> pg_backend_pid()',
        [`${NAME} %`],
      );
      await client.end();
      const owner = owners[0]?.name.slice(NAME.length + 1) ?? 'unknown';
      throw new Error(`The database in ${dataDir} is in use by process ${owner}. Stop that process first.`);
    }
    await sleep(50);
  }
  // Documented by pg, not yet by its types: the claim must not keep the process alive, its end must not be cut short.
  const held = client as pg.Client & { ref(): void; unref(): void };
  held.unref();
  return () => {
    held.ref();
    return client.end().catch(() => {});
  };
}
