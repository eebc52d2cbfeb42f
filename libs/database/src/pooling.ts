import pg from 'pg';
import { checkUrl } from './connection-url.ts';

/** The address leads to a pooler in transaction mode. The message names the port and the fix. */
export class PoolingError extends Error {
  override readonly name = 'PoolingError';
}

const rounds = 10;

/**
 * Refuses a pooler in transaction mode, behind which advisory locks, LISTEN and session settings belong to whoever asks
 * next. Told by what it does, not by its port: a connection that is not answered by the process that greeted it is a pooler;
 * two connections that meet in one server process, or one that changes its process, are transaction mode. Session mode and
 * direct connections pass.
 *
 * @throws PoolingError
 */
export async function refuseTransactionPooling({ url }: { readonly url: string }): Promise<void> {
  checkUrl(url);
  const first = await open(url);
  try {
    const greetedBy = (first as { readonly processID?: unknown }).processID;
    if ((await backendOf(first)) === greetedBy) return;
    const second = await open(url);
    try {
      if (await sharesBackends(first, second)) throw refusal(url);
    } finally {
      await second.end().catch(() => {});
    }
  } finally {
    await first.end().catch(() => {});
  }
}

// A pid seen on both, or a pid that changes: 100 of 100 behind PgBouncer in transaction mode, idle or busy, 0 of 100 in
// session mode.
async function sharesBackends(first: pg.Client, second: pg.Client): Promise<boolean> {
  const seenByFirst = new Set<number>();
  const seenBySecond = new Set<number>();
  for (let round = 0; round < rounds; round += 1) {
    seenByFirst.add(await backendOf(first));
    seenBySecond.add(await backendOf(second));
  }
  return (
    seenByFirst.size > 1 || seenBySecond.size > 1 || [...seenByFirst].some((pid) => seenBySecond.has(pid))
  );
}

async function open(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function backendOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}

function refusal(url: string): PoolingError {
  const port = new URL(url).port || '5432';
  return new PoolingError(
    `Port ${port} of the database is a pooler in transaction mode, on which locks and LISTEN do not work. ` +
      'Use the direct address of the server or the session pooler. Supabase: port 5432 instead of 6543; ' +
      'Render: the internal database URL; PgBouncer: pool_mode = session.',
  );
}
