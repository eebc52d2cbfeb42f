import pg from 'pg';

/** Address of a database of a server on this machine. */
export function urlOf(port: number, database: string): string {
  return `postgres://postgres@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/** Opens a connection, runs `work`, closes it again. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // A server that goes away in between must fail the query, not the process.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Creates a database and returns its address. From a template it is a copy (about 10 ms for a small schema); the template
 * must have no open connection, and one that is just closing is waited for.
 */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<string> {
  await withClient(adminUrl, async (client) => {
    const quoted = pg.escapeIdentifier(name);
    const source =
      template === undefined ? '' : ` template ${pg.escapeIdentifier(template)} strategy file_copy`;
    for (let tries = 1; ; tries += 1) {
      try {
        return await client.query(`create database ${quoted}${source}`);
      } catch (error) {
        const isBusy = (error as { code?: string }).code === '55006';
        if (!isBusy || tries === 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  });
  const url = new URL(adminUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}
