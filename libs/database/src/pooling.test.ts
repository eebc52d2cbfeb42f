import { testDatabase } from '@kie/embedded-postgres/vitest';
import { expect, onTestFinished, test } from 'vitest';
import { startPooler } from '../test/pooler.ts';
import { migrate } from './migrate.ts';
import { refuseTransactionPooling } from './pooling.ts';

test('a direct connection and a session pooler pass', async () => {
  const url = await testDatabase();
  await refuseTransactionPooling({ url });
  const pooler = await startPooler(url, 'session');
  onTestFinished(pooler.stop);
  await refuseTransactionPooling({ url: pooler.url });
  expect(await migrate({ url: pooler.url })).not.toEqual([]);
});

test('a transaction pooler is refused before anything is migrated, with the fix', async () => {
  const url = await testDatabase();
  const pooler = await startPooler(url, 'transaction');
  onTestFinished(pooler.stop);
  const port = new URL(pooler.url).port;
  await expect(migrate({ url: pooler.url })).rejects.toThrow(
    new RegExp(`Port ${port} of the database is a pooler in transaction mode.*5432 instead of 6543`),
  );
  expect((await migrate({ url })).length).toBeGreaterThan(0);
});
