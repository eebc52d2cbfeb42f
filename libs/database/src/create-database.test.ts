import { testDatabase } from '@kie/embedded-postgres/vitest';
import { sql } from 'kysely';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createDatabase, type CreateDatabaseOptions } from './create-database.ts';
import { json } from './json.ts';

async function open(options: Partial<CreateDatabaseOptions> = {}) {
  const handle = createDatabase({ url: await testDatabase(), ...options });
  onTestFinished(handle.close);
  return handle;
}

test('bigint is a number up to 2^53 - 1 and an error beyond, for this pool only', async () => {
  const { db, pool } = await open();
  const read = (text: string) => sql<{ n: unknown }>`select ${text}::int8 as n`.execute(db);
  expect((await read('9007199254740991')).rows).toEqual([{ n: 9007199254740991 }]);
  expect((await read('-9007199254740991')).rows).toEqual([{ n: -9007199254740991 }]);
  await expect(read('9007199254740992')).rejects.toThrow('beyond 2^53');
  expect((await sql<{ n: unknown }>`select count(*) as n`.execute(db)).rows).toEqual([{ n: 1 }]);
  expect((await pool.query('select 7::int8 as n')).rows).toEqual([{ n: 7 }]);
  expect(pg.types.getTypeParser(pg.types.builtins.INT8)('7')).toBe('7');
});

test('json writes what jsonb can hold, and says no to what is not JSON', async () => {
  const { db } = await open();
  const value = { text: 'a\0b 🐈 \uD83D', list: [1, null], deep: { yes: true } };
  const { rows } = await sql<{ value: unknown }>`select ${json(value)}::jsonb as value`.execute(db);
  expect(rows[0]?.value).toEqual({ ...value, text: 'a\uFFFDb 🐈 \uFFFD' });
  expect(() => json(undefined)).toThrow('has no JSON form');
  expect(() => json(1n)).toThrow(TypeError);
});

test('the logger hears of statements and failures, never of values', async () => {
  const lines: unknown[] = [];
  const note = (level: string) => (fields: object, message: string) =>
    lines.push({ level, message, ...fields });
  const logger = { debug: note('debug'), warn: note('warn'), error: note('error') };
  const { db } = await open({ logger, slowMs: 50 });
  await sql`select ${'s3cret-value'}::text`.execute(db);
  await sql`select pg_sleep(0.06)`.execute(db);
  await expect(sql`select ${'s3cret-value'}::int`.execute(db)).rejects.toThrow();
  expect(lines).toMatchObject([
    { level: 'debug', message: 'query', sql: 'select $1::text' },
    { level: 'warn', message: 'slow query' },
    { level: 'error', message: 'query failed', code: '22P02' },
  ]);
  expect(JSON.stringify(lines)).not.toContain('s3cret');
});

test('a connection killed while idle is reported and replaced', async () => {
  const error = vi.fn<(fields: object, message: string) => void>();
  const quiet = () => {};
  const { db, pool } = await open({ max: 1, logger: { debug: quiet, warn: quiet, error } });
  const killer = await open();
  await sql`select 1`.execute(db);
  const own = (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid;
  await killer.pool.query('select pg_terminate_backend($1)', [own]);
  await vi.waitFor(() => expect(pool.totalCount).toBe(0));
  expect(error).toHaveBeenCalledWith({ code: '57P01' }, 'an idle database connection was lost');
  expect((await sql<{ n: number }>`select 1 as n`.execute(db)).rows).toEqual([{ n: 1 }]);
});

test('an address that is none is refused without being repeated', () => {
  for (const url of ['', 'localhost:5432', 'mysql://u:hunter2@h/db', 'postgres//u:hunter2@h']) {
    expect(() => createDatabase({ url })).toThrow('not one of PostgreSQL');
    expect(() => createDatabase({ url })).not.toThrow('hunter2');
  }
});

test('a connection killed inside a transaction fails that transaction and nothing else', async () => {
  const { db } = await open({ max: 1 });
  const killer = await open();
  const transaction = db.transaction().execute(async (trx) => {
    const own = (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)).rows[0]?.pid;
    await killer.pool.query('select pg_terminate_backend($1)', [own]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await sql`select 1`.execute(trx);
  });
  await expect(transaction).rejects.toThrow(/terminat|not queryable/i);
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
});
