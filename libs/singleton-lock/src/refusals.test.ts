import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@kie/embedded-postgres';
import { testDatabase } from '@kie/embedded-postgres/vitest';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { adminOf, memoryLogger, optionsFor } from '../test/helpers.ts';
import { startTransactionPooler } from '../test/transaction-pooler.ts';
import { acquireSingletonLock, singletonLockTableSql } from './index.ts';

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

test('a server without idle_session_timeout is refused, or taken with a warning', async () => {
  const connection = await testDatabase();
  const admin = await adminOf(connection);
  // The session of the lock finds this function first and takes the server for an old one.
  await admin.query(`create schema old; create function old.current_setting(text) returns text language sql as
    $$ select case when $1 = 'server_version_num' then '130011' else pg_catalog.current_setting($1) end $$`);
  const options = optionsFor(`${connection}?options=-c%20search_path%3Dold,pg_catalog,public`);
  await expect(acquireSingletonLock(options)).rejects.toMatchObject({
    code: 'server_too_old',
    message: expect.stringMatching(/PostgreSQL 13 has no idle_session_timeout.*allowOldServer/),
  });
  const logger = memoryLogger();
  await using lock = await acquireSingletonLock({ ...options, allowOldServer: true, logger });
  expect(lock.held()).toBe(true);
  expect(logger.messages[0]).toContain('weaker guarantee: PostgreSQL 13');
});

test('settings that are dropped on the way are noticed', async () => {
  const connection = await testDatabase();
  const admin = await adminOf(connection);
  await admin.query(`create schema deaf; create function deaf.set_config(text, text, boolean) returns text language sql as
    $$ select case when $1 = 'idle_session_timeout' then '' else pg_catalog.set_config($1, $2, $3) end $$`);
  const options = optionsFor(`${connection}?options=-c%20search_path%3Ddeaf,pg_catalog,public`);
  await expect(acquireSingletonLock(options)).rejects.toMatchObject({
    code: 'settings_refused',
    message: expect.stringContaining('idle_session_timeout at 0 ms instead of 1000 ms'),
  });
});

test('a role that may neither create tables nor read the timeline: the exported SQL, and an epoch without one', async () => {
  const connection = await testDatabase();
  const admin = await adminOf(connection);
  await admin.query(singletonLockTableSql);
  await admin.query('revoke execute on function pg_walfile_name(pg_lsn) from public');
  const role = `guest_${new URL(connection).pathname.slice(1)}`;
  await admin.query(`create role "${role}" login`);
  await admin.query(`grant select, insert, update on singleton_lock_epochs to "${role}"`);
  const logger = memoryLogger();
  const asGuest = new URL(connection);
  asGuest.username = role;
  await using lock = await acquireSingletonLock(optionsFor(asGuest.href, { logger }));
  expect(lock.token).toMatchObject({ timeline: 0, epoch: 1n });
  expect(logger.messages[0]).toContain('timeline of this server cannot be read');
});

test('the table of an earlier version gets its new columns', async () => {
  const connection = await testDatabase();
  const admin = await adminOf(connection);
  await admin.query(`create table singleton_lock_epochs (key bigint primary key, epoch bigint not null, clean boolean not null,
    previous_clean boolean not null default true, trust_ms integer not null, label text not null,
    acquired_at timestamptz not null default now())`);
  const options = optionsFor(connection);
  await admin.query(`insert into singleton_lock_epochs values (${options.key}, 41, true, true, 750, 'old')`);
  await using lock = await acquireSingletonLock(options);
  expect(lock.token).toEqual({ key: options.key, timeline: 1, epoch: 42n });
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
