import { inspect } from 'node:util';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  createBot,
  createTelegramApi,
  downloadTelegramFile,
  TelegramApiError,
  TelegramFileTooLargeError,
  upload,
} from '../src/index.ts';
import { startFakeBotApi, type FakeBotApi } from './fake-bot-api.ts';
import { logger, quickClock, textUpdate, until } from './rig.ts';

let bots: FakeBotApi;
beforeAll(async () => {
  bots = await startFakeBotApi();
});
afterEach(() => bots.reset());
afterAll(() => bots.stop());

function setUp(options: { token?: string; apiRoot?: string } = {}) {
  const clock = quickClock();
  const { token = bots.token, apiRoot = bots.apiRoot } = options;
  return { clock, api: createTelegramApi({ token, apiRoot, logger, clock, random: () => 0 }) };
}

async function errorOf(call: Promise<unknown>): Promise<TelegramApiError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(TelegramApiError);
  return error as TelegramApiError;
}

const chat = { chat_id: 5, text: 'x' };
const broken = { raw: [502, '<html>Bad Gateway</html>'] } as const;

test('429: waits retry_after, then the call is made', async () => {
  const { api, clock } = setUp();
  const flood = { error: [429, 'Too Many Requests: retry after 3', { retry_after: 3 }] } as const;
  bots.next('sendMessage', flood, flood);
  await api.call('sendMessage', chat);
  expect(clock.waits).toEqual([3000, 3000]);
  expect(bots.messages).toHaveLength(1);
});

test('429: at most four times and a minute, then the caller knows how long', async () => {
  const { api, clock } = setUp();
  const flood = { error: [429, 'Too Many Requests: retry after 1', { retry_after: 1 }] } as const;
  bots.next('sendMessage', flood, flood, flood, flood, flood);
  expect(await errorOf(api.call('sendMessage', chat))).toMatchObject({
    code: 429,
    retryAfter: 1,
    outcome: 'refused',
  });
  expect(clock.waits).toHaveLength(4);
  bots.next('sendMessage', { error: [429, 'Too Many Requests: retry after 73414', { retry_after: 73414 }] });
  expect(await errorOf(api.call('sendMessage', chat))).toMatchObject({ retryAfter: 73414 });
  expect(clock.waits).toHaveLength(4);
});

test('a send is never repeated when its outcome is unknown; the naive caller doubles it', async () => {
  const { api } = setUp();
  bots.next('sendMessage', { lost: true });
  expect(await errorOf(api.call('sendMessage', chat))).toMatchObject({ code: 0, outcome: 'unknown' });
  expect(bots.messages).toHaveLength(1);
  bots.next('sendMessage', broken);
  expect(await errorOf(api.call('sendMessage', chat))).toMatchObject({ code: 502, outcome: 'unknown' });
  expect(bots.messages).toHaveLength(1);

  // Negative control: the same fault with a caller that repeats.
  bots.messages.length = 0;
  bots.next('sendMessage', { lost: true });
  const naive = async (): Promise<unknown> =>
    api.call('sendMessage', chat).catch(() => api.call('sendMessage', chat));
  await naive();
  expect(bots.messages).toHaveLength(2);
});

test('idempotent methods are repeated after network errors and 5xx, four tries in all', async () => {
  const { api, clock } = setUp();
  bots.next('editMessageText', broken, { lost: true });
  await api.call('editMessageText', { chat_id: 5, message_id: 1, text: 'x' });
  expect(bots.callsOf('editMessageText')).toHaveLength(3);
  bots.next('getMe', broken, broken, broken, broken);
  expect(await errorOf(api.call('getMe'))).toMatchObject({ code: 502 });
  expect(clock.waits).toHaveLength(5);
  bots.next('deleteMessage', { lost: true }, { error: [400, 'Bad Request: message to delete not found'] });
  await api.call('deleteMessage', { chat_id: 5, message_id: 1 });
});

test('what is as wanted already counts as done', async () => {
  const { api } = setUp();
  bots.next('editMessageText', {
    error: [
      400,
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
    ],
  });
  expect(await api.call('editMessageText', {})).toBe(true);
  bots.next('answerCallbackQuery', {
    error: [400, 'Bad Request: query is too old and response timeout expired or query ID is invalid'],
  });
  expect(await api.call('answerCallbackQuery', {})).toBe(true);
});

test.each([
  [403, 'Forbidden: bot was blocked by the user', true],
  [403, 'Forbidden: user is deactivated', true],
  [400, 'Bad Request: chat not found', true],
  [400, 'Bad Request: message text is empty', false],
])('%i %s: unreachable %s', async (code, description, unreachable) => {
  const { api } = setUp();
  bots.next('sendMessage', { error: [code, description] });
  expect(await errorOf(api.call('sendMessage', chat))).toMatchObject({
    code,
    description,
    unreachable,
    outcome: 'refused',
  });
});

test('a migrated group tells its new id', async () => {
  const { api } = setUp();
  bots.next('sendMessage', {
    error: [400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -100 }],
  });
  expect(await errorOf(api.call('sendMessage', chat))).toMatchObject({ migrateToChatId: -100 });
});

test('no connection is told apart from no answer, and no error shows the token', async () => {
  const gone = await startFakeBotApi();
  await gone.stop();
  const refused = setUp({ apiRoot: `${gone.apiRoot}/prefix/` }).api;
  const nobody = setUp({ apiRoot: 'http://nobody.invalid' }).api;
  const wrong = setUp({ token: `1:${bots.token}` }).api;
  const { api } = setUp();
  bots.next(
    'sendMessage',
    { lost: true },
    { error: [400, `Bad Request: ${bots.token} is a strange text`] },
    { raw: [200, 'not json'] },
    { wait: new Promise(() => undefined) },
  );
  const errors = [
    await errorOf(refused.call('sendMessage', chat)),
    await errorOf(nobody.call('sendMessage', chat)),
    await errorOf(wrong.call('sendMessage', chat)),
    await errorOf(api.call('sendMessage', chat)),
    await errorOf(api.call('sendMessage', chat)),
    await errorOf(api.call('sendMessage', chat)),
    await errorOf(api.call('sendMessage', chat, { timeoutMs: 30 })),
    await errorOf(refused.fetchFile('a/b.jpg').then(() => undefined)),
  ];
  expect(errors.map(({ outcome }) => outcome)).toEqual([
    'not_sent',
    'not_sent',
    'refused',
    'unknown',
    'refused',
    'unknown',
    'unknown',
    'not_sent',
  ]);
  for (const error of errors) {
    for (const shown of [
      inspect(error, { depth: 9, showHidden: true }),
      JSON.stringify(error),
      String(error.stack),
    ]) {
      expect(shown).not.toContain(bots.token);
      expect(shown).not.toContain('canary');
    }
  }
});

test('an abort ends a call and a wait at once, with the reason of the signal', async () => {
  const { api } = setUp();
  bots.next('getUpdates', { wait: new Promise(() => undefined) });
  const stop = new AbortController();
  const call = api.call('getUpdates', {}, { signal: stop.signal });
  const reason = new Error('stopped');
  const rejected = expect(call).rejects.toBe(reason);
  await until(() => bots.calls.length === 1);
  stop.abort(reason);
  await rejected;
});

test('files go as a form, wherever they are, and no object is lost on the way', async () => {
  const { api } = setUp();
  const bytes = new Uint8Array([1, 2, 3]);
  await api.call('sendPhoto', {
    chat_id: 5,
    photo: upload(bytes, 'a.png', 'image/png'),
    reply_parameters: { message_id: 4 },
    reply_markup: { inline_keyboard: [[{ text: 'x', url: 'https://a.example' }]] },
    caption: undefined,
  });
  expect(bots.callsOf('sendPhoto')[0]).toMatchObject({
    params: {
      chat_id: 5,
      reply_parameters: { message_id: 4 },
      reply_markup: { inline_keyboard: [[{ text: 'x', url: 'https://a.example' }]] },
    },
    files: { photo: { name: 'a.png', type: 'image/png', size: 3 } },
  });
  await api.call('sendMediaGroup', {
    chat_id: 5,
    media: [
      { type: 'photo', media: upload(bytes, 'a.png'), caption: 'c' },
      { type: 'photo', media: 'file-id' },
    ],
  });
  expect(bots.callsOf('sendMediaGroup')[0]).toMatchObject({
    params: {
      media: [
        { type: 'photo', media: 'attach://file0', caption: 'c' },
        { type: 'photo', media: 'file-id' },
      ],
    },
    files: { file0: { name: 'a.png', size: 3 } },
  });
});

test('telegraf calls through the same door, from bot.telegram and from every context', async () => {
  const { api, clock } = setUp();
  const bot = createBot(api);
  bot.on('text', async (ctx) => {
    await ctx.reply('hello', { reply_parameters: { message_id: 1 } });
    await ctx.replyWithPhoto(
      { source: Buffer.from('png'), filename: 'p.png' },
      { reply_parameters: { message_id: 1 } },
    );
    await ctx.replyWithDocument({
      source: Readable.from([Buffer.from('ab'), Buffer.from('c')]),
      filename: 'd.txt',
    });
  });
  bots.next('sendMessage', { error: [429, 'Too Many Requests: retry after 2', { retry_after: 2 }] });
  await bot.handleUpdate(textUpdate(1, 5) as Parameters<typeof bot.handleUpdate>[0]);
  expect(clock.waits).toEqual([2000]);
  expect(bots.messages.map(({ call }) => call.method)).toEqual(['sendMessage', 'sendPhoto', 'sendDocument']);
  expect(bots.callsOf('sendPhoto')[0]).toMatchObject({
    params: { reply_parameters: { message_id: 1 } },
    files: { photo: { name: 'p.png', size: 3 } },
  });
  expect(bots.callsOf('sendDocument')[0]?.files).toMatchObject({ document: { name: 'd.txt', size: 3 } });
  await expect(bot.telegram.getFileLink('x')).rejects.toThrow('downloadTelegramFile');
  expect(inspect(bot, { depth: 9, showHidden: true })).not.toContain(bots.token);
});

test('downloads stop at the limit, announced or not', async () => {
  const { api } = setUp();
  const file = (size: number, announced?: number) => ({
    result: {
      file_id: 'f',
      file_path: `photos/${size}.bin`,
      ...(announced === undefined ? {} : { file_size: announced }),
    },
  });
  bots.next('getFile', file(300_000, 300_000));
  const { bytes, name } = await downloadTelegramFile(api, 'f', { maxBytes: 300_000 });
  expect([bytes.byteLength, name]).toEqual([300_000, '300000.bin']);
  bots.next('getFile', file(300_001), file(10, 300_001), { error: [400, 'Bad Request: file is too big'] });
  for (let n = 0; n < 3; n += 1) {
    await expect(downloadTelegramFile(api, 'f', { maxBytes: 300_000 })).rejects.toBeInstanceOf(
      TelegramFileTooLargeError,
    );
  }
  bots.next('getFile', { result: { file_path: '../../etc/passwd' } });
  await expect(downloadTelegramFile(api, 'f')).rejects.toBeInstanceOf(TypeError);
});
