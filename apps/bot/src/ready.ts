import { migrationStatus, type Queryable } from '@kie/database';
import { sql } from 'kysely';

/** Whether this process can work: its own connection answers and the schema has the version the code wants. */
export async function databaseReady(
  db: Queryable,
  url: string,
): Promise<{ readonly ready: boolean; readonly detail: Record<string, string> }> {
  try {
    await sql`select 1`.execute(db);
    const { pending } = await migrationStatus({ url });
    if (pending.length > 0) return { ready: false, detail: { database: `${pending.length} migrations to go` } };
    return { ready: true, detail: { database: 'ok' } };
  } catch {
    // The reason is in the log of the pool; here only the fact, because anybody can read this page.
    return { ready: false, detail: { database: 'no connection' } };
  }
}
