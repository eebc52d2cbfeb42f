import { Verrou } from '@verrou/core';
import { kyselyStore } from '@verrou/core/drivers/kysely';
import advisoryLock from 'advisory-lock';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { acquireSingletonLock, lockKey } from '../../libs/singleton-lock/src/index.ts';

/** Waits for the lock of that name and returns how to hand it on. */
export type Acquire = (url: string, name: string) => Promise<() => Promise<unknown>>;

const TTL_MS = 3000;

function ours(strict: boolean): Acquire {
  return async (url, name) => {
    const key = lockKey('benchmark', name);
    const lock = await acquireSingletonLock({ connection: url, key, label: 'benchmark', strict });
    return () => lock.release();
  };
}

/** A lease in a row. It does not renew itself, so this does, as its user would; the time to live is our lease. */
const verrou: Acquire = async (url, name) => {
  const pool = new pg.Pool({ connectionString: url });
  pool.on('error', () => {});
  const connection = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const locks = new Verrou({ default: 'pg', stores: { pg: { driver: kyselyStore({ connection }) } } });
  const lock = locks.createLock(name, TTL_MS);
  // Its table is made on first use, which fails when many do so at once.
  for (;;) {
    try {
      await lock.acquire();
      break;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const renewal = setInterval(() => void lock.extend(TTL_MS).catch(() => {}), TTL_MS / 4);
  return async () => {
    clearInterval(renewal);
    await lock.release();
    await connection.destroy();
  };
};

// A CommonJS package with a default export of its own.
const advisory = advisoryLock.default;

export const contestants: Readonly<Record<string, Acquire>> = {
  '@kie/singleton-lock': ours(true),
  '@kie/singleton-lock, strict: false': ours(false),
  'advisory-lock 2.0.0': (url, name) => advisory(url)(name).lock(),
  '@verrou/core 0.5.2, ttl 3 s': verrou,
};
