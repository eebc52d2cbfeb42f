import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@kie/embedded-postgres';
import { acquireSingletonLock, lockKey } from '../../src/index.ts';
import { percentile, sharedNow, sleep, timing, type Finding } from './measure.ts';

/** L5, the restart of the server: all sessions end, then the waiters come back. */
export async function restartFindings(restarts: number): Promise<Finding[]> {
  const root = mkdtempSync(join(tmpdir(), 'lock-restart-'));
  chmodSync(root, 0o755);
  const start = { dataDir: join(root, 'data'), durable: false };
  let server = await startPostgres(start);
  const held: number[] = [];
  const told: number[] = [];
  for (let n = 0; n < restarts; n += 1) {
    const options = (label: string) => ({
      connection: server.url(),
      key: lockKey('restart', String(n)),
      label,
      strict: false,
    });
    const lostAt: number[] = [];
    const old = await acquireSingletonLock({
      ...options('old'),
      onLost: () => void lostAt.push(sharedNow()),
    });
    const waiting = acquireSingletonLock(options('new')).then((lock) => [lock, sharedNow()] as const);
    await sleep(300);
    const stopAt = sharedNow();
    await server.stop();
    const { port } = server;
    server = await startPostgres({ ...start, port });
    const upAt = sharedNow();
    const [lock, at] = await waiting;
    held.push(Math.max(0, at - upAt));
    told.push((lostAt[0] ?? Number.POSITIVE_INFINITY) - stopAt);
    await lock.release();
    await old.release();
  }
  await server.stop();
  rmSync(root, { recursive: true, force: true });
  const worst = percentile(told, 1);
  return [
    timing('L5', 'held again after a restart, from the server being up', held, 1000),
    {
      goal: 'L5',
      test: 'old holder told of the restart',
      wanted: '< 250 ms',
      got: `slowest ${worst.toFixed(1)} ms of ${restarts}`,
      isReached: worst < 250,
    },
  ];
}
