import { Kysely, PostgresDialect, type LogEvent, type Transaction } from 'kysely';
import pg from 'pg';
import { checkUrl } from './connection-url.ts';
import type { Database } from './schema.ts';

/** Where queries run: a connection of the pool, or the caller's transaction. */
export type Queryable = Kysely<Database>;
/** A transaction; every function that takes a {@link Queryable} takes one too. */
export type Trx = Transaction<Database>;

/** The part of a pino logger that is used here. */
export interface QueryLogger {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Options of {@link createDatabase}. */
export interface CreateDatabaseOptions {
  /** `postgres://user:password@host:port/name` */
  readonly url: string;
  /** Most connections at once. Default 10. */
  readonly max?: number;
  /** Hears of each statement (debug), slow ones (warn), failed ones and lost connections (error); never of values. */
  readonly logger?: QueryLogger;
  /** From how many ms on a statement is slow. Default 500. */
  readonly slowMs?: number;
}

/** An open database. */
export interface DatabaseHandle {
  readonly db: Queryable;
  readonly pool: pg.Pool;
  /** Waits for running queries, then closes every connection. Safe to call twice. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a pool. Connects on the first query, not here. bigint columns and `count(*)` are read as numbers; a value beyond
 * 2^53 - 1 fails the query with a RangeError instead of losing digits.
 *
 * @example
 * const { db, close } = createDatabase({ url: 'postgres://localhost/kie' });
 * const user = await db.selectFrom('users').selectAll().where('id', '=', 7).executeTakeFirst();
 * await close();
 */
export function createDatabase(options: CreateDatabaseOptions): DatabaseHandle {
  const { url, max = 10, logger, slowMs = 500 } = options;
  checkUrl(url);
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types: { getTypeParser: parserOf },
  });
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => logger?.error({ code: codeOf(error) }, 'an idle database connection was lost'));
  // One that dies while it is checked out fails its query, which tells enough; but its 'error' event, which nobody
  // would hear, ends the process.
  pool.on('connect', (client) => {
    client.on('error', () => {});
  });
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    ...(logger === undefined ? {} : { log: (event: LogEvent) => logQuery(logger, slowMs, event) }),
  });
  const end = async () => {
    await db.destroy();
    // Kysely ends the pool only when it has used it.
    if (!pool.ended) await pool.end();
  };
  let closed: Promise<void> | undefined;
  return { db, pool, close: () => (closed ??= end()) };
}

/** Local to the pool: changing `pg.types` would change every other user of pg in the process. */
const parserOf: pg.CustomTypesConfig['getTypeParser'] = (oid, format) =>
  oid === pg.types.builtins.INT8 && format !== 'binary' ? safeInteger : pg.types.getTypeParser(oid, format);

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(
      `The number ${text} from the database is beyond 2^53 - 1. Read it as text: column::text.`,
    );
  }
  return value;
}

// The statement has placeholders where values were, and an error's text may quote a row: only its code is told.
function logQuery(logger: QueryLogger, slowMs: number, event: LogEvent): void {
  const fields = { sql: event.query.sql, ms: Math.round(event.queryDurationMillis) };
  if (event.level === 'error') logger.error({ ...fields, code: codeOf(event.error) }, 'query failed');
  else if (event.queryDurationMillis >= slowMs) logger.warn(fields, 'slow query');
  else logger.debug(fields, 'query');
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'unknown';
}
