import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSchemaSource } from '../test/schema-source.ts';
import { migratedDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await migratedDatabase();
});
afterAll(() => database.close());

const kinds: Record<string, string> = {
  int2: 'number',
  int4: 'number',
  int8: 'number',
  text: 'string',
  date: 'string',
  uuid: 'string',
  bool: 'boolean',
  timestamptz: 'time',
  jsonb: 'json',
  numeric: 'decimal',
  _int4: 'numbers',
};

interface Row {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  has_default: boolean;
  generated: boolean;
}

test('schema.ts describes exactly the columns that the migrations make', async () => {
  const { rows } = await database.pool.query<Row>(`
    select table_name as table, column_name as column, udt_name as type, is_nullable = 'YES' as nullable,
           column_default is not null as has_default,
           is_generated = 'ALWAYS' or coalesce(identity_generation = 'ALWAYS', false) as generated
      from information_schema.columns
     where table_schema = 'public' and table_name <> 'schema_migrations'`);
  const migrated = rows.map((row) => [
    `${row.table}.${row.column}`,
    {
      kind: kinds[row.type],
      nullable: row.nullable,
      optional: row.nullable || row.has_default || row.generated,
      generated: row.generated,
    },
  ]);
  const written = [...readSchemaSource()].flatMap(([table, columns]) =>
    [...columns].map(([column, type]) => [`${table}.${column}`, type]),
  );
  expect(written.length).toBeGreaterThan(100);
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(migrated));
});
