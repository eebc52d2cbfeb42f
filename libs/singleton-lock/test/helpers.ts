import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { onTestFinished, vi } from 'vitest';
import { lockKey, type LockLogger, type SingletonLockOptions } from '../src/index.ts';
import { tryLock } from '../src/sql.ts';

let locks = 0;

/** Options of a lock of its own, for the quick profile. */
export function optionsFor(
  connection: string,
  more: Partial<SingletonLockOptions> = {},
): SingletonLockOptions {
  locks += 1;
  return { connection, key: lockKey('test', `lock ${locks}`), label: 'test', profile: 'fast', ...more };
}

/** Repeats `check` until it passes. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 20_000, interval: 10 });
}

/** A connection for looking and meddling. */
export async function adminOf(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

/** Until the process with that label has seen that the lock is taken. */
export async function untilWaiting(admin: pg.Client, label: string): Promise<void> {
  await eventually(async () => {
    const { rows } = await admin.query(
      "select 1 from pg_stat_activity where application_name = $1 and datname = current_database() and state = 'idle' and query = $2",
      [`singleton-lock ${label}`, tryLock],
    );
    if (rows.length === 0) throw new Error(`"${label}" does not wait for the lock.`);
  });
}

/** Ends the session of every lock with that label, as an administrator or a failover would. */
export async function terminate(admin: pg.Client, label: string): Promise<void> {
  const { rows } = await admin.query<{ ended: boolean }>(
    'select pg_terminate_backend(pid) as ended from pg_stat_activity where application_name = $1 and datname = current_database()',
    [`singleton-lock ${label}`],
  );
  if (rows.length === 0) throw new Error(`No session of "${label}" to terminate.`);
}

/** A logger that remembers. */
export function memoryLogger(): LockLogger & { messages: string[] } {
  const messages: string[] = [];
  const note = (_fields: object, message: string) => void messages.push(message);
  return { messages, debug: note, info: note, warn: note };
}

/** Starts `holder-process.ts` and waits until it holds. */
export async function startHolder(url: string, key: bigint, kind = 'lock'): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('holder-process.ts', import.meta.url));
  const child = spawn(process.execPath, [program, url, String(key), kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

/** The server's process for each session of this database that holds an advisory lock; other tests use the same server. */
export async function advisoryHolders(admin: pg.Client): Promise<number[]> {
  const { rows } = await admin.query<{ pid: number }>(
    "select pid from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
  );
  return rows.map(({ pid }) => pid);
}
