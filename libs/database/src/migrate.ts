import type { ClientBase } from 'pg';
import { withDirectClient } from './direct-client.ts';
import { checksumOf, findConflicts, labelOf, MigrationError, readHistory } from './migration-history.ts';
import type { Migration } from './migration.ts';
import { refuseTransactionPooling } from './pooling.ts';
import { migrations as ownMigrations } from './migrations/index.ts';

/** Options of {@link migrate}. */
export interface MigrateOptions {
  readonly url: string;
  /** The steps. Default: those of this package. */
  readonly migrations?: readonly Migration[];
}

/** Any number, but the same in every version of this program. */
const LOCK = 7_215_884_019_376_201n;

/**
 * Brings the schema up to date, step by step, each in a transaction of its own: after a failure the database is at the step before.
 * Several processes may call it at once, one works and the others wait.
 *
 * @returns the steps that this call applied, e.g. `['0004-telegram']`; empty when there was nothing to do
 * @throws MigrationError when a step fails, when the database is newer than this program, or when an applied step was changed;
 *   PoolingError when the address is a pooler in transaction mode
 *
 * @example
 * await migrate({ url: process.env.DATABASE_URL });
 */
export async function migrate({ url, migrations = ownMigrations }: MigrateOptions): Promise<string[]> {
  await refuseTransactionPooling({ url });
  return withDirectClient(url, async (client) => {
    const applied: string[] = [];
    for (;;) {
      const label = await applyNext(client, migrations);
      if (label === undefined) return applied;
      applied.push(label);
    }
  });
}

async function applyNext(client: ClientBase, migrations: readonly Migration[]): Promise<string | undefined> {
  await client.query('begin');
  try {
    // Hosted databases cut long statements by default; a step may take its time.
    await client.query('set local statement_timeout = 0');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const history = await readHistory(client);
    const conflicts = findConflicts(history, migrations);
    if (conflicts.length > 0) throw new MigrationError(conflicts.join('\n'));
    const next = migrations[history.length];
    if (next !== undefined) await apply(client, next, history.length === 0);
    await client.query('commit');
    return next === undefined ? undefined : labelOf(next);
  } catch (error) {
    // The connection may be what broke; the server rolls back by itself then.
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

async function apply(client: ClientBase, migration: Migration, isFirst: boolean): Promise<void> {
  try {
    if (isFirst) {
      await client.query(`
        create table schema_migrations (
          version     integer primary key,
          name        text not null,
          checksum    text not null,
          applied_at  timestamptz not null default now()
        )`);
    }
    await client.query(migration.sql);
    await client.query('insert into schema_migrations (version, name, checksum) values ($1, $2, $3)', [
      migration.version,
      migration.name,
      checksumOf(migration),
    ]);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MigrationError(`${labelOf(migration)} failed and was rolled back: ${reason}`, { cause });
  }
}
