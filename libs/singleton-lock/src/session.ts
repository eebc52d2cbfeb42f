import { connect, type Connection } from './connection.ts';
import { SingletonLockError } from './errors.ts';
import type { SingletonLockOptions } from './options.ts';
import type { LockProfile } from './profiles.ts';
import { checkServer } from './server-check.ts';
import * as sql from './sql.ts';

/** A connection on which a lock can be held: a fit server, its settings made, the table there, listening for a hand-over. */
export interface Session extends Connection {
  /** The server's timeline, 0 when it cannot be read. Constant, as a promotion ends or precedes every session that may write. */
  readonly timeline: number;
}

/**
 * Connects, and refuses a server on which the lock would not mean what it promises.
 *
 * @throws SingletonLockError `in_recovery`, `transaction_pooler`, `server_too_old`, `settings_refused`; errors of the network and of PostgreSQL
 */
export async function openSession(options: SingletonLockOptions, profile: LockProfile): Promise<Session> {
  const connection = await connect(options, Math.max(5000, profile.leaseMs));
  try {
    const { hasLease } = await checkServer(connection, options);
    const { rows: table } = await connection.query<{ there: boolean }>(sql.tableIsReady);
    if (table[0]?.there !== true) await connection.query(sql.singletonLockTableSql);
    const timeline = await readTimeline(connection, options);
    await connection.query(`listen ${sql.channelOf(options.key)}`);
    await settle(connection, profile, hasLease);
    return { ...connection, timeline };
  } catch (error) {
    connection.destroy();
    throw error;
  }
}

/** Makes the settings of the session, and looks whether they were taken. */
async function settle(connection: Connection, { leaseMs }: LockProfile, hasLease: boolean): Promise<void> {
  await connection.query(sql.applySettings, [String(leaseMs)]);
  if (hasLease) await connection.query(sql.applyLease, [String(leaseMs)]);
  const { rows } = await connection.query<{ name: string; ms: number }>(sql.readSettings);
  const expected = hasLease ? ['idle_session_timeout', 'statement_timeout'] : ['statement_timeout'];
  for (const name of expected) {
    const ms = rows.find((row) => row.name === name)?.ms;
    if (ms === leaseMs) continue;
    throw new SingletonLockError(
      'settings_refused',
      `The server keeps ${name} at ${ms} ms instead of ${leaseMs} ms, so a frozen holder would keep the lock. ` +
        'Connect without what resets settings in between.',
    );
  }
}

async function readTimeline(
  connection: Connection,
  { label, logger }: SingletonLockOptions,
): Promise<number> {
  try {
    const { rows } = await connection.query<{ timeline: number }>(sql.readTimeline);
    return rows[0]!.timeline;
  } catch (error) {
    // 42501 insufficient_privilege, 42883 undefined_function, 0A000 feature_not_supported: some hosted services.
    const { code } = error as { code?: string };
    if (code !== '42501' && code !== '42883' && code !== '0A000') throw error;
    logger?.debug(
      { label },
      'the timeline of this server cannot be read; after a failover an epoch may come twice',
    );
    return 0;
  }
}
