import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@kie/embedded-postgres';
import pg from 'pg';
import {
  acquireSingletonLock,
  compareTokens,
  isSingletonLockError,
  lockKey,
  type FencingToken,
} from '../../src/index.ts';
import { sleep, type Finding } from './measure.ts';

/**
 * L13: a standby that is behind is promoted again and again. Each time the old primary gave out an epoch that the standby never heard of, and the
 * new one gives out the same epoch again; only the timeline tells the two tokens apart.
 */
export async function failoverFindings(promotions: number): Promise<Finding[]> {
  const memory = '/dev/shm';
  const root = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'lock-failover-'));
  chmodSync(root, 0o755);
  const key = lockKey('failover', 'lag');
  const tokens: FencingToken[] = [];
  let refused = 0;
  const folder = (n: number) => join(root, `server-${n}`);
  const term = async (connection: string) => {
    const options = { connection, key, label: 'leader', profile: 'fast', strict: false } as const;
    const lock = await acquireSingletonLock(options);
    tokens.push(lock.token);
    await lock.release();
  };
  let primary = await startPostgres({ dataDir: folder(0), durable: false });
  try {
    await term(primary.url());
    for (let n = 1; n <= promotions; n += 1) {
      await primary.stop();
      cpSync(folder(n - 1), folder(n), { recursive: true, preserveTimestamps: true });
      giveLike(folder(n - 1), folder(n));
      // The lag: what the old primary does from here on is lost.
      primary = await startPostgres({ dataDir: folder(n - 1), durable: false });
      await term(primary.url());
      await primary.stop();
      rmSync(folder(n - 1), { recursive: true, force: true });
      writeFileSync(join(folder(n), 'standby.signal'), '');
      primary = await startPostgres({ dataDir: folder(n), durable: false });
      const connection = primary.url();
      await acquireSingletonLock({ connection, key, label: 'too early' }).catch((error: unknown) => {
        if (isSingletonLockError(error) && error.code === 'in_recovery') refused += 1;
      });
      await promote(connection);
      await term(connection);
    }
  } finally {
    await primary.stop();
    rmSync(root, { recursive: true, force: true });
  }
  const isGrowing = tokens.every((token, n) => n === 0 || compareTokens(token, tokens[n - 1]!) > 0);
  const repeated = tokens.length - new Set(tokens.map(({ epoch }) => epoch)).size;
  return [
    {
      goal: 'L13',
      test: `${promotions} promotions of a standby that was behind`,
      wanted: 'every token newer than all before',
      got: `${isGrowing ? 'yes' : 'NO'}; epochs alone repeated ${repeated} times`,
      isReached: isGrowing && repeated > 0,
    },
    {
      goal: 'L13',
      test: 'standby refused',
      wanted: `${promotions}/${promotions}`,
      got: `${refused}/${promotions}`,
      isReached: refused === promotions,
    },
  ];
}

/** The server's user owns its folder, which is not ours when we are root. */
function giveLike(model: string, copy: string): void {
  const { uid, gid } = statSync(model);
  chownSync(copy, uid, gid);
  chmodSync(copy, 0o700);
  for (const entry of readdirSync(copy, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(copy, entry), uid, gid);
}

async function promote(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  await client.query('select pg_promote()');
  for (;;) {
    const { rows } = await client.query<{ standby: boolean }>('select pg_is_in_recovery() as standby');
    if (rows[0]?.standby === false) break;
    await sleep(20);
  }
  await client.end();
}
