export { createDatabase } from './create-database.ts';
export type {
  CreateDatabaseOptions,
  DatabaseHandle,
  Queryable,
  QueryLogger,
  Trx,
} from './create-database.ts';
export { json } from './json.ts';
export { migrate } from './migrate.ts';
export type { MigrateOptions } from './migrate.ts';
export type { Migration } from './migration.ts';
export { MigrationError } from './migration-history.ts';
export type { AppliedMigration } from './migration-history.ts';
export { migrationStatus } from './migration-status.ts';
export type { MigrationStatus } from './migration-status.ts';
export { newMigration } from './new-migration.ts';
export { PoolingError, refuseTransactionPooling } from './pooling.ts';
export { migrations } from './migrations/index.ts';
export { runMigrationCommand } from './migration-command.ts';
export type * from './schema.ts';
