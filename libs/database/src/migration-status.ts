import { withDirectClient } from './direct-client.ts';
import { findConflicts, readHistory, type AppliedMigration } from './migration-history.ts';
import type { MigrateOptions } from './migrate.ts';
import type { Migration } from './migration.ts';
import { migrations as ownMigrations } from './migrations/index.ts';

/** How database and program fit. */
export interface MigrationStatus {
  /** Nothing pending and no problem: the service may start. */
  readonly isCurrent: boolean;
  readonly applied: readonly AppliedMigration[];
  readonly pending: readonly Migration[];
  /** Sentences: a database newer than the program, a step changed after it was applied. */
  readonly problems: readonly string[];
}

/** Looks, changes nothing. For readiness checks and operators. */
export function migrationStatus({
  url,
  migrations = ownMigrations,
}: MigrateOptions): Promise<MigrationStatus> {
  return withDirectClient(url, async (client) => {
    const applied = await readHistory(client);
    const problems = findConflicts(applied, migrations);
    const pending = migrations.slice(applied.length);
    return { isCurrent: problems.length === 0 && pending.length === 0, applied, pending, problems };
  });
}
