import { describe, expect, test } from 'vitest';

import type { Message, TelegramEmulator } from '../src/index.ts';
import { createManualClock } from '../src/index.ts';
import { png } from './pictures.ts';
import { call, callForm, result, start, until } from './raw.ts';
import { receiver, textsOf } from './receiver.ts';

/**
 * What a bot library relies on, one check each: the behaviours by which public emulators were compared. Numbers are lines
 * of telegram-bot-api/Client.cpp (01a3679), "td" is tdlib/td (022d602); details of each area are in the other tests.
 */
interface Update {
  update_id: number;
  message?: Message;
  message_reaction?: unknown;
  pre_checkout_query?: { id: string };
}

async function started(options: Parameters<typeof start>[0] = {}): Promise<TelegramEmulator> {
  const telegram = await start(options);
  telegram.user({ id: 5, name: 'Ann' }).sendText('hi');
  await result(telegram, 'getUpdates', { offset: 500_000_002 });
  return telegram;
}

const poll = (telegram: TelegramEmulator, params: Record<string, unknown> = {}): Promise<Update[]> =>
  result<Update[]>(telegram, 'getUpdates', params);
const send = (telegram: TelegramEmulator, params: Record<string, unknown>): Promise<Message> =>
  result<Message>(telegram, 'sendMessage', { chat_id: 5, text: 'x', ...params });
const buttons = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] };

describe('getUpdates', () => {
  test('[15708] waits while there is nothing', async () => {
    const telegram = await started();
    const waiting = poll(telegram, { timeout: 20 });
    await until(() => telegram.openPolls === 1, 'the call waits');
    telegram.user({ id: 5 }).sendText('now');
    expect(await waiting).toHaveLength(1);
  });

  test('[15708] an idle library polls at most once per time-out', async () => {
    const telegram = await started();
    const waiting = poll(telegram, { timeout: 1 });
    await waiting;
    expect(telegram.calls({ method: 'getUpdates' }).at(-1)?.durationMs).toBeGreaterThanOrEqual(990);
  });

  test('[16336] gives the same updates again until they are confirmed', async () => {
    const telegram = await started({ clock: createManualClock() });
    telegram.user({ id: 5 }).sendText('a');
    expect(await poll(telegram)).toEqual(await poll(telegram));
  });

  test('[16336] a greater offset confirms', async () => {
    const telegram = await started();
    telegram.user({ id: 5 }).sendText('a');
    const [update] = await poll(telegram);
    await poll(telegram, { offset: (update?.update_id ?? 0) + 1 });
    expect(telegram.pendingUpdates).toBe(0);
  });

  test('[16326] a negative offset keeps the newest', async () => {
    const telegram = await started();
    for (const text of ['a', 'b']) telegram.user({ id: 5 }).sendText(text);
    expect((await poll(telegram, { offset: -1 })).map((update) => update.message?.text)).toEqual(['b']);
  });

  test('update ids rise by one', async () => {
    const telegram = await started();
    for (const text of ['a', 'b']) telegram.user({ id: 5 }).sendText(text);
    const [first, second] = await poll(telegram);
    expect(second?.update_id).toBe((first?.update_id ?? 0) + 1);
  });

  test('[16375] 409 for the older of two pollers', async () => {
    const telegram = await started();
    const older = call(telegram, 'getUpdates', { timeout: 20 });
    await until(() => telegram.openPolls === 1, 'the first waits');
    const newer = call(telegram, 'getUpdates', { timeout: 20, offset: 500_000_002 });
    expect(await older).toMatchObject({
      status: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    telegram.user({ id: 5 }).sendText('end');
    expect((await newer).ok).toBe(true);
  });

  test('[15701] 409 while a webhook is set', async () => {
    const telegram = await started();
    await result(telegram, 'setWebhook', { url: 'http://127.0.0.1:9/' });
    expect(await call(telegram, 'getUpdates')).toMatchObject({
      status: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    });
  });

  test('[16218] 409 for a waiting poll when a webhook is set', async () => {
    const telegram = await started();
    const waiting = call(telegram, 'getUpdates', { timeout: 20 });
    await until(() => telegram.openPolls === 1, 'it waits');
    await result(telegram, 'setWebhook', { url: 'http://127.0.0.1:9/' });
    expect((await waiting).description).toBe('Conflict: terminated by setWebhook request');
  });

  test('[16889] message_reaction only for those who ask', async () => {
    const telegram = await started();
    const ann = telegram.user({ id: 5 });
    ann.react(1, '👍');
    expect(telegram.pendingUpdates).toBe(0);
    await poll(telegram, { allowed_updates: ['message_reaction'], offset: -1 });
    ann.react(1, '🔥');
    expect(await poll(telegram)).toMatchObject([{ message_reaction: { new_reaction: [{ emoji: '🔥' }] } }]);
  });
});

describe('webhook (WebhookActor.cpp)', () => {
  test('delivers an update', async () => {
    const telegram = await started();
    const bot = await receiver();
    await result(telegram, 'setWebhook', { url: bot.url });
    telegram.user({ id: 5 }).sendText('a');
    await until(() => bot.deliveries.length === 1, 'a delivery');
    expect(textsOf(bot.deliveries)).toEqual(['a']);
  });

  test('sends the secret as a header', async () => {
    const telegram = await started();
    const bot = await receiver();
    await result(telegram, 'setWebhook', { url: bot.url, secret_token: 's3cret' });
    telegram.user({ id: 5 }).sendText('a');
    await until(() => bot.deliveries.length === 1, 'a delivery');
    expect(bot.deliveries[0]?.headers['x-telegram-bot-api-secret-token']).toBe('s3cret');
  });

  test('tries again after a 500, at once', async () => {
    const telegram = await started();
    const bot = await receiver((_delivery, count) => ({ status: count === 1 ? 500 : 200 }));
    await result(telegram, 'setWebhook', { url: bot.url });
    telegram.user({ id: 5 }).sendText('a');
    await until(() => bot.deliveries.length === 2, 'a second delivery');
    expect(bot.deliveries[1]?.update.update_id).toBe(bot.deliveries[0]?.update.update_id);
    await until(() => telegram.pendingUpdates === 0, 'it was taken');
  });

  test('keeps the order of a chat over a failure', async () => {
    const telegram = await started();
    const bot = await receiver((_delivery, count) => ({ status: count === 1 ? 500 : 200 }));
    await result(telegram, 'setWebhook', { url: bot.url });
    for (const text of ['a', 'b', 'c']) telegram.user({ id: 5 }).sendText(text);
    await until(() => bot.deliveries.length === 4, 'all deliveries');
    expect(textsOf(bot.deliveries)).toEqual(['a', 'a', 'b', 'c']);
  });

  test('HTTP 410 for 23 hours removes the webhook', async () => {
    const clock = createManualClock();
    const telegram = await started({ clock });
    const bot = await receiver(() => ({ status: 410, headers: { 'retry-after': '3600' } }));
    await result(telegram, 'setWebhook', { url: bot.url });
    telegram.user({ id: 5 }).sendText('a');
    const info = (): Promise<{ url: string; last_error_date?: number }> => result(telegram, 'getWebhookInfo');
    for (let hour = 0; hour < 24; hour += 1) {
      await until(() => bot.deliveries.length === hour + 1, 'the try of this hour');
      const now = Math.floor(clock.now() / 1_000);
      let seen = await info();
      while (seen.url !== '' && seen.last_error_date !== now) seen = await info();
      expect(seen.url).toBe(hour < 23 ? bot.url : '');
      await clock.advance(3_600_000);
    }
  });

  test.each(['setWebhook', 'deleteWebhook'])(
    'drop_pending_updates of %s empties the queue',
    async (method) => {
      const telegram = await started();
      telegram.user({ id: 5 }).sendText('old');
      const params = {
        drop_pending_updates: true,
        ...(method === 'setWebhook' ? { url: 'http://127.0.0.1:9/' } : {}),
      };
      await result(telegram, method, params);
      expect(telegram.pendingUpdates).toBe(0);
    },
  );

  test('getWebhookInfo tells of the last failure', async () => {
    const telegram = await started();
    const bot = await receiver(() => ({ status: 502 }));
    await result(telegram, 'setWebhook', { url: bot.url });
    telegram.user({ id: 5 }).sendText('a');
    await until(() => bot.deliveries.length > 0, 'a delivery');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await result(telegram, 'getWebhookInfo')).toMatchObject({
      url: bot.url,
      pending_update_count: 1,
      last_error_date: expect.any(Number),
      last_error_message: 'Wrong response from the webhook: 502 Bad Gateway',
    });
  });
});

describe('identity', () => {
  test('getMe is a bot with a username', async () => {
    const telegram = await started();
    expect(await result(telegram, 'getMe')).toMatchObject({ is_bot: true, username: 'kie_emulated_bot' });
  });

  test('a wrong token is 401', async () => {
    const telegram = await started();
    expect((await call({ apiRoot: telegram.apiRoot, token: '1:x' }, 'getMe')).status).toBe(401);
  });
});

describe('edits and answers', () => {
  test('an edit gives the message back', async () => {
    const telegram = await started();
    const { message_id } = await send(telegram, {});
    const edited = await result<Message>(telegram, 'editMessageText', { chat_id: 5, message_id, text: 'y' });
    expect(edited).toMatchObject({ message_id, text: 'y', edit_date: expect.any(Number) });
  });

  test('a tap gives callback_query with the message', async () => {
    const telegram = await started();
    await send(telegram, { reply_markup: buttons });
    telegram.user({ id: 5 }).tap('Go');
    const [update] = await poll(telegram);
    expect(update).toMatchObject({ callback_query: { data: 'go', message: { reply_markup: buttons } } });
  });

  test('[148] the first answer to a tap counts', async () => {
    const telegram = await started();
    await send(telegram, { reply_markup: buttons });
    const { callbackId } = telegram.user({ id: 5 }).tap('Go');
    expect(await result(telegram, 'answerCallbackQuery', { callback_query_id: callbackId })).toBe(true);
  });

  test('[148] a second answer is refused', async () => {
    const telegram = await started();
    await send(telegram, { reply_markup: buttons });
    const params = { callback_query_id: telegram.user({ id: 5 }).tap('Go').callbackId };
    await result(telegram, 'answerCallbackQuery', params);
    expect((await call(telegram, 'answerCallbackQuery', params)).status).toBe(400);
  });
});

const KINDS: [method: string, field: keyof Message][] = [
  ['sendPhoto', 'photo'],
  ['sendVideo', 'video'],
  ['sendAudio', 'audio'],
  ['sendVoice', 'voice'],
  ['sendDocument', 'document'],
  ['sendAnimation', 'animation'],
];

describe('media', () => {
  test.each(KINDS)('%s by multipart', async (method, field) => {
    const telegram = await started();
    const answer = await callForm(telegram, method, { chat_id: '5', [field]: new Blob([png(8, 8)]) });
    expect((answer.result as Message)[field]).toBeDefined();
  });

  test.each(KINDS)('%s by attach://', async (method, field) => {
    const telegram = await started();
    const fields = { chat_id: '5', [field]: 'attach://the_file', the_file: new Blob([png(8, 8)]) };
    expect(((await callForm(telegram, method, fields)).result as Message)[field]).toBeDefined();
  });

  test.each(KINDS)('%s by file_id', async (method, field) => {
    const telegram = await started();
    const first = await callForm(telegram, method, { chat_id: '5', [field]: new Blob([png(8, 8)]) });
    const media = (first.result as Message)[field];
    const { file_id } = (Array.isArray(media) ? media[0] : media) as unknown as { file_id: string };
    const again = await result<Message>(telegram, method, { chat_id: 5, [field]: file_id });
    expect(again[field]).toEqual(media);
  });

  test('a photo by URL', async () => {
    const telegram = await started();
    const own = telegram.user({ id: 5 }).sendPhoto(png(8, 8)).photo?.[0]?.file_id ?? '';
    const photo = `${telegram.apiRoot}/sim/file/${own}?as=a.png`;
    expect((await send(telegram, {})).text).toBe('x');
    expect((await result<Message>(telegram, 'sendPhoto', { chat_id: 5, photo })).photo).toMatchObject([
      { width: 8 },
    ]);
  });

  test('photo sizes go from small to large', async () => {
    const telegram = await started();
    const sizes = telegram.user({ id: 5 }).sendPhoto(png(900, 450)).photo ?? [];
    expect(sizes.map(({ width }) => width)).toEqual([90, 320, 800, 900]);
  });

  test('an album is one group', async () => {
    const telegram = await started();
    const media = JSON.stringify(['a', 'b'].map((name) => ({ type: 'photo', media: `attach://${name}` })));
    const fields = { chat_id: '5', media, a: new Blob([png(4, 4)]), b: new Blob([png(5, 5)]) };
    const messages = (await callForm(telegram, 'sendMediaGroup', fields)).result as Message[];
    expect(new Set(messages.map((message) => message.media_group_id)).size).toBe(1);
    expect(messages[0]?.media_group_id).toBeDefined();
  });

  test('getFile leads to the very bytes', async () => {
    const telegram = await started();
    const bytes = Buffer.from('exactly these');
    const file_id = telegram.user({ id: 5 }).sendDocument(bytes).document?.file_id;
    const { file_path } = await result<{ file_path: string }>(telegram, 'getFile', { file_id });
    const response = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${file_path}`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  test('[15817] getFile gives up to 20 MB', async () => {
    const telegram = await started();
    const ann = telegram.user({ id: 5 });
    const largest = ann.sendDocument(Buffer.alloc(20 << 20)).document?.file_id;
    expect((await call(telegram, 'getFile', { file_id: largest })).status).toBe(200);
  });
});

describe('limits: the greatest value is accepted', () => {
  test.each<[name: string, method: string, params: Record<string, unknown>]>([
    ['text 4096', 'sendMessage', { text: 'x'.repeat(4_096) }],
    ['text 4096 after parsing', 'sendMessage', { text: `<b>${'x'.repeat(4_096)}</b>`, parse_mode: 'HTML' }],
    [
      'callback_data 64 bytes',
      'sendMessage',
      { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'b', callback_data: 'é'.repeat(32) }]] } },
    ],
    [
      'commands 100',
      'setMyCommands',
      { commands: Array.from({ length: 100 }, (_, index) => ({ command: `c${index}`, description: 'x' })) },
    ],
    [
      'command 32, description 256',
      'setMyCommands',
      { commands: [{ command: 'a'.repeat(32), description: 'x'.repeat(256) }] },
    ],
    ['name 64', 'setMyName', { name: 'x'.repeat(64) }],
    ['description 512', 'setMyDescription', { description: 'x'.repeat(512) }],
    ['short description 120', 'setMyShortDescription', { short_description: 'x'.repeat(120) }],
    [
      'invoice title 32, description 255, payload 128',
      'sendInvoice',
      {
        title: 'x'.repeat(32),
        description: 'x'.repeat(255),
        payload: 'x'.repeat(128),
        currency: 'XTR',
        prices: [{ label: 'x', amount: 1 }],
      },
    ],
  ])('%s', async (_name, method, params) => {
    const telegram = await started();
    expect(await call(telegram, method, { chat_id: 5, ...params })).toMatchObject({ status: 200 });
  });

  test('caption 1024', async () => {
    const telegram = await started();
    const fields = { chat_id: '5', photo: new Blob([png(4, 4)]), caption: 'x'.repeat(1_024) };
    expect((await callForm(telegram, 'sendPhoto', fields)).status).toBe(200);
  });
});

describe('formatting', () => {
  test.each([
    ['HTML', '<b>b</b> <a href="https://kie.ai">l</a>'],
    ['MarkdownV2', '*b* [l](https://kie.ai)'],
    ['Markdown', '*b* [l](https://kie.ai)'],
  ])('%s becomes entities', async (parse_mode, text) => {
    const telegram = await started();
    expect(await send(telegram, { text, parse_mode })).toMatchObject({
      text: 'b l',
      entities: [
        { type: 'bold', offset: 0, length: 1 },
        { type: 'text_link', offset: 2, length: 1, url: 'https://kie.ai/' },
      ],
    });
  });
});

describe('flood limits', () => {
  test('429 with retry_after under load, when asked for', async () => {
    const telegram = await started({ floodLimits: { perChat: { burst: 3, perSecond: 1 } } });
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => call(telegram, 'sendMessage', { chat_id: 5, text: 'x' })),
    );
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 429]);
  });

  test('one chat does not slow another', async () => {
    const telegram = await started({ floodLimits: { perChat: { burst: 1, perSecond: 1 } } });
    telegram.user({ id: 6 }).sendText('hi');
    await send(telegram, {});
    expect((await call(telegram, 'sendMessage', { chat_id: 6, text: 'x' })).status).toBe(200);
  });
});

describe('Stars', () => {
  const invoice = {
    chat_id: 5,
    title: 'T',
    description: 'D',
    payload: 'order',
    provider_token: '',
    currency: 'XTR',
    prices: [{ label: 'x', amount: 7 }],
  };

  test('sendInvoice shows a pay button', async () => {
    const telegram = await started();
    const message = await result<Message>(telegram, 'sendInvoice', invoice);
    expect(message.reply_markup?.inline_keyboard[0]?.[0]).toMatchObject({ pay: true });
  });

  test('paying gives pre_checkout_query, the answer gives successful_payment, the refund refunded_payment', async () => {
    const telegram = await started();
    await result(telegram, 'sendInvoice', invoice);
    const paying = telegram.user({ id: 5 }).pay();
    const [checkout] = await poll(telegram);
    const pre_checkout_query_id = checkout?.pre_checkout_query?.id;
    await result(telegram, 'answerPreCheckoutQuery', { pre_checkout_query_id, ok: true });
    expect(await paying).toMatchObject({ paid: true });
    const [payment] = await poll(telegram, { offset: -1 });
    expect(payment?.message?.successful_payment).toMatchObject({ total_amount: 7, invoice_payload: 'order' });
    const telegram_payment_charge_id = payment?.message?.successful_payment?.telegram_payment_charge_id;
    await result(telegram, 'refundStarPayment', { user_id: 5, telegram_payment_charge_id });
    const [refund] = await poll(telegram, { offset: -1 });
    expect(refund?.message?.refunded_payment).toMatchObject({ telegram_payment_charge_id });
  });

  test('a pre-checkout query waits 150 s in the queue (16962-17260)', async () => {
    const clock = createManualClock();
    const telegram = await started({ clock });
    await result(telegram, 'sendInvoice', invoice);
    void telegram.user({ id: 5 }).pay();
    await clock.advance(149_000);
    expect(telegram.pendingUpdates).toBe(1);
    await clock.advance(2_000);
    expect(telegram.pendingUpdates).toBe(0);
  });
});

describe('reactions, chat actions, deep links', () => {
  test('setMessageReaction is seen in the chat', async () => {
    const telegram = await started();
    const reaction = [{ type: 'emoji', emoji: '👍' }];
    expect(await result(telegram, 'setMessageReaction', { chat_id: 5, message_id: 1, reaction })).toBe(true);
    const view = await fetch(`${telegram.apiRoot}/sim/chat?user=5`);
    expect(await view.json()).toMatchObject({ reactions: { 1: { bot: reaction } } });
  });

  test('sendChatAction is seen by the person', async () => {
    const telegram = await started();
    const ann = telegram.user({ id: 5 });
    await result(telegram, 'sendChatAction', { chat_id: 5, action: 'upload_photo' });
    expect(ann.seen().actions).toEqual(['upload_photo']);
  });

  test('a deep link is /start with its payload', async () => {
    const telegram = await started();
    telegram.user({ id: 5 }).sendCommand('start', 'promo-1');
    const [update] = await poll(telegram);
    expect(update?.message).toMatchObject({
      text: '/start promo-1',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    });
  });
});
