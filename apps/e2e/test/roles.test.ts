import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@kie/embedded-postgres';
import { startKieEmulator } from '@kie/emulator';
import { startBotProcess } from '@kie/playground';
import { startTelegramEmulator } from '@kie/telegram-emulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generate, pictureCard, resultsFor, until } from '../src/orders.ts';

const folder = mkdtempSync(join(tmpdir(), 'kie-roles-'));
const logs = { web: join(folder, 'web.log'), worker: join(folder, 'worker.log') };
const stops: (() => Promise<void>)[] = [];
let telegram: Awaited<ReturnType<typeof startTelegramEmulator>>;
let kie: Awaited<ReturnType<typeof startKieEmulator>>;
const port = 20_000 + (process.pid % 20_000);
const base = `http://127.0.0.1:${port}`;

beforeAll(async () => {
  const postgres = await startPostgres({});
  stops.push(async () => await postgres.stop());
  telegram = await startTelegramEmulator({});
  stops.push(async () => await telegram.stop());
  kie = await startKieEmulator({ speed: 20 });
  stops.push(async () => await kie.stop());
  const env = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_WEBHOOK_SECRET: 'a-webhook-secret-of-the-tests',
    KIE_API_KEY: 'test-key',
    KIE_BASE_URL: kie.url,
    KIE_UPLOAD_BASE_URL: kie.uploadUrl,
    KIE_CALLBACK_SECRET: 'a-callback-secret-of-the-tests',
    DATABASE_URL: await postgres.createDatabase('bot'),
    MEDIA_ROOT: join(folder, 'media'),
    PUBLIC_BASE_URL: base,
  };
  const web = startBotProcess({ env: { ...env, BOT_ROLE: 'web', PORT: String(port) }, logFile: logs.web });
  const worker = startBotProcess({
    env: { ...env, BOT_ROLE: 'worker', ENABLE_HEALTH_SERVER: '0' },
    logFile: logs.worker,
  });
  stops.push(async () => await web.stop());
  stops.push(async () => await worker.stop());
  await until(
    'the web role is ready',
    async () => (await fetch(`${base}/readyz`).catch(() => undefined))?.ok === true,
  );
});

afterAll(async () => {
  for (const stop of stops.toReversed()) await stop();
  rmSync(folder, { recursive: true, force: true });
});

test('web takes the webhook, worker runs the generation, callbacks join them', async () => {
  await until('the webhook is set', () => telegram.calls({ method: 'setWebhook' }).length > 0);
  const user = telegram.user({ name: 'Ann' });
  user.sendCommand('start');
  await user.waitFor((message) => message.text?.includes('Hi, Ann') === true, { timeoutMs: 20_000 });
  generate(user, await pictureCard(user, 'a fox at night'));
  await until('the picture is in the chat', () => resultsFor(user, 'a fox at night').length === 1, 40_000);
  expect(telegram.calls({ method: 'getUpdates' })).toEqual([]);
  expect(kie.tasks()).toHaveLength(1);
  expect(kie.tasks()[0]?.callBackUrl).toMatch(new RegExp(`^${base}/kie/callback/`));
});

test('a forged update is refused', async () => {
  const response = await fetch(`${base}/telegram/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'wrong' },
    body: JSON.stringify({ update_id: 1, message: { text: '/start' } }),
  });
  expect(response.status).toBe(403);
});

test('no secret, token or prompt is in a log', () => {
  const text = readFileSync(logs.web, 'utf8') + readFileSync(logs.worker, 'utf8');
  expect(text.length).toBeGreaterThan(500);
  for (const secret of [telegram.token, 'a-webhook-secret', 'a-callback-secret', 'a fox at night']) {
    expect(text).not.toContain(secret);
  }
});
