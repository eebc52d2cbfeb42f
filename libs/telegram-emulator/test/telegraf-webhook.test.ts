import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Markup, Telegraf } from 'telegraf';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { TelegramEmulator } from '../src/index.ts';
import { startTelegramEmulator } from '../src/index.ts';
import { until } from './raw.ts';

let telegram: TelegramEmulator;
let bot: Telegraf;
let server: Server;
let port: number;

/** telegraf behind its own webhook callback; `https` because telegraf's users always write that. */
beforeAll(async () => {
  telegram = await startTelegramEmulator({ log: () => undefined });
  bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.apiRoot, webhookReply: true } });
  bot.start((ctx) => ctx.reply('Welcome', Markup.inlineKeyboard([Markup.button.callback('One', 'one')])));
  bot.action('one', (ctx) => ctx.answerCbQuery('by webhook reply'));
  bot.on('text', (ctx) => ctx.reply(`echo ${ctx.message.text}`));
  const handle = bot.webhookCallback('/hook', { secretToken: 'a-secret' });
  server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
  await bot.telegram.setWebhook(`https://127.0.0.1:${port}/hook`, { secret_token: 'a-secret' });
});

afterAll(async () => {
  await telegram.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('updates arrive by webhook and the replies in the chat', async () => {
  const ann = telegram.user({ name: 'Ann' });
  ann.sendCommand('start');
  await ann.waitFor((message) => message.text === 'Welcome');
  ann.sendText('hello');
  await ann.waitFor((message) => message.text === 'echo hello');
  expect(telegram.maxOpenPolls).toBe(0);
  await until(() => telegram.pendingUpdates === 0, 'all updates were taken');
});

test('a method in the HTTP answer is executed: answerCbQuery with webhookReply', async () => {
  const bob = telegram.user({ name: 'Bob' });
  bob.sendCommand('start');
  await bob.waitFor((message) => message.text === 'Welcome');
  const tap = bob.tap('One');
  expect(await tap.answer).toEqual({ text: 'by webhook reply', alert: false });
});

test('a request without the secret is refused', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/hook`, { method: 'POST', body: '{}' });
  expect(answer.status).toBe(403);
});
