import { balance } from '@kie/credits';
import { migratedDatabase, type TestDatabase } from '@kie/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Person, testServices } from './person.ts';

let database: TestDatabase;
let nextId = 1000;
const newcomer = (language?: string) => new Person(testServices(database.db), nextId++, language);

beforeAll(async () => {
  database = await migratedDatabase();
});
afterAll(async () => {
  await database.close();
});

test('from start to an order: welcome credits once, price on the button, one tap one generation', async () => {
  const ann = newcomer();
  const welcome = await ann.start();
  expect(welcome.screens[0]?.text).toContain('Ann &lt;b&gt;');
  await ann.start();
  expect(await balance(database.db, ann.id)).toEqual({ available: 500, held: 0 });

  const models = await ann.tapText(welcome, 'Image');
  const ask = await ann.tapText(models, 'Z-Image');
  expect(ask.screens[0]?.name).toBe('ask');
  const card = await ann.write('a lighthouse at dawn');
  expect(card.screens[0]?.name).toBe('card');
  expect(card.screens[0]?.text).toContain('a lighthouse at dawn');

  const go = card.screens[0]?.keyboard?.[0]?.[0];
  expect(go?.text).toMatch(/Generate · \d+ cr/);
  const data = go && 'callback_data' in go ? go.callback_data : '';
  const [first, second] = [await ann.tap(data), await ann.tap(data)];
  expect(first.screens[0]?.name).toBe('progress');
  expect(second.toasts[0]).toMatch(/Already running/);
  const { available, held } = await balance(database.db, ann.id);
  expect(available + held).toBe(500);
  expect(held).toBeGreaterThan(0);
  const generations = await database.db
    .selectFrom('generations')
    .selectAll()
    .where('user_id', '=', ann.id)
    .execute();
  expect(generations).toHaveLength(1);
});

test('an old card is redrawn instead of spending', async () => {
  const ann = newcomer();
  const models = await ann.tapText(await ann.start(), 'Image');
  await ann.tapText(models, 'Z-Image');
  const card = await ann.write('first words');
  const options = await ann.tapText(card, 'Prompt');
  expect(options.screens[0]?.name).toBe('ask');
  await ann.write('other words');
  const answer = await ann.tapText(card, 'Generate');
  expect(answer.toasts[0]).toMatch(/old/);
  expect(answer.screens[0]?.text).toContain('other words');
  expect((await balance(database.db, ann.id)).held).toBe(0);
});

test('too little money: an alert, and nothing is held', async () => {
  const poor = new Person(
    { ...testServices(database.db), policy: { creditMultiplier: 1000, welcomeCredits: 1 } },
    nextId++,
  );
  const models = await poor.tapText(await poor.start(), 'Image');
  await poor.tapText(models, 'Z-Image');
  const answer = await poor.tapText(await poor.write('a lighthouse'), 'Generate');
  expect(answer.toasts[0]).toMatch(/credits needed, you have 1/);
  expect(await balance(database.db, poor.id)).toEqual({ available: 1, held: 0 });
});

test('a photo out of the blue, then a model: the photo is already in the draft', async () => {
  const ann = newcomer('ru');
  await ann.start();
  const intake = await ann.photo();
  expect(intake.screens[0]?.name).toBe('photo-intake');
  const next = await ann.tapText(intake, 'Убрать фон');
  expect(next.screens[0]?.name).toBe('card');
  expect(next.screens[0]?.text).toContain('1 файл');
});

test('a text out of the blue is the prompt', async () => {
  const ann = newcomer();
  await ann.start();
  const intake = await ann.write('a <red> fox & its den');
  expect(intake.screens[0]?.text).toContain('a &lt;red&gt; fox &amp; its den');
  const next = await ann.tapText(intake, '🖼');
  expect(next.screens[0]?.text).toContain('a &lt;red&gt; fox');
});

test('bad answers name the limit and keep asking', async () => {
  const ann = newcomer();
  const models = await ann.tapText(await ann.start(), 'Image');
  await ann.tapText(models, 'Z-Image');
  const long = await ann.write('x'.repeat(30_000));
  expect(long.screens[0]?.text).toMatch(/30000 characters, the model takes \d+/);
  const photo = await ann.photo();
  expect(photo.screens[0]?.text).toMatch(/does not fit here/);
  const big = await ann.photo(25_000_000);
  expect(big.screens[0]?.text).toMatch(/25\.0 MB.*20\.0 MB/s);
  expect((await ann.write('a good prompt')).screens[0]?.name).toBe('card');
});

test('somebody else cannot touch my draft or my generation', async () => {
  const ann = newcomer();
  const bob = newcomer();
  await bob.start();
  const models = await ann.tapText(await ann.start(), 'Image');
  await ann.tapText(models, 'Z-Image');
  const card = await ann.write('mine');
  expect((await bob.tapText(card, 'Generate')).toasts[0]).toMatch(/old/);
  const running = await ann.tapText(card, 'Generate');
  expect((await bob.tapText(running, 'Cancel')).toasts[0]).toMatch(/old/);
  const cancelled = await ann.tapText(running, 'Cancel');
  expect(cancelled.screens[0]?.text).toMatch(/returned/);
  expect(await balance(database.db, ann.id)).toEqual({ available: 500, held: 0 });
});

test('over a limit, or with a word that is not wanted: said in words, and nothing is held', async () => {
  const services = { ...testServices(database.db), limits: { maxOpenPerUser: 1, moderate: refuseBombs } };
  const ann = new Person(services, nextId++);
  const order = async (prompt: string) => {
    const models = await ann.tapText(await ann.start(), 'Image');
    await ann.tapText(models, 'Z-Image');
    return await ann.tapText(await ann.write(prompt), 'Generate');
  };
  expect((await order('a bomb')).toasts[0]).toMatch(/not allowed here/);
  expect((await balance(database.db, ann.id)).held).toBe(0);
  expect((await order('a fox')).screens[0]?.name).toBe('progress');
  const { held } = await balance(database.db, ann.id);
  expect((await order('a second fox')).toasts[0]).toMatch(/1 are running, that is your limit/);
  expect((await balance(database.db, ann.id)).held).toBe(held);
});

function refuseBombs({ input }: { readonly input: Readonly<Record<string, unknown>> }) {
  return input.prompt === 'a bomb'
    ? ({ allowed: false, reason: 'test' } as const)
    : ({ allowed: true } as const);
}
