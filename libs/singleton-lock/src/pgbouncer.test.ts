import { testDatabase } from '@kie/embedded-postgres/vitest';
import { expect, onTestFinished, test } from 'vitest';
import { adminOf, advisoryHolders, eventually, optionsFor, startHolder } from '../test/helpers.ts';
import { hasPgbouncer, startPgbouncer } from '../test/pgbouncer.ts';
import { acquireSingletonLock, describeHolder } from './index.ts';

// In CI its absence is a failure.
const isHere = hasPgbouncer() || process.env['CI'] === 'true';
if (!isHere) console.warn('SKIPPED: no pgbouncer on this machine (Debian: apt-get install pgbouncer)');

async function pooled(mode: 'session' | 'transaction') {
  const direct = await testDatabase();
  const pooler = await startPgbouncer(direct, { mode });
  onTestFinished(pooler.stop);
  return { direct, through: pooler.url };
}

test.runIf(isHere)('PgBouncer in transaction mode is refused', async () => {
  const { through } = await pooled('transaction');
  await expect(acquireSingletonLock(optionsFor(through))).rejects.toMatchObject({
    code: 'transaction_pooler',
    message: expect.stringContaining(`Port ${new URL(through).port} is a pooler in transaction mode`),
  });
});

test.runIf(isHere)('PgBouncer in session mode: hand-over, loss, a frozen holder', async () => {
  const { direct, through } = await pooled('session');
  const options = optionsFor(through, { strict: false });
  const admin = await adminOf(direct);
  const first = await acquireSingletonLock(options);
  expect(await describeHolder({ connection: through, key: options.key })).toMatchObject({ label: 'test' });
  const waiting = acquireSingletonLock(options);
  await first.release();
  const second = await waiting;
  expect(second.epoch).toBe(2n);
  await admin.query('select pg_terminate_backend($1)', await advisoryHolders(admin));
  await eventually(() => expect(second.signal.aborted).toBe(true));

  const holder = await startHolder(through, options.key);
  holder.kill('SIGSTOP');
  const fourth = await acquireSingletonLock(options);
  expect(fourth.epoch).toBe(4n);
  await fourth.release();
});
