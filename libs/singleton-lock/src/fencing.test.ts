import { testDatabase } from '@kie/embedded-postgres/vitest';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { adminOf, optionsFor, terminate } from '../test/helpers.ts';
import { acquireSingletonLock, fenceSql } from './index.ts';
import { fence, fencedTransaction } from './kysely.ts';

test('a write of an old epoch is refused, in plain SQL and through Kysely', async () => {
  const options = optionsFor(await testDatabase(), { label: 'old', strict: false });
  const admin = await adminOf(options.connection as string);
  await admin.query('create table notes (epoch bigint)');
  const db = new Kysely<{ notes: { epoch: bigint } }>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: options.connection as string }) }),
  });
  onTestFinished(() => db.destroy());
  const { key } = options;
  const plain = async (epoch: bigint) =>
    (
      await admin.query(`with fence as (${fenceSql}) insert into notes select $2::bigint from fence`, [
        key,
        epoch,
        1,
      ])
    ).rowCount;
  const withKysely = (epoch: bigint) =>
    fencedTransaction(db, { key, epoch }, (trx) => trx.insertInto('notes').values({ epoch }).execute());

  const old = await acquireSingletonLock(options);
  expect(await plain(old.epoch)).toBe(1);
  await withKysely(old.epoch);
  await terminate(admin, 'old');
  const successor = await acquireSingletonLock({ ...options, label: 'new' });

  expect(await plain(old.epoch)).toBe(0);
  await expect(withKysely(old.epoch)).rejects.toMatchObject({ code: 'fenced' });
  // Negative control: without the fence the old holder's write goes through.
  await admin.query('insert into notes values ($1)', [old.epoch]);
  await withKysely(successor.epoch);
  const { rows } = await admin.query('select epoch::int from notes');
  expect(rows.map((row: { epoch: number }) => row.epoch)).toEqual([1, 1, 1, 2]);
  await successor.release();
});

test('the timeline is part of the fence; a transaction that hangs is ended by the server; misuse is refused', async () => {
  const connection = await testDatabase();
  const options = optionsFor(connection);
  const admin = await adminOf(connection);
  // The server ends such sessions; without a listener that error of a connection in use would end the process.
  const pool = new pg.Pool({ connectionString: connection });
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<{ notes: { n: number } }>({ dialect: new PostgresDialect({ pool }) });
  onTestFinished(() => db.destroy());
  const lock = await acquireSingletonLock(options);
  expect(await fencedTransaction(db, lock.token, async () => 42)).toBe(42);
  const fenced = fencedTransaction(db, { ...lock.token, timeline: 2 }, async () => 42);
  await expect(fenced).rejects.toMatchObject({ code: 'fenced' });
  await db.transaction().execute((trx) => fence(trx, lock.token));
  await expect(
    db.transaction().execute((trx) => fence(trx, { ...lock.token, epoch: 0n })),
  ).rejects.toMatchObject({ code: 'fenced' });
  await expect(fence(db as never, lock.token)).rejects.toThrow('needs a transaction');
  for (const maxMs of [0, 1.5, Number.NaN, 3_600_001])
    await expect(fencedTransaction(db, { ...lock.token, maxMs }, async () => 1)).rejects.toThrow(RangeError);

  // Busy, so that neither a statement nor a pause is too long: from 17 on the whole counts.
  const endless = fencedTransaction(db, { ...lock.token, maxMs: 300 }, async (trx) => {
    for (;;) await sql`select pg_sleep(0.02)`.execute(trx);
  });
  await expect(endless).rejects.toThrow(/terminat|connection/);
  // Hung in the middle: it holds a successor up until the server ends it, and no longer.
  let resume = () => {};
  const hung = fencedTransaction(db, { ...lock.token, maxMs: 300 }, async (trx) => {
    await new Promise<void>((resolve) => (resume = resolve));
    await sql`select 1`.execute(trx);
  });
  hung.catch(() => {});
  await lock.release();
  const successor = await acquireSingletonLock({ ...options, label: 'successor' });
  resume();
  await expect(hung).rejects.toThrow();
  const { rows } = await admin.query('select epoch::int from singleton_lock_epochs');
  expect(rows).toEqual([{ epoch: 2 }]);
  await successor.release();
});
