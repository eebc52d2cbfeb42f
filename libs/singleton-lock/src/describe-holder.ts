import { connect } from './connection.ts';
import type { LockConnection } from './options.ts';
import * as sql from './sql.ts';

/** Who holds a lock, as the server sees it. */
export interface LockHolder {
  /** Of the server's process for the holder's session; what `pg_terminate_backend` takes. */
  readonly pid: number;
  /** As the holder called itself; undefined for somebody who took the lock without this package. */
  readonly label: string | undefined;
  /** Undefined for somebody who took the lock without this package, and for a moment between the lock and the epoch. */
  readonly epoch: bigint | undefined;
  readonly timeline: number | undefined;
  /** When the lock was taken, by the server's clock; undefined like `epoch`. */
  readonly since: Date | undefined;
  readonly connectedAt: Date | undefined;
  /** Of the last statement, so of the last heartbeat. A healthy holder's is younger than a quarter of its lease. */
  readonly lastSignAt: Date | undefined;
  /** The address that the session comes from: of a pooler, when there is one. Undefined for a Unix socket. */
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly user: string | undefined;
  readonly applicationName: string | undefined;
}

interface ActivityRow {
  pid: number;
  application_name: string | null;
  user_name: string | null;
  host: string | null;
  port: number | null;
  connected_at: Date | null;
  last_sign_at: Date | null;
}

/**
 * Looks who holds a lock, over a short connection of its own; for operators. What a role may not see of others' sessions is undefined
 * (`pg_read_all_stats` sees all).
 *
 * @returns undefined when nobody holds it
 * @throws errors of the network and of PostgreSQL
 *
 * @example
 * const holder = await describeHolder({ connection, key: lockKey('telegram-polling', token) });
 * console.log(holder ? `${holder.label} from ${holder.host} since ${holder.since?.toISOString()}` : 'free');
 */
export async function describeHolder(options: {
  readonly connection: string | LockConnection;
  readonly key: bigint;
}): Promise<LockHolder | undefined> {
  const { connection, key } = options;
  const looker = await connect({ connection, label: 'describe holder' }, 5000);
  try {
    const { rows } = await looker.query<ActivityRow>(sql.holder, [key]);
    const row = rows[0];
    if (row === undefined) return undefined;
    const { rows: ready } = await looker.query<{ there: boolean }>(sql.tableIsReady);
    const term =
      ready[0]?.there === true
        ? (
            await looker.query<{ epoch: string; timeline: number; label: string; acquired_at: Date }>(
              sql.termOf,
              [key, row.pid],
            )
          ).rows[0]
        : undefined;
    return {
      pid: row.pid,
      label: term?.label,
      epoch: term === undefined ? undefined : BigInt(term.epoch),
      timeline: term?.timeline,
      since: term?.acquired_at,
      connectedAt: row.connected_at ?? undefined,
      lastSignAt: row.last_sign_at ?? undefined,
      host: row.host ?? undefined,
      port: row.host === null ? undefined : (row.port ?? undefined),
      user: row.user_name ?? undefined,
      applicationName: row.application_name ?? undefined,
    };
  } finally {
    await looker.close();
  }
}
