import { describe, expect, test } from 'vitest';

import { createManualClock } from '../src/index.ts';
import { call, result, start, until } from './raw.ts';
import { receiver, textsOf } from './receiver.ts';

/** Client.cpp 15726-16104 and WebhookActor.cpp at 01a3679. */
describe('webhook', () => {
  test('delivers with the secret header and empties the queue', async () => {
    const telegram = await start();
    const bot = await receiver();
    const set = await call(telegram, 'setWebhook', { url: bot.url, secret_token: 'abc_DEF-1' });
    expect(set).toMatchObject({ ok: true, description: 'Webhook was set' });
    telegram.user().sendText('hello');
    await until(() => bot.deliveries.length === 1 && telegram.pendingUpdates === 0, 'delivered');
    expect(bot.deliveries[0]?.headers['x-telegram-bot-api-secret-token']).toBe('abc_DEF-1');
    expect(textsOf(bot.deliveries)).toEqual(['hello']);
  });

  test('https to this machine is delivered over http, as bots without a certificate need', async () => {
    const telegram = await start();
    const bot = await receiver();
    await result(telegram, 'setWebhook', { url: bot.url.replace('http:', 'https:') });
    telegram.user().sendText('hello');
    await until(() => bot.deliveries.length === 1, 'delivered');
  });

  test('retries until 2xx: at once, then after 2, 4 ... seconds', async () => {
    const clock = createManualClock();
    const refusals: string[] = [];
    const telegram = await start({ clock, log: (line) => refusals.push(line) });
    const bot = await receiver((_delivery, count) => ({ status: count <= 3 ? 500 : 200 }));
    await result(telegram, 'setWebhook', { url: bot.url });
    telegram.user().sendText('hello');
    await until(() => refusals.length === 2, 'the first retry comes at once');
    await clock.advance(1_900);
    expect(bot.deliveries).toHaveLength(2);
    await clock.advance(200);
    await until(() => refusals.length === 3, 'the second retry comes after 2 s');
    await clock.advance(3_900);
    expect(bot.deliveries).toHaveLength(3);
    await clock.advance(200);
    await until(() => telegram.pendingUpdates === 0, 'the third retry comes after 4 s and succeeds');
    expect(new Set(bot.deliveries.map(({ update }) => update.update_id)).size).toBe(1);
  });

  test('Retry-After of the bot sets the delay', async () => {
    const clock = createManualClock();
    const refusals: string[] = [];
    const telegram = await start({ clock, log: (line) => refusals.push(line) });
    const bot = await receiver((_delivery, count) =>
      count === 1 ? { status: 503, headers: { 'retry-after': '30' } } : {},
    );
    await result(telegram, 'setWebhook', { url: bot.url });
    telegram.user().sendText('hello');
    await until(() => refusals.length === 1, 'the first try was refused');
    await clock.advance(29_000);
    expect(bot.deliveries).toHaveLength(1);
    await clock.advance(2_000);
    await until(() => bot.deliveries.length === 2, 'the retry');
  });

  test('one update in flight per chat: order is kept, and a failing one blocks only its chat', async () => {
    const telegram = await start();
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const bot = await receiver(async ({ update }) => {
      if (update.message?.text === 'slow') await gate;
      return {};
    });
    await result(telegram, 'setWebhook', { url: bot.url });
    const ann = telegram.user({ id: 1 });
    const bob = telegram.user({ id: 2 });
    ann.sendText('slow');
    ann.sendText('after');
    bob.sendText('other chat');
    await until(() => bot.deliveries.length === 2, 'two deliveries');
    expect(textsOf(bot.deliveries)).toEqual(['slow', 'other chat']);
    release();
    await until(() => bot.deliveries.length === 3, 'the rest');
    expect(textsOf(bot.deliveries).at(-1)).toBe('after');
  });

  test('a bot that does not answer within 60 s gets the update again', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    const bot = await receiver((_delivery, count) => (count === 1 ? new Promise(() => undefined) : {}));
    await result(telegram, 'setWebhook', { url: bot.url });
    telegram.user().sendText('slow');
    await until(() => bot.deliveries.length === 1, 'the first delivery');
    await clock.advance(59_000);
    expect(bot.deliveries).toHaveLength(1);
    await clock.advance(1_000);
    await until(() => bot.deliveries.length === 2, 'the second delivery');
    await until(() => telegram.pendingUpdates === 0, 'it was taken');
    const { last_error_message } = await result<{ last_error_message: string }>(telegram, 'getWebhookInfo');
    expect(last_error_message).toBe('Read timeout expired');
  });

  test('a tap has a lane of its own, so it may overtake a message', async () => {
    const telegram = await start();
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const bot = await receiver(async ({ update }) => {
      if (update.message?.text === 'slow') await gate;
      return {};
    });
    await result(telegram, 'setWebhook', { url: bot.url });
    const ann = telegram.user();
    ann.sendText('slow');
    await result(telegram, 'sendMessage', {
      chat_id: ann.id,
      text: 'x',
      reply_markup: { inline_keyboard: [[{ text: 'go', callback_data: 'go' }]] },
    });
    ann.tap('go');
    await until(
      () => bot.deliveries.some(({ update }) => update.callback_query !== undefined),
      'the tap arrives',
    );
    release();
  });

  test('a method in the answer is executed', async () => {
    const telegram = await start();
    const bot = await receiver(({ update }) => ({
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ method: 'sendMessage', chat_id: update.message?.chat.id, text: 'by reply' }),
    }));
    await result(telegram, 'setWebhook', { url: bot.url });
    const ann = telegram.user();
    ann.sendText('hello');
    await ann.waitFor((message) => message.text === 'by reply');
  });

  test.each([
    ['http://example.com/x', {}, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook'],
    [
      'https://example.com:9000/x',
      {},
      'Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
    ['https://10.0.0.1/x', {}, 'Bad Request: bad webhook: IP address 10.0.0.1 is reserved'],
    ['https://', {}, 'Bad Request: invalid webhook URL specified'],
    ['http://127.0.0.1/', { secret_token: 'a b' }, 'Bad Request: secret token contains unallowed characters'],
    ['http://127.0.0.1/', { secret_token: 'a'.repeat(257) }, 'Bad Request: secret token is too long'],
  ])('refuses %s %j', async (url, extra, description) => {
    const telegram = await start();
    expect(await call(telegram, 'setWebhook', { url, ...extra })).toMatchObject({ status: 400, description });
  });

  test('15733: more than one setWebhook a second is 429', async () => {
    const telegram = await start({ clock: createManualClock() });
    await result(telegram, 'setWebhook', { url: 'http://127.0.0.1:1/a' });
    const answer = await call(telegram, 'setWebhook', { url: 'http://127.0.0.1:1/b' });
    expect(answer).toMatchObject({
      status: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  test('descriptions and info', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    expect((await call(telegram, 'deleteWebhook')).description).toBe('Webhook is already deleted');
    await result(telegram, 'setWebhook', { url: 'http://127.0.0.1:1/a', max_connections: 7 });
    await clock.advance(2_000);
    const again = await call(telegram, 'setWebhook', { url: 'http://127.0.0.1:1/a', max_connections: 7 });
    expect(again.description).toBe('Webhook is already set');
    telegram.user().sendText('x');
    expect(await result(telegram, 'getWebhookInfo')).toMatchObject({
      url: 'http://127.0.0.1:1/a',
      max_connections: 7,
      pending_update_count: 1,
    });
    expect((await call(telegram, 'deleteWebhook')).description).toBe('Webhook was deleted');
    expect(await result(telegram, 'getWebhookInfo')).toMatchObject({ url: '', pending_update_count: 1 });
  });

  test.each(['setWebhook', 'deleteWebhook'])('drop_pending_updates in %s', async (method) => {
    const telegram = await start();
    telegram.user().sendText('old');
    await result(telegram, method, { url: 'http://127.0.0.1:1/a', drop_pending_updates: true });
    expect(telegram.pendingUpdates).toBe(0);
  });
});
