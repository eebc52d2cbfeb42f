import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Migration } from './migration.ts';

/** A step that this database has seen. */
export interface AppliedMigration {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
  readonly appliedAt: Date;
}

/** The schema and this program do not fit, or a step failed. The message says which and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** SHA-256 of the step's SQL, in hex. */
export function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

/** What `schema_migrations` says; empty for a new database. */
export async function readHistory(client: ClientBase): Promise<AppliedMigration[]> {
  const { rows: exists } = await client.query<{ there: boolean }>(
    "select to_regclass('schema_migrations') is not null as there",
  );
  if (exists[0]?.there !== true) return [];
  const { rows } = await client.query<AppliedMigration>(
    'select version, name, checksum, applied_at as "appliedAt" from schema_migrations order by version',
  );
  return rows;
}

/** Everything that speaks against running `migrations` on a database with this history. */
export function findConflicts(
  history: readonly AppliedMigration[],
  migrations: readonly Migration[],
): string[] {
  const known = new Map(migrations.map((migration) => [migration.version, migration]));
  return history.flatMap((applied, index) => {
    const label = labelOf(applied);
    const migration = known.get(applied.version);
    if (applied.version !== index + 1)
      return [`${label} was applied, but step ${index + 1} before it was not.`];
    if (migration === undefined) {
      return [`The database has ${label}, which this program does not know. Deploy the newer program.`];
    }
    if (checksumOf(migration) !== applied.checksum) {
      return [
        `${label} was changed after it had been applied. Restore its text and put the change into a new step.`,
      ];
    }
    return [];
  });
}

/** `0003-generations`, as files and messages call a step. */
export function labelOf({ version, name }: Pick<Migration, 'version' | 'name'>): string {
  return `${String(version).padStart(4, '0')}-${name}`;
}
