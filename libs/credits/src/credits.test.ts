import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { ledgerWith, newGeneration } from '../test/ledger.ts';
import { balance, capture, checkInvariants, CreditsError, grant, hold, release, statement } from './index.ts';

async function ledger(...amounts: number[]) {
  const database = await ledgerWith(amounts);
  onTestFinished(async () => {
    expect(await checkInvariants(database.db)).toEqual([]);
    await database.close();
  });
  return database.db;
}

test('hold, capture a part, the rest comes back', async () => {
  const db = await ledger(10);
  const generationId = newGeneration();
  expect(await hold(db, { userId: 1, generationId, amount: 6 })).toEqual({ held: true });
  expect(await balance(db, 1)).toEqual({ available: 4, held: 6 });
  expect(await capture(db, { generationId, amount: 5 })).toEqual({ settled: true, captured: 5, released: 1 });
  expect(await balance(db, 1)).toEqual({ available: 5, held: 0 });
});

test('a capture without amount takes all, above the hold takes the hold, 0 gives all back', async () => {
  const db = await ledger(30);
  const outcomes = [];
  for (const amount of [undefined, 99, 0]) {
    const generationId = newGeneration();
    await hold(db, { userId: 1, generationId, amount: 5 });
    outcomes.push(await capture(db, { generationId, ...(amount === undefined ? {} : { amount }) }));
  }
  expect(outcomes).toEqual([
    { settled: true, captured: 5, released: 0 },
    { settled: true, captured: 5, released: 0 },
    { settled: true, captured: 0, released: 5 },
  ]);
  expect(await balance(db, 1)).toEqual({ available: 20, held: 0 });
});

test('too few credits is an answer and leaves no trace', async () => {
  const db = await ledger(3);
  const generationId = newGeneration();
  expect(await hold(db, { userId: 1, generationId, amount: 4 })).toEqual({ held: false, available: 3 });
  expect(await hold(db, { userId: 999, generationId, amount: 4 })).toEqual({ held: false, available: 0 });
  expect(await db.selectFrom('holds').selectAll().execute()).toEqual([]);
  await grant(db, { userId: 1, amount: 1, key: 'grant-more-1' });
  expect(await hold(db, { userId: 1, generationId, amount: 4 })).toEqual({ held: true });
  expect(await hold(db, { userId: 1, generationId: newGeneration(), amount: 1 })).toEqual({
    held: false,
    available: 0,
  });
});

test('every call may be repeated: one effect, the first answer', async () => {
  const db = await ledger(10);
  const generationId = newGeneration();
  const welcome = { userId: 1, amount: 10, key: 'grant-welcome-1' };
  expect(await grant(db, welcome)).toEqual({ granted: false });
  for (let n = 0; n < 3; n += 1) {
    expect(await hold(db, { userId: 1, generationId, amount: 6 })).toEqual({ held: true });
  }
  expect(await release(db, { generationId })).toEqual({ settled: true, captured: 0, released: 6 });
  expect(await release(db, { generationId })).toEqual({ settled: false, captured: 0, released: 6 });
  expect(await capture(db, { generationId })).toEqual({ settled: false, captured: 0, released: 6 });
  expect(await hold(db, { userId: 1, generationId, amount: 6 })).toEqual({ held: true });
  expect(await balance(db, 1)).toEqual({ available: 10, held: 0 });
  expect(await release(db, { generationId: newGeneration() })).toEqual({
    settled: false,
    captured: 0,
    released: 0,
  });
});

test('what cannot be right is refused by name', async () => {
  const db = await ledger(10, 10);
  const generationId = newGeneration();
  await hold(db, { userId: 1, generationId, amount: 6 });
  const refused: [() => Promise<unknown>, CreditsError['code']][] = [
    [() => hold(db, { userId: 1, generationId, amount: 7 }), 'key_reused'],
    [() => hold(db, { userId: 2, generationId, amount: 6 }), 'key_reused'],
    [() => grant(db, { userId: 1, amount: 11, key: 'grant-welcome-1' }), 'key_reused'],
    [() => grant(db, { userId: 2, amount: 10, key: 'grant-welcome-1' }), 'key_reused'],
    [() => grant(db, { userId: 1, amount: 10, key: 'hold-me' }), 'invalid_key'],
    [() => grant(db, { userId: 1, amount: -1, key: 'grant-x' }), 'invalid_amount'],
    [() => hold(db, { userId: 1, generationId: newGeneration(), amount: 0 }), 'invalid_amount'],
    [() => hold(db, { userId: 1, generationId: newGeneration(), amount: 1.5 }), 'invalid_amount'],
    [() => capture(db, { generationId, amount: -1 }), 'invalid_amount'],
    [() => capture(db, { generationId: newGeneration() }), 'no_hold'],
  ];
  for (const [call, code] of refused) {
    const error = await call().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CreditsError);
    expect(error).toMatchObject({ code });
  }
});

test('a rolled back transaction took nothing', async () => {
  const db = await ledger(10);
  const generationId = newGeneration();
  const work = db.transaction().execute(async (trx) => {
    expect(await hold(trx, { userId: 1, generationId, amount: 6 })).toEqual({ held: true });
    throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  expect(await balance(db, 1)).toEqual({ available: 10, held: 0 });
});

test('the statement tells in words what happened, newest first', async () => {
  const db = await ledger(10, 50);
  const [first, second] = [newGeneration(), newGeneration()];
  await hold(db, { userId: 1, generationId: first, amount: 6 });
  await capture(db, { generationId: first, amount: 4 });
  await hold(db, { userId: 1, generationId: second, amount: 1 });
  await release(db, { generationId: second });
  await grant(db, { userId: 1, amount: 3, key: 'grant-sorry-1', note: 'Sorry' });
  const entries = await statement(db, 1, { limit: 5 });
  expect(entries).toMatchObject([
    { kind: 'granted', available: 3, held: 0, spent: 0, note: 'Sorry', generationId: null },
    { kind: 'returned', available: 1, held: -1, spent: 0, generationId: second },
    { kind: 'reserved', available: -1, held: 1, spent: 0, generationId: second },
    { kind: 'spent', available: 2, held: -6, spent: 4, generationId: first },
    { kind: 'reserved', available: -6, held: 6, spent: 0, generationId: first },
  ]);
  expect(entries[0]?.at).toBeInstanceOf(Date);
  expect(await statement(db, 1)).toHaveLength(6);
});

test('postings are final and balanced, whoever writes', async () => {
  const db = await ledger(10);
  const codeOf = (query: Promise<unknown>) =>
    query.then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );
  expect(await codeOf(db.updateTable('postings').set({ amount: 99 }).where('leg', '=', 1).execute())).toBe(
    'KC001',
  );
  expect(await codeOf(db.deleteFrom('postings').execute())).toBe('KC001');
  expect(await codeOf(sql`truncate postings`.execute(db))).toBe('KC001');
  const leg = {
    key: 'grant-half',
    leg: 0,
    account: 'house:grants',
    user_id: null,
    amount: -5,
    kind: 'grant',
  };
  const note = { generation_id: null, note: null };
  expect(
    await codeOf(
      db
        .insertInto('postings')
        .values({ ...leg, ...note })
        .execute(),
    ),
  ).toBe('KC002');
  const stray = { ...leg, ...note, account: 'available', amount: 5 };
  expect(await codeOf(db.insertInto('postings').values(stray).execute())).toBe('23514');
});
