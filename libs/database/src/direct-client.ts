import pg from 'pg';
import { checkUrl } from './connection-url.ts';

/** Runs `work` on a connection of its own, outside of any pool of this process. */
export async function withDirectClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  checkUrl(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A lost connection fails the running query; it must not end the process as well.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
