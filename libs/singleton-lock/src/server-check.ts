import { connect, type Connection } from './connection.ts';
import { SingletonLockError } from './errors.ts';
import type { SingletonLockOptions } from './options.ts';
import { sharesSessions } from './pooler-test.ts';
import * as sql from './sql.ts';

/** `idle_session_timeout`, by which the server itself ends a frozen holder's session, exists since then. */
const LEASES_SINCE = 140_000;

/** What the server can do for the lock. */
export interface ServerTraits {
  /** Whether the server enforces the lease. */
  readonly hasLease: boolean;
}

/**
 * Refuses a server on which the lock would not mean what it promises.
 *
 * @throws SingletonLockError `in_recovery`, `transaction_pooler`, `server_too_old`
 */
export async function checkServer(
  connection: Connection,
  options: SingletonLockOptions,
): Promise<ServerTraits> {
  const { rows } = await connection.query<{ in_recovery: boolean; version: number; pid: number }>(
    sql.describeServer,
  );
  const server = rows[0]!;
  if (server.in_recovery) {
    throw new SingletonLockError(
      'in_recovery',
      'This server is a standby: the same lock can be taken on the primary at the same time. Connect to the primary.',
    );
  }
  const hasLease = server.version >= LEASES_SINCE;
  if (!hasLease) refuseOrWarn(Math.floor(server.version / 10_000), options);
  // A direct connection talks to the process that greeted it. Anything else is a pooler; only then the dearer test.
  if (server.pid !== connection.greetedBy()) await refuseTransactionPooler(connection, options);
  return { hasLease };
}

function refuseOrWarn(major: number, { label, logger, allowOldServer = false }: SingletonLockOptions): void {
  const weakness = `PostgreSQL ${major} has no idle_session_timeout, so a frozen holder would keep the lock until it wakes or dies`;
  if (!allowOldServer) {
    throw new SingletonLockError(
      'server_too_old',
      `${weakness}. Use 14 or newer, or accept the weaker guarantee with allowOldServer.`,
    );
  }
  logger?.warn({ label }, `weaker guarantee: ${weakness}; one that is cut off is noticed by TCP only`);
}

async function refuseTransactionPooler(first: Connection, options: SingletonLockOptions): Promise<void> {
  const second = await connect(options, 5000);
  const ask = (which: Connection) => async () =>
    (await which.query<{ pid: number }>(sql.backendPid)).rows[0]!.pid;
  const isShared = await sharesSessions(ask(first), ask(second)).finally(second.destroy);
  if (!isShared) return;
  throw new SingletonLockError(
    'transaction_pooler',
    `Port ${first.port} is a pooler in transaction mode: statements of one connection reach several sessions, and two clients would hold the lock. ` +
      'Use the direct address of the server, or the pooler in session mode (Supabase: port 5432 instead of 6543).',
  );
}
