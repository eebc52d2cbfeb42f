import { Socket } from 'node:net';
import pg from 'pg';
import { SingletonLockError } from './errors.ts';
import type { SingletonLockOptions } from './options.ts';
import { sharesSessions } from './pooler-test.ts';
import type { LockProfile } from './profiles.ts';
import * as sql from './sql.ts';

/** The lock's own connection. */
export interface Session {
  /** One statement outside of any transaction: the server's idle timer counts only there. */
  readonly query: <T extends pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ) => Promise<pg.QueryResult<T>>;
  /** `listener` runs once when the connection ends, for whatever reason, and at once when it has ended already. */
  readonly onEnd: (listener: (reason: string) => void) => void;
  /** `listener` runs for each notification on the lock's channel. */
  readonly onNotify: (listener: () => void) => void;
  /** Says goodbye. */
  readonly close: () => Promise<void>;
  /** Cuts the line without a word; for a server that may not be there. */
  readonly destroy: () => void;
}

/**
 * Connects, and refuses a server on which the lock would not mean what it promises.
 *
 * @throws SingletonLockError `in_recovery`, `transaction_pooler`, `server_too_old`, `settings_refused`; errors of the network and of PostgreSQL
 */
export async function openSession(options: SingletonLockOptions, profile: LockProfile): Promise<Session> {
  const session = await connect(options, profile);
  try {
    await refuseUnfit(session, options, profile);
    const { rows: table } = await session.query<{ there: boolean }>(sql.tableExists);
    if (table[0]?.there !== true) await session.query(sql.singletonLockTableSql);
    await session.query(`listen ${sql.channelOf(options.key)}`);
    await session.query(sql.applySettings, [String(profile.leaseMs)]);
    const { rows: lease } = await session.query<{ ms: number }>(sql.readLease);
    if (lease[0]?.ms !== profile.leaseMs) {
      throw new SingletonLockError(
        'settings_refused',
        `The server keeps idle_session_timeout at ${lease[0]?.ms} ms instead of ${profile.leaseMs} ms, so a frozen holder would keep the lock. ` +
          'Connect without what resets settings in between.',
      );
    }
    return session;
  } catch (error) {
    session.destroy();
    throw error;
  }
}

async function refuseUnfit(
  session: ConnectedSession,
  options: SingletonLockOptions,
  profile: LockProfile,
): Promise<void> {
  const { rows } = await session.query<{ in_recovery: boolean; version: number; pid: number }>(
    sql.describeServer,
  );
  const server = rows[0]!;
  if (server.in_recovery) {
    throw new SingletonLockError(
      'in_recovery',
      'This server is a standby: the same lock can be taken on the primary at the same time. Connect to the primary.',
    );
  }
  if (server.version < 140_000) {
    throw new SingletonLockError(
      'server_too_old',
      `PostgreSQL ${Math.floor(server.version / 10_000)} has no idle_session_timeout, so a frozen holder would keep the lock for ever. Use 14 or newer.`,
    );
  }
  // A direct connection talks to the process that greeted it. Anything else is a pooler; only then the dearer test.
  if (server.pid === session.greetedBy()) return;
  const second = await connect(options, profile);
  const ask = (which: Session) => async () =>
    (await which.query<{ pid: number }>(sql.backendPid)).rows[0]!.pid;
  const isShared = await sharesSessions(ask(session), ask(second)).finally(second.destroy);
  if (!isShared) return;
  throw new SingletonLockError(
    'transaction_pooler',
    `Port ${session.port} is a pooler in transaction mode: statements of one connection reach several sessions, and two clients would hold the lock. ` +
      'Use the direct address of the server, or the pooler in session mode (Supabase: port 5432 instead of 6543).',
  );
}

interface ConnectedSession extends Session {
  readonly greetedBy: () => number | null;
  readonly port: number;
}

async function connect(
  { connection, label, signal }: SingletonLockOptions,
  { leaseMs }: LockProfile,
): Promise<ConnectedSession> {
  signal?.throwIfAborted();
  // Our own socket, so that the line can be cut when nobody answers any more.
  const socket = new Socket();
  const client = new pg.Client({
    application_name: `singleton-lock ${label}`,
    connectionTimeoutMillis: 5000,
    ...(typeof connection === 'string' ? { connectionString: connection } : connection),
    // Somebody who waits has no lease that would tell them of a server that went silent.
    query_timeout: Math.max(5000, leaseMs),
    keepAlive: true,
    keepAliveInitialDelayMillis: 1000,
    stream: () => socket,
  });
  const listeners: ((reason: string) => void)[] = [];
  let ended: string | undefined;
  const end = (reason: string) => {
    if (ended !== undefined) return;
    ended = reason;
    for (const listener of listeners.splice(0)) listener(reason);
  };
  client.on('error', (error) => end(error.message));
  client.on('end', () => end('the connection was closed'));
  const giveUp = () => socket.destroy();
  signal?.addEventListener('abort', giveUp);
  try {
    await client.connect();
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
  return {
    query: (text, values) => client.query(text, values === undefined ? undefined : [...values]),
    onEnd: (listener) => {
      if (ended === undefined) listeners.push(listener);
      else listener(ended);
    },
    onNotify: (listener) => client.on('notification', listener),
    close: () => client.end(),
    destroy: () => socket.destroy(),
    // The id that the server, or the pooler, sent at the start (BackendKeyData).
    greetedBy: () => (client as pg.Client & { processID: number | null }).processID,
    port: client.port,
  };
}
