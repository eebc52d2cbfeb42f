export { startPostgres } from './start.ts';
export type { PostgresServer, StartPostgresOptions } from './start.ts';
