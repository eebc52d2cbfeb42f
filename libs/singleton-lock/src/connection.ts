import { Socket } from 'node:net';
import pg from 'pg';
import type { SingletonLockOptions } from './options.ts';

/** A connection of the lock's own. */
export interface Connection {
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
  /** The process id that the server, or the pooler, sent at the start (BackendKeyData). */
  readonly greetedBy: () => number | null;
  readonly port: number;
}

/** A server that does not answer a goodbye is left without one. */
const GOODBYE_MS = 1000;

/** What a connection needs to know; a part of the options of a lock. */
export type ConnectOptions = Pick<SingletonLockOptions, 'connection' | 'label' | 'signal'>;

/** @throws errors of the network and of PostgreSQL; the signal's reason */
export async function connect(
  { connection, label, signal }: ConnectOptions,
  answerMs: number,
): Promise<Connection> {
  signal?.throwIfAborted();
  // Our own socket, so that the line can be cut when nobody answers any more.
  const socket = new Socket();
  const client = new pg.Client({
    application_name: `singleton-lock ${label}`,
    connectionTimeoutMillis: 5000,
    ...(typeof connection === 'string' ? { connectionString: connection } : connection),
    // Somebody who waits has no lease that would tell them of a server that went silent.
    query_timeout: answerMs,
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
    socket.destroy();
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
    close: async () => {
      const impatience = setTimeout(() => socket.destroy(), GOODBYE_MS);
      await client.end();
      clearTimeout(impatience);
    },
    destroy: () => socket.destroy(),
    greetedBy: () => (client as pg.Client & { processID: number | null }).processID,
    port: client.port,
  };
}
