import { testDatabase } from '@kie/embedded-postgres/vitest';
import pg from 'pg';
import { expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { migrationStatus } from './migration-status.ts';
import type { Migration } from './migration.ts';
import { migrations } from './migrations/index.ts';

const one: Migration = { version: 1, name: 'one', sql: 'create table one (n int)' };
const two: Migration = { version: 2, name: 'two', sql: 'create table two (n int)' };

async function tables(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  await client.end();
  return rows.map((row) => row.name);
}

test('steps run once, in order, and are written down', async () => {
  const url = await testDatabase();
  expect(await migrationStatus({ url, migrations: [one, two] })).toMatchObject({
    isCurrent: false,
    applied: [],
  });
  expect(await migrate({ url, migrations: [one] })).toEqual(['0001-one']);
  expect(await migrate({ url, migrations: [one, two] })).toEqual(['0002-two']);
  expect(await migrate({ url, migrations: [one, two] })).toEqual([]);
  expect(await tables(url)).toEqual(['one', 'schema_migrations', 'two']);
  expect(await migrationStatus({ url, migrations: [one, two] })).toMatchObject({
    isCurrent: true,
    pending: [],
  });
});

test('eight processes at once: each step runs once', async () => {
  const url = await testDatabase();
  const applied = await Promise.all(Array.from({ length: 8 }, () => migrate({ url })));
  const all = migrations.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}`);
  expect(applied.flat().toSorted()).toEqual(all);
});

test('a failing step leaves nothing of itself, and the next run goes on from there', async () => {
  const url = await testDatabase();
  const broken = { ...two, sql: 'create table two (n int); create table one (n int)' };
  await expect(migrate({ url, migrations: [one, broken] })).rejects.toThrow(
    '0002-two failed and was rolled back: relation "one" already exists',
  );
  expect(await tables(url)).toEqual(['one', 'schema_migrations']);
  expect(await migrate({ url, migrations: [one, two] })).toEqual(['0002-two']);
});

test('a newer database and a changed step are refused', async () => {
  const url = await testDatabase();
  await migrate({ url, migrations: [one, two] });
  await expect(migrate({ url, migrations: [one] })).rejects.toThrow(
    'The database has 0002-two, which this program does not know.',
  );
  const changed = { ...one, sql: 'create table one (n bigint)' };
  const three = { version: 3, name: 'three', sql: 'create table three (n int)' };
  await expect(migrate({ url, migrations: [changed, two, three] })).rejects.toThrow('0001-one was changed');
  expect(await tables(url)).not.toContain('three');
  const status = await migrationStatus({ url, migrations: [one] });
  expect(status).toMatchObject({ isCurrent: false, problems: [expect.stringContaining('0002-two')] });
});

test('versions are 1, 2, 3 … without gaps', () => {
  expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1));
});
