import { grant, openAccount } from '@kie/credits';
import { expect, test } from 'vitest';
import {
  createLimiterStore,
  createWordListModeration,
  estimateDuration,
  openBreakers,
  queuePosition,
  startGeneration,
} from '../src/index.ts';
import type { IntakeLimits, SubmitResult } from '../src/index.ts';
import { failedTask, notSubmitted } from './support/fake-handler.ts';
import { eventually, modelId, pipeline, userId } from './support/pipeline.ts';
import type { Pipeline } from './support/pipeline.ts';

function order(p: Pipeline, limits: IntakeLimits, more: { kieCredits?: number; prompt?: string } = {}) {
  const { prompt = 'a cat', ...rest } = more;
  const draftId = crypto.randomUUID();
  const whole = { userId, chatId: userId, draftId, draftVersion: 1, modelId, input: { prompt }, price: 1 };
  return startGeneration(p.database.db, p.wakeUps, { ...whole, ...rest }, limits);
}

test('a person has so many open and so many an hour, also when they tap at once', async () => {
  const p = await pipeline();
  const statuses = async (limits: IntakeLimits) => {
    const results = await Promise.all(Array.from({ length: 9 }, () => order(p, limits)));
    return results.map((result) => result.status).toSorted();
  };
  expect(await statuses({ maxOpenPerUser: 3 })).toEqual([
    ...Array.from({ length: 3 }, () => 'started'),
    ...Array.from({ length: 6 }, () => 'too_many'),
  ]);
  expect(await statuses({ maxStartsPerHour: 5 })).toEqual([
    ...Array.from({ length: 2 }, () => 'started'),
    ...Array.from({ length: 7 }, () => 'too_many'),
  ]);
  expect(await p.credits()).toEqual({ available: 95, held: 5 });
});

test('the daily budget and the word list turn an order away before anything is held', async () => {
  const p = await pipeline();
  const limits = { maxDailyKieCredits: 10, moderate: createWordListModeration(['bad word', 'ЖЁ']) };
  expect(await order(p, limits, { kieCredits: 6 })).toMatchObject({ status: 'started' });
  expect(await order(p, limits, { kieCredits: 6 })).toMatchObject({
    status: 'paused',
    reason: 'daily_budget',
    retryAfterMs: expect.any(Number),
  });
  expect(await order(p, limits, { kieCredits: 4 })).toMatchObject({ status: 'started' });
  for (const prompt of ['a BAD\n word!', 'жё']) {
    expect(await order(p, limits, { prompt })).toEqual({ status: 'refused', reason: 'word_list' });
  }
  expect(await order(p, {}, { prompt: 'bad words' })).toMatchObject({ status: 'started' });
  expect(await p.credits()).toEqual({ available: 97, held: 3 });
});

test('an account without credits pauses the intake, and the next order after the pause tries', async () => {
  const p = await pipeline();
  p.handler.submits.push(notSubmitted('refused', 'credits'));
  const first = await p.start();
  await p.worker({ breaker: { openMs: 700, probeMs: 200 } });
  await eventually(async () => expect(await openBreakers(p.database.db)).toHaveLength(1));
  const turnedAway = await order(p, {});
  expect(turnedAway).toMatchObject({ status: 'paused', reason: 'provider_credits' });
  expect(await p.credits()).toEqual({ available: 90, held: 10 });
  await p.reach(first.id, 'succeeded');
  expect(await openBreakers(p.database.db)).toEqual([]);
  expect(await order(p, {})).toMatchObject({ status: 'started' });
});

test('KIE down: nothing fails, only probes are sent, and all go through afterwards', async () => {
  const p = await pipeline();
  let down = true;
  let probes = 0;
  const answer = async (): Promise<SubmitResult> => {
    if (!down)
      return { status: 'submitted', ref: { taskId: crypto.randomUUID(), api: 'jobs', model: modelId } };
    probes += 1;
    return notSubmitted('refused', 'maintenance');
  };
  const ids: string[] = [];
  for (let n = 0; n < 30; n += 1) {
    ids.push((await p.start({ price: 1, draftVersion: n })).id);
  }
  p.handler.submits.push(...Array.from({ length: 500 }, () => answer));
  await p.worker({ concurrency: 2, breaker: { threshold: 3, openMs: 60, maxOpenMs: 120, probeMs: 2000 } });
  await eventually(() => expect(probes).toBeGreaterThanOrEqual(6));
  const states = await p.database.db.selectFrom('generations').select('state').distinct().execute();
  expect(states.every(({ state }) => ['queued', 'submitting'].includes(state))).toBe(true);
  down = false;
  const seen = probes;
  for (const id of ids) await p.reach(id, 'succeeded');
  // Three opened it, with one more that was under way; after that one at a time.
  expect(seen).toBeLessThan(30);
});

test('a model that keeps failing is left alone, the others go on', async () => {
  const p = await pipeline();
  const bad = 'kling-2.6/text-to-video';
  const check = p.handler.check.bind(p.handler);
  p.handler.check = async (ref) => (ref.model === bad ? failedTask('provider') : check(ref));
  const failing = await p.start({ modelId: bad });
  const failing2 = await p.start({ modelId: bad });
  await p.worker({ breaker: { threshold: 2, openMs: 60_000 } });
  await eventually(async () => {
    expect(await openBreakers(p.database.db)).toMatchObject([{ scope: `model:${bad}`, reason: 'provider' }]);
  });
  const other = await p.start();
  await p.reach(other.id, 'succeeded');
  expect(['queued', 'failed']).toContain((await p.get(failing.id)).state);
  expect(['queued', 'failed']).toContain((await p.get(failing2.id)).state);
});

test('no person has more tasks at KIE than they may, however many workers ask', async () => {
  const p = await pipeline();
  const most = new Map<string, number>();
  const now = new Map<string, number>();
  const people = [userId, 8];
  await p.database.db.insertInto('users').values({ id: 8, first_name: 'Bob' }).execute();
  await openAccount(p.database.db, 8);
  await grant(p.database.db, { userId: 8, amount: 50, key: 'grant-welcome-8' });
  const ids: string[] = [];
  for (let n = 0; n < 12; n += 1) {
    for (const person of people) {
      ids.push((await p.start({ userId: person, price: 1, input: { person: String(person) } })).id);
    }
  }
  const original = p.handler.check.bind(p.handler);
  const owner = new Map<string, string>();
  const submit = p.handler.submit.bind(p.handler);
  p.handler.submit = async (prepared, options) => {
    const person = String(prepared.payload['person']);
    now.set(person, (now.get(person) ?? 0) + 1);
    most.set(person, Math.max(most.get(person) ?? 0, now.get(person) ?? 0));
    const result = await submit(prepared, options);
    if (result.status === 'submitted') owner.set(result.ref.taskId, person);
    return result;
  };
  p.handler.check = async (ref, options) => {
    const person = owner.get(ref.taskId) ?? '';
    now.set(person, (now.get(person) ?? 0) - 1);
    return original(ref, options);
  };
  for (let n = 0; n < 3; n += 1) await p.worker({ concurrency: 8, maxRunningPerUser: 2 });
  for (const id of ids) await p.reach(id, 'succeeded');
  expect([...most.values()]).toEqual([2, 2]);
});

test('a flood of one person does not hold up the others', async () => {
  const p = await pipeline();
  await p.database.db.insertInto('users').values({ id: 8, first_name: 'Bob' }).execute();
  await openAccount(p.database.db, 8);
  await grant(p.database.db, { userId: 8, amount: 50, key: 'grant-welcome-8' });
  for (let n = 0; n < 30; n += 1) await p.start({ price: 1, input: { who: 'flood' } });
  const late = await p.start({ userId: 8, price: 1, input: { who: 'late' } });
  expect(await queuePosition(p.database.db, late.id)).toBe(2);
  await p.worker({ concurrency: 1 });
  await p.reach(late.id, 'succeeded');
  const sent = p.handler.sent.map(({ payload }) => payload['who']);
  expect(sent.indexOf('late')).toBe(1);
  expect(await queuePosition(p.database.db, late.id)).toBeUndefined();
});

test('the estimate comes from own measurements, of the same options when there are enough', async () => {
  const p = await pipeline();
  const make = async (ms: number, resolution: string) => {
    const { id } = await p.start({ price: 1, input: { prompt: 'x', resolution } });
    await p.database.db
      .updateTable('generations')
      .set({ request_sent_at: new Date(0), finished_at: new Date(ms) })
      .where('id', '=', id)
      .execute();
    return id;
  };
  const ids: string[] = [];
  for (let n = 1; n <= 6; n += 1) ids.push(await make(n * 1000, '1K'));
  await p.database.pool.query('alter table generations disable trigger generations_edges');
  await p.database.pool.query("update generations set state = 'succeeded'");
  const ask = (input: object) => estimateDuration(p.database.db, { modelId, input: { ...input } });
  expect(await ask({ resolution: '1K' })).toEqual({
    p50Ms: 3500,
    p95Ms: 5750,
    samples: 6,
    sameOptions: true,
  });
  expect(await ask({ resolution: '4K' })).toMatchObject({ samples: 6, sameOptions: false });
  expect(await estimateDuration(p.database.db, { modelId: 'other' })).toBeUndefined();
  await p.database.pool.query("update generations set state = 'queued'");
});

test('the limiter store lets no more through than the budget, from any number of processes', async () => {
  const p = await pipeline();
  const stores = Array.from({ length: 5 }, () => createLimiterStore(p.database.db));
  const ask = () =>
    Promise.all(
      stores.flatMap((store) => [1, 2, 3, 4].map(() => store.take('create', { limit: 7, windowMs: 60_000 }))),
    );
  const answers = await ask();
  expect(answers.filter((ms) => ms === 0)).toHaveLength(7);
  expect(Math.min(...answers.filter((ms) => ms > 0))).toBeGreaterThan(50_000);
  expect(await stores[0]?.take('status', { limit: 1, windowMs: 30 })).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(await stores[1]?.take('status', { limit: 1, windowMs: 30 })).toBe(0);
  await stores[0]?.penalize?.('catalogue');
  const halved = [];
  for (let n = 0; n < 6; n += 1)
    halved.push(await stores[2]?.take('catalogue', { limit: 6, windowMs: 60_000 }));
  expect(halved.filter((ms) => ms === 0)).toHaveLength(3);
});
