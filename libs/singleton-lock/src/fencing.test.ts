import { testDatabase } from '@kie/embedded-postgres/vitest';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { adminOf, optionsFor, terminate } from '../test/helpers.ts';
import { acquireSingletonLock, fenceSql } from './index.ts';
import { fencedTransaction } from './kysely.ts';

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
