import { migrationStatus, type Queryable } from '@kie/database';
import { sql } from 'kysely';

export interface Readiness {
  readonly ready: boolean;
  readonly detail: Record<string, string>;
}

/**
 * Whether this process can work: its own connection answers and the schema has the version the code wants. It says
 * nothing about other processes, so a standby is ready too.
 */
export function createReadinessCheck(db: Queryable, url: string, role: string): () => Promise<Readiness> {
  let schemaFits = false;
  return async () => {
    try {
      if (!schemaFits) {
        const status = await migrationStatus({ url });
        if (!status.isCurrent) {
          return {
            ready: false,
            detail: { role, database: status.problems[0] ?? 'migrations are to be applied' },
          };
        }
        schemaFits = true;
      }
      await sql`select 1`.execute(db);
      return { ready: true, detail: { role, database: 'ok' } };
    } catch {
      // The reason is in the log; here only the fact, because anybody can read this page.
      return { ready: false, detail: { role, database: 'no connection' } };
    }
  };
}
