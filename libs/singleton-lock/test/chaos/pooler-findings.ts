import pg from 'pg';
import { acquireSingletonLock, lockKey, SingletonLockError } from '../../src/index.ts';
import { hasPgbouncer, startPgbouncer } from '../pgbouncer.ts';
import { formatMs, sharedNow, sleep, type Finding } from './measure.ts';

/** L9: how surely a pooler in transaction mode is told from everything else. */
export async function poolerFindings(url: string, starts: number): Promise<Finding[]> {
  if (!hasPgbouncer()) {
    return [
      {
        goal: 'L9',
        test: 'pooler detection',
        wanted: 'pgbouncer on this machine',
        got: 'not here',
        isReached: false,
      },
    ];
  }
  const session = await startPgbouncer(url, { mode: 'session', poolSize: 60 });
  const transaction = await startPgbouncer(url, { mode: 'transaction', poolSize: 5 });
  const wanted = (isRefused: boolean) => `${starts}/${starts} ${isRefused ? 'refused < 1 s' : 'accepted'}`;
  const findings: Finding[] = [];
  const tryAll = async (test: string, through: string, isRefused: boolean) => {
    let right = 0;
    const times: number[] = [];
    for (let n = 0; n < starts; n += 1) {
      const at = sharedNow();
      const answer = await start(through, n);
      times.push(sharedNow() - at);
      if (answer === isRefused) right += 1;
    }
    const worst = Math.max(...times);
    findings.push({
      goal: 'L9',
      test: `pooler detection, ${test}`,
      wanted: wanted(isRefused),
      got: `${right}/${starts}, slowest ${formatMs(worst)}`,
      isReached: right === starts && (!isRefused || worst < 1000),
    });
  };
  await tryAll('direct', url, false);
  await tryAll('session mode', session.url, false);
  await tryAll('transaction mode, idle', transaction.url, true);
  const busy = await keepBusy(transaction.url, 20);
  await tryAll('transaction mode, 20 busy clients', transaction.url, true);
  await busy();
  await session.stop();
  await transaction.stop();
  return findings;
}

/** @returns whether the start was refused as a transaction pooler */
async function start(connection: string, n: number): Promise<boolean> {
  try {
    const key = lockKey('pooler', String(n));
    await (await acquireSingletonLock({ connection, key, label: 'pooler test' })).release();
    return false;
  } catch (error) {
    if (error instanceof SingletonLockError && error.code === 'transaction_pooler') return true;
    throw error;
  }
}

async function keepBusy(url: string, clients: number): Promise<() => Promise<void>> {
  const over = new AbortController();
  const all = Array.from({ length: clients }, async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    while (!over.signal.aborted) await client.query('select pg_sleep(0.002)');
    await client.end();
  });
  await sleep(200);
  return async () => {
    over.abort();
    await Promise.all(all);
  };
}
