import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@kie/embedded-postgres';
import { testDatabase } from '@kie/embedded-postgres/vitest';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { optionsFor } from '../test/helpers.ts';
import { startTransactionPooler } from '../test/transaction-pooler.ts';
import { acquireSingletonLock } from './index.ts';

test('a pooler in transaction mode is refused; without the test two clients would hold the lock', async () => {
  const pooler = await startTransactionPooler(await testDatabase());
  onTestFinished(pooler.stop);
  const options = optionsFor(pooler.url);
  await expect(acquireSingletonLock(options)).rejects.toMatchObject({
    code: 'transaction_pooler',
    message: expect.stringContaining(`Port ${new URL(pooler.url).port} is a pooler`),
  });
  const naive = async () => {
    const client = new pg.Client({ connectionString: pooler.url });
    client.on('error', () => {});
    await client.connect();
    return (await client.query('select pg_try_advisory_lock(1) as locked')).rows;
  };
  expect(await Promise.all([naive(), naive()])).toEqual([[{ locked: true }], [{ locked: true }]]);
});

test('a standby is refused', async () => {
  const root = mkdtempSync(join(tmpdir(), 'standby-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  chmodSync(root, 0o755);
  const dataDir = join(root, 'data');
  await (await startPostgres({ dataDir, durable: false })).stop();
  // With this file, and no primary to follow, the server stays in recovery and answers reads.
  writeFileSync(join(dataDir, 'standby.signal'), '');
  const standby = await startPostgres({ dataDir, durable: false });
  await expect(acquireSingletonLock(optionsFor(standby.url()))).rejects.toMatchObject({
    code: 'in_recovery',
  });
  await standby.stop();
});
