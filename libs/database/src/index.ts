export type * from './schema.ts';
export type { Migration } from './migration.ts';
