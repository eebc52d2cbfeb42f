import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { acquireSingletonLock, lockKey } from '../../src/index.ts';
import { formatMs, sharedNow, sleep, type Finding } from './measure.ts';

/** L10: what a waiting process costs, and that a dead one is no heir. */
export async function waiterFindings(url: string): Promise<Finding[]> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const key = lockKey('waiter', 'cost');
  const holder = await acquireSingletonLock({ connection: url, key, label: 'holder' });
  const giveUp = new AbortController();
  const WAITERS = 10;
  // Drawn once for each statement of a waiter, as each is followed by a pause of random length.
  let looks = 0;
  const random = () => {
    looks += 1;
    return Math.random();
  };
  const options = { connection: url, key, label: 'costly', signal: giveUp.signal, random };
  const waiters = Array.from({ length: WAITERS }, () => acquireSingletonLock(options).catch(() => {}));
  await sleep(1000);
  const SECONDS = 6;
  looks = 0;
  let pinned = 0;
  for (let n = 0; n < SECONDS * 10; n += 1) {
    const { rows } = await admin.query(
      "select 1 from pg_stat_activity where application_name = 'singleton-lock costly' and backend_xmin is not null and state = 'idle'",
    );
    pinned += rows.length;
    await sleep(100);
  }
  const each = looks / WAITERS / SECONDS;
  await admin.query('create table waited_for (n int)');
  const at = sharedNow();
  await admin.query('create index concurrently waited_for_n on waited_for (n)');
  const indexMs = sharedNow() - at;
  giveUp.abort();
  await Promise.all(waiters);

  // A waiter that is killed is not in any queue of the server, so the next holder is a living one.
  let isInherited = false;
  const program = fileURLToPath(new URL('holder-process.ts', import.meta.url));
  for (let n = 0; n < 5; n += 1) {
    const dying = spawn(process.execPath, [
      '--conditions=@kie/source',
      program,
      url,
      'lease',
      'fast',
      String(key),
    ]);
    await sleep(500);
    const gone = once(dying, 'exit');
    dying.kill('SIGKILL');
    await gone;
    const { rows } = await admin.query("select 1 from pg_locks where locktype = 'advisory' and not granted");
    isInherited ||= rows.length > 0;
  }
  await holder.release();
  const heir = await acquireSingletonLock({ connection: url, key, label: 'heir' });
  isInherited ||= heir.epoch !== 2n;
  await heir.release();
  await admin.end();
  return [
    finding('snapshot of a waiter', 'never', pinned === 0 ? 'never' : `${pinned} times`, pinned === 0),
    finding(
      'create index concurrently beside waiters',
      'works, < 1 s',
      `works, ${formatMs(indexMs)}`,
      indexMs < 1000,
    ),
    finding('statements of a waiter', '<= 5 a second', each.toFixed(1), each <= 5),
    finding('a dead waiter inherits', 'never', isInherited ? 'yes' : 'never in 5', !isInherited),
  ];
}

const finding = (test: string, wanted: string, got: string, isReached: boolean): Finding => ({
  goal: 'L10',
  test,
  wanted,
  got,
  isReached,
});
