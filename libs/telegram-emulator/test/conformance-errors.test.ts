import { describe, expect, test } from 'vitest';

import type { GroupDriver, Message, TelegramEmulator } from '../src/index.ts';
import { png } from './pictures.ts';
import { call, callForm, result, start } from './raw.ts';

/**
 * Telegram's error answers, one row each. Plain numbers are lines of telegram-bot-api/Client.cpp (commit 01a3679, Bot
 * API 10.0), "td" is the library under it (commit 022d602). "inner" marks codes of Telegram's closed servers, which are
 * known from public reports only.
 */
interface World {
  telegram: TelegramEmulator;
  /** A text of the bot in the chat of person 5. */
  own: Message;
  /** A text of person 5. */
  theirs: Message;
  /** A photo of the bot. */
  photo: Message;
  group: GroupDriver;
}

type Params = Record<string, unknown>;
type Row = [
  source: string,
  method: string,
  params: Params | ((world: World) => Params | Promise<Params>),
  description: string,
  code?: number,
];

async function world(): Promise<World> {
  const telegram = await start();
  const ann = telegram.user({ id: 5, name: 'Ann' });
  telegram.user({ id: 6 });
  const theirs = ann.sendText('hi');
  const own = await result<Message>(telegram, 'sendMessage', { chat_id: 5, text: 'own' });
  const sent = await callForm(telegram, 'sendPhoto', { chat_id: '5', photo: new Blob([png(8, 8)]) });
  const group = telegram.group({ title: 'Group', members: [ann] });
  return { telegram, own, theirs, photo: sent.result as Message, group };
}

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid';
const SHAPE = 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays';
const keys = (button: unknown): Params => ({ reply_markup: { inline_keyboard: [[button]] } });
const entities = (text: string): string => `can't parse entities: ${text}`;
const html = (text: string): Params => ({ text, parse_mode: 'HTML' });
const markdown = (text: string): Params => ({ text, parse_mode: 'MarkdownV2' });
const item = (media: string): Params => ({ type: 'photo', media });
const invoice = (change: Params): Params => ({
  title: 'T',
  description: 'D',
  payload: 'p',
  currency: 'XTR',
  prices: [{ label: 'x', amount: 1 }],
  ...change,
});

const ROWS: Record<string, Row[]> = {
  'chat and text': [
    ['8201', 'sendMessage', { chat_id: '', text: 'x' }, 'chat_id is empty'],
    ['6571', 'sendMessage', { chat_id: 424_242, text: 'x' }, 'chat not found'],
    ['11401', 'sendMessage', { text: '' }, 'message text is empty'],
    ['td MessageEntity 4519', 'sendMessage', { text: '  ' }, 'text must be non-empty'],
    ['td MessageContent 4757', 'sendMessage', { text: 'x'.repeat(4_097) }, 'message is too long'],
    ['11309', 'sendMessage', { text: 'é'.repeat(16_385) }, 'text is too long'],
    ['11331', 'sendMessage', { text: 'x', parse_mode: 'BB' }, 'unsupported parse_mode'],
    [
      'td 5241',
      'sendPhoto',
      ({ photo }) => ({ photo: photo.photo?.[0]?.file_id, caption: 'x'.repeat(1_025) }),
      'message caption is too long',
    ],
    [
      'td 5241',
      'editMessageCaption',
      ({ photo }) => ({ message_id: photo.message_id, caption: 'x'.repeat(1_025) }),
      'message caption is too long',
    ],
    ['8277', 'sendMessage', { text: 'x', message_thread_id: 7 }, 'message thread not found'],
  ],
  buttons: [
    [
      'inner',
      'sendMessage',
      { text: 'x', ...keys({ text: 'b', callback_data: 'é'.repeat(33) }) },
      'BUTTON_DATA_INVALID',
    ],
    [
      '9690',
      'sendMessage',
      { text: 'x', ...keys({ text: 'b' }) },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    ['9748', 'sendMessage', { text: 'x', reply_markup: { inline_keyboard: [{ text: 'b' }] } }, SHAPE],
    ['9748', 'sendMessage', { text: 'x', reply_markup: { inline_keyboard: {} } }, SHAPE],
    [
      '9703',
      'sendMessage',
      { text: 'x', reply_markup: '{' },
      "can't parse reply keyboard markup JSON object",
    ],
    ['9712', 'sendMessage', { text: 'x', reply_markup: '7' }, 'object expected as reply markup'],
  ],
  'parse errors, with offsets in UTF-8 bytes': [
    [
      'td MessageEntity 2035-2395',
      'sendMessage',
      markdown('é*x'),
      entities("Can't find end of Bold entity at byte offset 2"),
    ],
    [
      'td MessageEntity 2035-2395',
      'sendMessage',
      markdown('a.b'),
      entities("Character '.' is reserved and must be escaped with the preceding '\\'"),
    ],
    [
      'td MessageEntity 3296-3559',
      'sendMessage',
      html('é<x>'),
      entities('Unsupported start tag "x" at byte offset 2'),
    ],
    [
      'td MessageEntity 3296-3559',
      'sendMessage',
      html('<b>a'),
      entities(`Can't find end tag corresponding to start tag "b"`),
    ],
    [
      'td MessageEntity 3296-3559',
      'sendMessage',
      html('a</b>'),
      entities('Unexpected end tag at byte offset 1'),
    ],
    [
      'td MessageEntity 3296-3559',
      'sendMessage',
      html('<b>a</i>'),
      entities('Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ],
    [
      'td MessageEntity 1991',
      'sendMessage',
      { text: 'a *b', parse_mode: 'Markdown' },
      entities("Can't find end of the entity starting at byte offset 2"),
    ],
  ],
  'targets of an edit, delete or reply': [
    ['110', 'editMessageText', ({ own }) => ({ message_id: own.message_id, text: 'own' }), NOT_MODIFIED],
    ['110', 'editMessageReplyMarkup', ({ own }) => ({ message_id: own.message_id }), NOT_MODIFIED],
    ['13541', 'editMessageText', { message_id: 999, text: 'x' }, 'message to edit not found'],
    ['13541', 'editMessageReplyMarkup', { message_id: 999 }, 'message to edit not found'],
    ['13804', 'deleteMessage', { message_id: 999 }, 'message to delete not found'],
    [
      '8516',
      'sendMessage',
      { text: 'x', reply_parameters: { message_id: 999 } },
      'message to be replied not found',
    ],
    [
      'td 23386',
      'editMessageText',
      ({ theirs }) => ({ message_id: theirs.message_id, text: 'x' }),
      "message can't be edited",
    ],
    [
      'td 23393',
      'editMessageText',
      ({ photo }) => ({ message_id: photo.message_id, text: 'x' }),
      'there is no text in the message to edit',
    ],
    [
      'td 23687',
      'editMessageCaption',
      ({ own }) => ({ message_id: own.message_id, caption: 'x' }),
      'there is no caption in the message to edit',
    ],
  ],
  queries: [
    ['148', 'answerCallbackQuery', { callback_query_id: '12345' }, TOO_OLD],
    ['148', 'answerPreCheckoutQuery', { pre_checkout_query_id: '1', ok: true }, TOO_OLD],
    ['148', 'answerInlineQuery', { inline_query_id: '1', results: [] }, TOO_OLD],
    ['148', 'answerWebAppQuery', { web_app_query_id: '1', result: {} }, TOO_OLD],
    ['inner', 'answerCallbackQuery', { callback_query_id: '1', text: 'x'.repeat(201) }, 'MESSAGE_TOO_LONG'],
    [
      'Bot API',
      'answerPreCheckoutQuery',
      { pre_checkout_query_id: '1', ok: false },
      'parameter "error_message" is required',
    ],
  ],
  files: [
    [
      'td FileManager 3986',
      'sendPhoto',
      { photo: 'AgACAgIAAx' },
      "wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
    ],
    [
      'td MessagesManager 27975',
      'sendPhoto',
      { photo: 'ftp://a.b/c.png' },
      'wrong file identifier/HTTP URL specified',
    ],
    ['113', 'sendPhoto', { photo: 'http://nowhere/a.png' }, 'wrong HTTP URL specified'],
    ['115', 'sendPhoto', { photo: 'http://127.0.0.1:9/a.png' }, 'failed to get HTTP URL content'],
    [
      '117',
      'sendPhoto',
      ({ telegram }) => ({ photo: `${telegram.pageUrl}page/app.js` }),
      'wrong type of the web page content',
    ],
    ['12958', 'sendPhoto', {}, 'there is no photo in the request'],
    ['13003', 'sendVideo', {}, 'there is no video in the request'],
    ['12922', 'sendAudio', {}, 'there is no audio in the request'],
    ['13040', 'sendVoice', {}, 'there is no voice in the request'],
    ['12944', 'sendDocument', {}, 'there is no document in the request'],
    ['12903', 'sendAnimation', {}, 'there is no animation in the request'],
    ['6857', 'getFile', { file_id: 'unknown' }, 'invalid file_id'],
    [
      '15817',
      'getFile',
      ({ telegram }) => {
        const sent = telegram.user({ id: 5 }).sendDocument(Buffer.alloc((20 << 20) + 1));
        return { file_id: sent.document?.file_id };
      },
      'file is too big',
    ],
  ],
  albums: [
    ['12600', 'sendMediaGroup', { media: [] }, 'there are no messages to send'],
    [
      'td 5329',
      'sendMediaGroup',
      { media: Array.from({ length: 11 }, () => item('x')) },
      'too many messages to send as an album',
    ],
    [
      '12597',
      'sendMediaGroup',
      ({ photo }) => ({ media: [item(photo.photo?.[0]?.file_id ?? ''), item('attach://nothing')] }),
      'failed to send message #2 with the error message "there is no photo in the request"',
    ],
  ],
  Stars: [
    ['inner', 'sendInvoice', invoice({ provider_token: 'x' }), 'STARS_INVOICE_INVALID'],
    ['Bot API', 'sendInvoice', invoice({ title: '' }), 'parameter "title" is required'],
    ['inner', 'refundStarPayment', { user_id: 5, telegram_payment_charge_id: 'x' }, 'CHARGE_ID_INVALID'],
  ],
  commands: [
    ['inner', 'setMyCommands', { commands: [{ command: 'Bad', description: 'x' }] }, 'BOT_COMMAND_INVALID'],
    [
      'Bot API, 1-32',
      'setMyCommands',
      { commands: [{ command: 'a'.repeat(33), description: 'x' }] },
      'BOT_COMMAND_INVALID',
    ],
    [
      'Bot API, 1-256',
      'setMyCommands',
      { commands: [{ command: 'a', description: 'x'.repeat(257) }] },
      'BOT_COMMAND_DESCRIPTION_INVALID',
    ],
    [
      'Bot API, 100',
      'setMyCommands',
      { commands: Array.from({ length: 101 }, (_, index) => ({ command: `c${index}`, description: 'x' })) },
      'BOT_COMMANDS_TOO_MUCH',
    ],
  ],
  groups: [
    [
      '8155',
      'sendMessage',
      ({ group }) => {
        group.migrate();
        return { chat_id: group.id, text: 'x' };
      },
      'group chat was upgraded to a supergroup chat',
    ],
  ],
};

describe.each(Object.entries(ROWS))('400: %s', (_topic, rows) => {
  test.each(rows)('[%s] %s', async (_source, method, params, text) => {
    const setup = await world();
    const given = typeof params === 'function' ? await params(setup) : params;
    const before = setup.telegram.user({ id: 5 }).messages().length;
    const answer = await call(setup.telegram, method, { chat_id: 5, ...given });
    expect(answer).toMatchObject({
      status: 400,
      ok: false,
      errorCode: 400,
      description: `Bad Request: ${text}`,
    });
    expect(setup.telegram.user({ id: 5 }).messages()).toHaveLength(before);
  });
});

describe('other codes', () => {
  test.each<[source: string, prepare: (world: World) => number, text: string]>([
    ['127', ({ telegram }) => (telegram.user({ id: 5 }).block(), 5), 'bot was blocked by the user'],
    ['124', ({ telegram }) => (telegram.user({ id: 5 }).deactivate(), 5), 'user is deactivated'],
    ['public reports', ({ telegram }) => telegram.bot.id, "bot can't send messages to bots"],
    ['td 27957', () => 6, "bot can't initiate conversation with a user"],
    [
      '8162',
      ({ telegram, group }) => (group.remove(telegram.bot, { by: 5 }), group.id),
      'bot was kicked from the group chat',
    ],
  ])('[%s] 403 %#', async (_source, prepare, text) => {
    const setup = await world();
    const chat_id = prepare(setup);
    const answer = await call(setup.telegram, 'sendMessage', { chat_id, text: 'x' });
    expect(answer).toMatchObject({ status: 403, errorCode: 403, description: `Forbidden: ${text}` });
  });

  test('[ClientManager] 404 for an unknown method, 401 for a wrong token: see envelope.test.ts', async () => {
    const telegram = await start();
    expect(await call(telegram, 'noSuchMethod')).toMatchObject({
      status: 404,
      description: 'Not Found: method not found',
    });
    const wrong = { apiRoot: telegram.apiRoot, token: '1:wrong' };
    expect(await call(wrong, 'getMe')).toMatchObject({ status: 401, description: 'Unauthorized' });
    const malformed = { apiRoot: telegram.apiRoot, token: 'x' };
    expect(await call(malformed, 'getMe')).toMatchObject({
      status: 401,
      description: 'Unauthorized: invalid token specified',
    });
  });

  test('[Query.cpp] 429 carries retry_after twice', async () => {
    const telegram = await start({ floodLimits: { total: { burst: 1, perSecond: 0.1 } } });
    telegram.user({ id: 5 }).sendText('hi');
    await call(telegram, 'sendMessage', { chat_id: 5, text: 'x' });
    const answer = await call(telegram, 'sendMessage', { chat_id: 5, text: 'x' });
    expect(answer).toMatchObject({
      status: 429,
      errorCode: 429,
      description: 'Too Many Requests: retry after 10',
      parameters: { retry_after: 10 },
    });
    expect(answer.headers.get('retry-after')).toBe('10');
  });

  test('[16296] 500 for a waiting poll when the server goes down', async () => {
    const telegram = await start();
    const waiting = call(telegram, 'getUpdates', { timeout: 50 });
    while (telegram.openPolls === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    await telegram.stop();
    expect(await waiting).toMatchObject({
      status: 500,
      errorCode: 500,
      description: 'Internal Server Error: restart',
    });
  });
});
