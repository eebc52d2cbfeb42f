import { describe, expect, test } from 'vitest';

import type { Message } from '../src/index.ts';
import { createManualClock } from '../src/index.ts';
import { call, result, start } from './raw.ts';

const KEYBOARD_SHAPE = 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays';
const button = (extra: Record<string, unknown>): Record<string, unknown> => ({
  inline_keyboard: [[{ text: 'b', ...extra }]],
});

/** Numbers: telegram-bot-api/Client.cpp 01a3679; "td": tdlib/td 022d602. */
describe('sendMessage refuses', () => {
  test.each<[source: string, params: Record<string, unknown>, description: string]>([
    ['8201', { chat_id: '' }, 'chat_id is empty'],
    ['6571', { chat_id: 424_242 }, 'chat not found'],
    ['8204, public names are not modelled', { chat_id: '@durov' }, 'chat not found'],
    ['11401', { text: '' }, 'message text is empty'],
    ['td MessageEntity 4519', { text: ' \n ' }, 'text must be non-empty'],
    ['td MessageContent 4757', { text: 'é'.repeat(4_097) }, 'message is too long'],
    ['11309', { text: 'é'.repeat(16_385) }, 'text is too long'],
    ['11331', { parse_mode: 'BBCode' }, 'unsupported parse_mode'],
    ['8516', { reply_parameters: { message_id: 999 } }, 'message to be replied not found'],
    ['8516, older argument', { reply_to_message_id: 999 }, 'message to be replied not found'],
    ['8255', { message_thread_id: 3 }, 'message thread not found'],
    ['9703', { reply_markup: '{' }, "can't parse reply keyboard markup JSON object"],
    ['9712', { reply_markup: [1] }, 'object expected as reply markup'],
    ['9748', { reply_markup: { inline_keyboard: [{ text: 'b' }] } }, KEYBOARD_SHAPE],
    ['9724', { reply_markup: { keyboard: ['b'] } }, 'field "keyboard" must be an Array of Arrays'],
    [
      '9690',
      { reply_markup: button({}) },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      '9577',
      { reply_markup: { inline_keyboard: [['text']] } },
      "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
    ],
    ['inner server', { reply_markup: button({ callback_data: 'é'.repeat(33) }) }, 'BUTTON_DATA_INVALID'],
    [
      'td, unsafe target',
      { reply_markup: button({ url: 'javascript:alert(1)' }) },
      "inline keyboard button URL 'javascript:alert(1)' is invalid: Wrong HTTP URL",
    ],
  ])('[%s] %j', async (_source, params, text) => {
    const telegram = await start();
    telegram.user({ id: 5 }).sendText('hi');
    const answer = await call(telegram, 'sendMessage', { chat_id: 5, text: 'x', ...params });
    expect(answer).toMatchObject({ status: 400, errorCode: 400, description: `Bad Request: ${text}` });
    expect(telegram.user({ id: 5 }).lastMessage()).toBeUndefined();
  });

  test('[127] 403 when the person has blocked the bot, and my_chat_member tells of it', async () => {
    const telegram = await start();
    const ann = telegram.user();
    ann.sendText('hi');
    ann.block();
    expect(await call(telegram, 'sendMessage', { chat_id: ann.id, text: 'x' })).toMatchObject({
      status: 403,
      errorCode: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    const updates = await result<Record<string, unknown>[]>(telegram, 'getUpdates');
    expect(updates.at(-1)).toMatchObject({
      my_chat_member: { old_chat_member: { status: 'member' }, new_chat_member: { status: 'kicked' } },
    });
    ann.unblock();
    expect((await call(telegram, 'sendMessage', { chat_id: ann.id, text: 'x' })).ok).toBe(true);
  });

  test('[8136] 403 when the person never wrote', async () => {
    const telegram = await start();
    const ann = telegram.user();
    expect(await call(telegram, 'sendMessage', { chat_id: ann.id, text: 'x' })).toMatchObject({
      status: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    });
  });
});

describe('sendMessage accepts', () => {
  test('exactly 4096 characters after parsing; an emoji is one', async () => {
    const telegram = await start();
    telegram.user({ id: 5 }).sendText('hi');
    const text = '😀'.repeat(4_096);
    const message = await result<Message>(telegram, 'sendMessage', { chat_id: 5, text });
    expect(message.text).toBe(text);
    const html = `<b>${'x'.repeat(4_096)}</b>`;
    expect((await call(telegram, 'sendMessage', { chat_id: 5, text: html, parse_mode: 'HTML' })).ok).toBe(
      true,
    );
  });

  test('exactly 64 bytes of callback_data', async () => {
    const telegram = await start();
    telegram.user({ id: 5 }).sendText('hi');
    const answer = await call(telegram, 'sendMessage', {
      chat_id: 5,
      text: 'x',
      reply_markup: button({ callback_data: 'é'.repeat(32) }),
    });
    expect(answer.ok).toBe(true);
  });

  test('a reply, also to a message that is gone when that is allowed', async () => {
    const telegram = await start();
    const mine = telegram.user({ id: 5 }).sendText('hi');
    const reply = await result<Message>(telegram, 'sendMessage', {
      chat_id: 5,
      text: 'x',
      reply_parameters: { message_id: mine.message_id },
    });
    expect(reply.reply_to_message).toMatchObject({ message_id: mine.message_id, text: 'hi' });
    const orphan = await result<Message>(telegram, 'sendMessage', {
      chat_id: 5,
      text: 'x',
      reply_parameters: { message_id: 999, allow_sending_without_reply: true },
    });
    expect(orphan.reply_to_message).toBeUndefined();
  });

  test('white space at the ends is dropped and the entities move along', async () => {
    const telegram = await start();
    telegram.user({ id: 5 }).sendText('hi');
    const params = { chat_id: 5, text: '\n <b>bold</b> \n', parse_mode: 'HTML' };
    const message = await result<Message>(telegram, 'sendMessage', params);
    expect(message).toMatchObject({ text: 'bold', entities: [{ type: 'bold', offset: 0, length: 4 }] });
  });

  test('a reply keyboard belongs to the chat, not to the message', async () => {
    const telegram = await start();
    const ann = telegram.user({ id: 5 });
    ann.sendText('hi');
    const message = await result<Message>(telegram, 'sendMessage', {
      chat_id: 5,
      text: 'x',
      reply_markup: { keyboard: [['Yes', { text: 'No' }]], resize_keyboard: true },
    });
    expect(message.reply_markup).toBeUndefined();
    ann.tap('No');
    expect(ann.messages().at(-1)?.text).toBe('No');
    await result(telegram, 'sendMessage', { chat_id: 5, text: 'x', reply_markup: { remove_keyboard: true } });
    expect(() => ann.tap('No')).toThrow('No button "No"');
  });
});

describe('updates of a person', () => {
  test('commands carry a bot_command entity, links and mentions theirs', async () => {
    const telegram = await start();
    const text = '/start@kie_emulated_bot see https://kie.ai, @someone and #tag';
    telegram.user().sendText(text);
    const [update] = await result<{ message: Message }[]>(telegram, 'getUpdates');
    const found = update?.message.entities?.map(({ type, offset, length }) => [
      type,
      text.slice(offset, offset + length),
    ]);
    expect(found).toEqual([
      ['bot_command', '/start@kie_emulated_bot'],
      ['url', 'https://kie.ai'],
      ['mention', '@someone'],
      ['hashtag', '#tag'],
    ]);
  });

  test('an edit comes as edited_message', async () => {
    const telegram = await start();
    const ann = telegram.user();
    const message = ann.sendText('one');
    ann.editText(message.message_id, 'two');
    const updates = await result<Record<string, unknown>[]>(telegram, 'getUpdates');
    expect(updates.at(-1)).toMatchObject({
      edited_message: { message_id: message.message_id, text: 'two', edit_date: expect.any(Number) },
    });
  });
});

describe('answerCallbackQuery', () => {
  const TOO_OLD = 'Bad Request: query is too old and response timeout expired or query ID is invalid';

  test('[148] a first answer counts; a second, an unknown and a late one are refused', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    const ann = telegram.user({ id: 5 });
    ann.sendText('hi');
    await result(telegram, 'sendMessage', {
      chat_id: 5,
      text: 'x',
      reply_markup: button({ callback_data: 'go' }),
    });
    const tap = ann.tap('b');
    const id = tap.callbackId;
    expect((await call(telegram, 'answerCallbackQuery', { callback_query_id: id, text: 'ok' })).ok).toBe(
      true,
    );
    expect(await tap.answer).toEqual({ text: 'ok', alert: false });
    for (const callback_query_id of [id, '12345']) {
      const answer = await call(telegram, 'answerCallbackQuery', { callback_query_id });
      expect(answer).toMatchObject({ status: 400, description: TOO_OLD });
    }
    const late = ann.tap('go');
    await clock.advance(151_000);
    expect(await call(telegram, 'answerCallbackQuery', { callback_query_id: late.callbackId })).toMatchObject(
      {
        description: TOO_OLD,
      },
    );
    await expect(late.answer).rejects.toThrow('did not answer the tap');
  });

  test('200 characters at most', async () => {
    const telegram = await start();
    const answer = await call(telegram, 'answerCallbackQuery', {
      callback_query_id: '1',
      text: 'x'.repeat(201),
    });
    expect(answer.description).toBe('Bad Request: MESSAGE_TOO_LONG');
  });

  test('the update carries the message with its buttons', async () => {
    const telegram = await start();
    const ann = telegram.user({ id: 5, name: 'Ann' });
    ann.sendText('hi');
    await result(telegram, 'sendMessage', {
      chat_id: 5,
      text: 'x',
      reply_markup: button({ callback_data: 'go' }),
    });
    ann.tap('b');
    const updates = await result<Record<string, unknown>[]>(telegram, 'getUpdates');
    expect(updates.at(-1)).toMatchObject({
      callback_query: {
        from: { id: 5, first_name: 'Ann' },
        data: 'go',
        chat_instance: expect.any(String),
        message: { text: 'x', reply_markup: button({ callback_data: 'go' }) },
      },
    });
  });
});

describe('flood limits', () => {
  test('are off unless asked for', async () => {
    const telegram = await start({ clock: createManualClock() });
    telegram.user({ id: 5 }).sendText('hi');
    for (let index = 0; index < 50; index += 1) {
      expect((await call(telegram, 'sendMessage', { chat_id: 5, text: 'x' })).ok).toBe(true);
    }
  });

  test('answer 429 with retry_after in body and header, and refill with time', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock, floodLimits: { perChat: { burst: 2, perSecond: 0.5 } } });
    telegram.user({ id: 5 }).sendText('hi');
    const send = () => call(telegram, 'sendMessage', { chat_id: 5, text: 'x' });
    expect([(await send()).status, (await send()).status]).toEqual([200, 200]);
    const refused = await send();
    expect(refused).toMatchObject({
      status: 429,
      description: 'Too Many Requests: retry after 2',
      parameters: { retry_after: 2 },
    });
    expect(refused.headers.get('retry-after')).toBe('2');
    await clock.advance(2_000);
    expect((await send()).status).toBe(200);
  });
});
