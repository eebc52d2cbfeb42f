import { migratedDatabase, type TestDatabase } from '@kie/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callbackUrl, createCallbackReceiver } from '../kie-callback.ts';
import { createHttpApp } from './app.ts';

const secret = 'a-secret-of-the-tests-0123456789';
const generationId = '3f0c7f4e-0000-4000-8000-000000000001';
const path = (attempt = 1) => new URL(callbackUrl('http://bot.test', secret, generationId, attempt)).pathname;

let database: TestDatabase;
let app: ReturnType<typeof createHttpApp>;
const woken: string[] = [];

beforeAll(async () => {
  database = await migratedDatabase();
  await database.db.insertInto('users').values({ id: 7, first_name: 'Ann' }).execute();
  await database.db
    .insertInto('generations')
    .values({
      id: generationId,
      user_id: 7,
      chat_id: 7,
      intent_key: 'draft:1',
      model_id: 'z-image',
      input: '{}',
      price: 1,
      attempt: 1,
    })
    .execute();
  app = createHttpApp({
    ready: async () => ({ ready: false, detail: { database: 'no connection' } }),
    telegramWebhook: async () => new Response('taken'),
    kieCallback: createCallbackReceiver({
      db: database.db,
      wakeUps: { wake: async (_db, _queue, id) => void woken.push(id) },
      secret,
    }),
  });
});
afterAll(async () => {
  await database.close();
});

const post = (where: string, body: string) => app.request(where, { method: 'POST', body });
const callbacks = () => database.db.selectFrom('provider_callbacks').selectAll().execute();

test('alive is not ready', async () => {
  expect(await (await app.request('/healthz')).text()).toBe('ok');
  const ready = await app.request('/readyz');
  expect([ready.status, await ready.json()]).toEqual([503, { ready: false, database: 'no connection' }]);
});

test('an update that comes before the database is there is refused, so that Telegram sends it again', async () => {
  expect((await post('/telegram/webhook', '{}')).status).toBe(503);
});

const good = JSON.stringify({ code: 200, data: { taskId: 'a'.repeat(32) } });

test.each([
  ['a signature of somebody else', () => `/kie/callback/${generationId}/1/${'A'.repeat(43)}`, good],
  ['the signature of another attempt', () => path(1).replace('/1/', '/2/'), good],
  ['an id that is none', () => path().replace(generationId, '../../etc/passwd'), good],
  ['a body that is not JSON', () => path(), '<html>'],
  ['a body without a task id', () => path(), '{"data":{}}'],
  ['a task id that is no text', () => path(), '{"data":{"taskId":{"a":1}}}'],
  ['an empty body', () => path(), ''],
])('a callback with %s changes nothing', async (_name, where, body) => {
  expect((await post(where(), body)).status).toBe(404);
  expect(await callbacks()).toEqual([]);
});

test('a callback that is too large is not read', async () => {
  expect((await post(path(), 'x'.repeat(300_000))).status).toBe(413);
});

test('a good callback is written down once, however often it comes, and nothing else of it is believed', async () => {
  const body = JSON.stringify({
    code: 200,
    data: { taskId: 'a'.repeat(32), state: 'success', resultJson: '{}' },
  });
  for (let i = 0; i < 3; i++) expect((await post(path(), body)).status).toBe(200);
  expect(await callbacks()).toMatchObject([{ task_id: 'a'.repeat(32), times: 3 }]);
  const { state } = await database.db.selectFrom('generations').select('state').executeTakeFirstOrThrow();
  expect(state).toBe('queued');
});
