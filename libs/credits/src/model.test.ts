import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { ledgerWith } from '../test/ledger.ts';
import { randomProgram } from '../test/model.ts';
import { createRandom } from '../test/random.ts';
import { compareProgram } from '../test/run-program.ts';
import { checkInvariants } from './index.ts';

const programs = 10;

async function ledger() {
  const database = await ledgerWith(Array.from({ length: programs * 3 }, () => 0));
  onTestFinished(database.close);
  return database.db;
}

test.for([7, 2026])('random programs answer like the model, command by command (seed %i)', async (seed) => {
  const db = await ledger();
  const random = createRandom(seed);
  const runs = Array.from({ length: programs }, (_, n) =>
    compareProgram(db, `program ${seed}-${n}`, 1 + n * 3, randomProgram(random, 100)),
  );
  const found = await Promise.all(runs);
  expect(found.filter((difference) => difference !== undefined)).toEqual([]);
  expect(await checkInvariants(db)).toEqual([]);
});

test('negative control: the comparison notices a ledger that releases too much', async () => {
  const db = await ledger();
  const { rows } = await sql<{ body: string }>`
    select pg_get_functiondef('credits_settle'::regproc) as body
  `.execute(db);
  const wrong = rows[0]?.body.replace('ended.amount - ended.captured', 'ended.amount') ?? '';
  await sql.raw(wrong).execute(db);
  const random = createRandom(1);
  const difference = await compareProgram(db, 'wrong', 1, randomProgram(random, 100)).catch(
    (error: unknown) => String(error),
  );
  expect(difference).toBeDefined();
});
