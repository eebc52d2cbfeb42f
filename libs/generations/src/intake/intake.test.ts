import { balance } from '@kie/credits';
import { expect, test } from 'vitest';
import { pipeline, userId } from '../../test/support/pipeline.ts';
import { cancelGeneration, getGeneration, listGenerations, startGeneration, timeline } from '../index.ts';

const order = {
  userId,
  chatId: 8,
  draftId: crypto.randomUUID(),
  draftVersion: 1,
  modelId: 'z-image',
  input: { prompt: 'x' },
  price: 30,
};

test('a start leaves a queued generation, a hold, a line in the timeline and a wake-up', async () => {
  const p = await pipeline();
  const result = await startGeneration(p.database.db, p.wakeUps, order);
  expect(result).toMatchObject({
    status: 'started',
    generation: { state: 'queued', chat_id: 8, input: { prompt: 'x' } },
  });
  const { id } = 'generation' in result ? result.generation : { id: '' };
  expect(await p.credits()).toEqual({ available: 70, held: 30 });
  expect(await timeline(p.database.db, id)).toMatchObject([
    { event: 'queued', detail: { model: 'z-image', price: 30 }, sincePreviousMs: 0 },
  ]);
  expect(p.woken).toEqual([`generation ${id}`]);
});

test('twenty taps at once are one generation and one hold', async () => {
  const p = await pipeline();
  const results = await Promise.all(
    Array.from({ length: 20 }, () => startGeneration(p.database.db, p.wakeUps, order)),
  );
  expect(results.filter(({ status }) => status === 'started')).toHaveLength(1);
  expect(results.filter(({ status }) => status === 'already_started')).toHaveLength(19);
  expect(new Set(results.map((result) => ('generation' in result ? result.generation.id : '')))).toHaveLength(
    1,
  );
  expect(await p.credits()).toEqual({ available: 70, held: 30 });
});

test('the next version of a draft is another generation', async () => {
  const p = await pipeline();
  await startGeneration(p.database.db, p.wakeUps, order);
  expect(await startGeneration(p.database.db, p.wakeUps, { ...order, draftVersion: 2 })).toMatchObject({
    status: 'started',
  });
});

test('without enough credits nothing is left, and the same intent works after a top-up', async () => {
  const p = await pipeline();
  const { db } = p.database;
  const result = await startGeneration(db, p.wakeUps, { ...order, price: 101 });
  expect(result).toEqual({ status: 'insufficient_credits', available: 100, price: 101 });
  for (const table of ['generations', 'generation_events', 'holds'] as const) {
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  }
  expect(p.woken).toEqual([]);
  expect(await startGeneration(db, p.wakeUps, order)).toMatchObject({ status: 'started' });
});

test('parallel starts never hold more than there is', async () => {
  const p = await pipeline();
  const results = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      startGeneration(p.database.db, p.wakeUps, { ...order, draftVersion: n }),
    ),
  );
  expect(results.filter(({ status }) => status === 'started')).toHaveLength(3);
  expect(await p.credits()).toEqual({ available: 10, held: 90 });
});

test("a rollback of the caller's transaction takes everything with it", async () => {
  const p = await pipeline();
  const { db } = p.database;
  const failing = db.transaction().execute(async (trx) => {
    await startGeneration(trx, p.wakeUps, order);
    expect(await balance(trx, userId)).toEqual({ available: 70, held: 30 });
    throw new Error('something else went wrong');
  });
  await expect(failing).rejects.toThrow('something else');
  expect(await db.selectFrom('generations').selectAll().execute()).toEqual([]);
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
});

test('a cancel gives everything back, once, and only to the owner', async () => {
  const p = await pipeline();
  const { db } = p.database;
  const { id } = await p.start();
  expect(await cancelGeneration(db, { id, userId: 99 })).toBe(false);
  expect(await cancelGeneration(db, { id, userId })).toBe(true);
  expect(await cancelGeneration(db, { id, userId })).toBe(false);
  expect(await p.get(id)).toMatchObject({ state: 'cancelled', finished_at: expect.any(Date) });
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
  const { id: sent } = await p.start();
  await p.worker();
  await p.reach(sent, 'succeeded');
  expect(await cancelGeneration(db, { id: sent, userId })).toBe(false);
  expect(await p.credits()).toEqual({ available: 90, held: 0 });
});

test('lists newest first, page by page, and only what is yours', async () => {
  const p = await pipeline();
  const { db } = p.database;
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.unshift((await p.start()).id);
  const first = await listGenerations(db, { userId, limit: 3 });
  expect(first.map(({ id }) => id)).toEqual(ids.slice(0, 3));
  const before = first.at(-1)?.number ?? 0;
  const second = await listGenerations(db, { userId, limit: 3, before });
  expect(second.map(({ id }) => id)).toEqual(ids.slice(3));
  expect(await listGenerations(db, { userId: 99, limit: 3 })).toEqual([]);
  const [id = ''] = ids;
  expect(await getGeneration(db, id, { userId })).toMatchObject({ id });
  expect(await getGeneration(db, id, { userId: 99 })).toBeUndefined();
  expect(await getGeneration(db, crypto.randomUUID())).toBeUndefined();
});
