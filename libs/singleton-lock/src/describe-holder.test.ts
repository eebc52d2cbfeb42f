import { testDatabase } from '@kie/embedded-postgres/vitest';
import { expect, test } from 'vitest';
import { adminOf, optionsFor } from '../test/helpers.ts';
import { acquireSingletonLock, describeHolder } from './index.ts';

// Both halves with and without the high bit, which pg_locks shows as unsigned.
test.for([1n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 0x8000_0000n, -0x8000_0000n, 5_145_906_238_770_240_343n])(
  'the holder of %s: who, since when, from where',
  async (key) => {
    const connection = await testDatabase();
    expect(await describeHolder({ connection, key })).toBeUndefined();
    const before = Date.now();
    const lock = await acquireSingletonLock({ ...optionsFor(connection), key, label: 'bot-1' });
    const holder = await describeHolder({ connection, key });
    expect(holder).toMatchObject({
      label: 'bot-1',
      epoch: 1n,
      timeline: 1,
      host: '127.0.0.1',
      port: expect.any(Number),
      user: 'postgres',
      applicationName: 'singleton-lock bot-1',
      pid: expect.any(Number),
    });
    for (const time of [holder?.since, holder?.connectedAt, holder?.lastSignAt])
      expect(Math.abs(time!.getTime() - before)).toBeLessThan(30_000);
    await lock.release();
    expect(await describeHolder({ connection, key })).toBeUndefined();
  },
);

test('a stranger with the same key is seen; other databases and the form with two numbers are not the same lock', async () => {
  const { key, connection } = optionsFor(await testDatabase());
  const admin = await adminOf(connection as string);
  await using _elsewhere = await acquireSingletonLock({ ...optionsFor(await testDatabase()), key });
  await admin.query('select pg_advisory_lock(($1::bigint >> 32)::int, ($1::bit(64)::bit(32))::int)', [
    '42949672961',
  ]);
  expect(await describeHolder({ connection, key })).toBeUndefined();
  expect(await describeHolder({ connection, key: 42_949_672_961n })).toBeUndefined();
  await admin.query('select pg_advisory_lock($1)', [key]);
  expect(await describeHolder({ connection, key })).toMatchObject({ label: undefined, epoch: undefined });
  // A former holder's row does not speak for the stranger.
  await admin.query('select pg_advisory_unlock($1)', [key]);
  await (await acquireSingletonLock({ ...optionsFor(connection as string), key })).release();
  await admin.query('select pg_advisory_lock($1)', [key]);
  expect(await describeHolder({ connection, key })).toMatchObject({ label: undefined, since: undefined });
});

test('a role that may not look into the sessions of others is told what it may see', async () => {
  const connection = await testDatabase();
  const admin = await adminOf(connection);
  const options = optionsFor(connection, { label: 'bot-1' });
  await using _lock = await acquireSingletonLock(options);
  const role = `looker_${new URL(connection).pathname.slice(1)}`;
  await admin.query(`create role "${role}" login`);
  await admin.query(`grant select on singleton_lock_epochs to "${role}"`);
  const asLooker = new URL(connection);
  asLooker.username = role;
  const holder = await describeHolder({ connection: asLooker.href, key: options.key });
  expect(holder).toMatchObject({
    label: 'bot-1',
    epoch: 1n,
    host: undefined,
    port: undefined,
    connectedAt: undefined,
    lastSignAt: undefined,
  });
});
