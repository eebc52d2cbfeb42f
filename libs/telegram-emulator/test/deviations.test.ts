import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import type { Message, TelegramEmulator } from '../src/index.ts';
import { createManualClock } from '../src/index.ts';
import { png } from './pictures.ts';
import { call, callForm, result, start, until } from './raw.ts';
import { receiver } from './receiver.ts';

/** Every deviation that the README names, shown: whoever removes one finds the line to delete. */
const DEVIATIONS: Record<string, () => Promise<void>> = {
  'Other methods': async () => {
    const lines: string[] = [];
    const telegram = await start({ log: (line) => lines.push(line) });
    for (const method of ['sendSticker', 'sendPoll', 'copyMessage', 'banChatMember']) {
      expect(await call(telegram, method, { chat_id: 1 })).toMatchObject({ status: 404 });
      expect(lines.at(-1)).toContain(`UNKNOWN METHOD ${method}`);
    }
  },

  'Public names and channels': async () => {
    const telegram = await started();
    const answer = await call(telegram, 'sendMessage', { chat_id: '@durov', text: 'x' });
    expect(answer.description).toBe('Bad Request: chat not found');
  },

  'Inline mode and Web Apps': async () => {
    const telegram = await started();
    expect(await result(telegram, 'getMe')).toMatchObject({ supports_inline_queries: false });
    const answer = await call(telegram, 'answerInlineQuery', { inline_query_id: '1', results: [] });
    expect(answer.description).toContain('query ID is invalid');
  },

  'Topics of private chats': async () => {
    const telegram = await started();
    const topic = await call(telegram, 'createForumTopic', { chat_id: 5, name: 'x' });
    expect(topic.description).toBe('Bad Request: the chat is not a forum');
  },

  'Groups of several bots': async () => {
    const telegram = await started();
    const other = telegram.addBot({ token: '7000000002:EMULATOR-b', canReadAllGroupMessages: true });
    const api = { apiRoot: telegram.apiRoot, token: other.token };
    const ann = telegram.user({ id: 5 });
    const group = telegram.group({ members: [ann] });
    group.promote(telegram.bot);
    group.as(ann).sendPhoto(png(4, 4));
    const seen = async (bot: { apiRoot: string; token: string }): Promise<Message | undefined> =>
      (await result<{ message?: Message }[]>(bot, 'getUpdates', { offset: -1 }))[0]?.message;
    const [first, second] = [await seen(telegram), await seen(api)];
    expect(second).toEqual(first);
    const file_id = first?.photo?.[0]?.file_id;
    expect((await call(api, 'getFile', { file_id })).status).toBe(200);
  },

  'Rights of administrators': async () => {
    const telegram = await started();
    const group = telegram.group({ members: [telegram.user({ id: 5 })], supergroup: true });
    group.promote(telegram.bot);
    const params = { chat_id: group.id, user_id: telegram.bot.id };
    expect(await result(telegram, 'getChatMember', params)).toMatchObject({
      status: 'administrator',
      can_delete_messages: true,
      can_manage_topics: true,
      can_promote_members: false,
    });
  },

  'Removal of the bot': async () => {
    const telegram = await started();
    const group = telegram.group({ members: [telegram.user({ id: 5 })] });
    const before = telegram.pendingUpdates;
    group.remove(telegram.bot, { by: 5 });
    expect(telegram.pendingUpdates - before).toBe(1);
  },

  'Plain http on this machine': async () => {
    const telegram = await started();
    const bot = await receiver();
    await result(telegram, 'setWebhook', { url: bot.url.replace('http:', 'https:') });
    telegram.user({ id: 5 }).sendText('a');
    await until(() => bot.deliveries.length > 0, 'delivered over http');
  },

  Photos: async () => {
    const telegram = await started();
    const bytes = png(900, 450);
    const sizes = telegram.user({ id: 5 }).sendPhoto(bytes).photo ?? [];
    expect(sizes.map((size) => size.file_size)).toEqual(sizes.map(() => bytes.byteLength));
    const { file_path } = await result<{ file_path: string }>(telegram, 'getFile', {
      file_id: sizes[0]?.file_id,
    });
    expect(file_path).toMatch(/\.png$/);
  },

  'Thumbnails and file ids': async () => {
    const telegram = await started();
    const sent = await callForm(telegram, 'sendVideo', {
      chat_id: '5',
      video: new Blob(['no video at all']),
    });
    const { video } = sent.result as Message;
    expect(video?.thumbnail).toBeUndefined();
    expect(video?.file_id).toHaveLength(64);
  },

  'Durations and measures': async () => {
    const telegram = await started();
    const params = { chat_id: '5', video: new Blob(['no video at all']) };
    expect(((await callForm(telegram, 'sendVideo', params)).result as Message).video).toMatchObject({
      duration: 0,
      width: 0,
    });
    const stated = await callForm(telegram, 'sendVideo', { ...params, duration: '7', width: '9' });
    expect((stated.result as Message).video).toMatchObject({ duration: 7, width: 9 });
  },

  'Links in plain text': async () => {
    const telegram = await started();
    const text = 'call +49 30 1234567 or pay with 4111 1111 1111 1111';
    expect((await result<Message>(telegram, 'sendMessage', { chat_id: 5, text })).entities).toBeUndefined();
  },

  'tg-time': async () => {
    const telegram = await started();
    const text = '<tg-time unix="1647531900">then</tg-time>';
    const answer = await call(telegram, 'sendMessage', { chat_id: 5, text, parse_mode: 'HTML' });
    expect(answer.description).toContain('Unsupported start tag "tg-time"');
  },

  Payments: async () => {
    const telegram = await started();
    const invoice = {
      chat_id: 5,
      title: 'T',
      description: 'D',
      payload: 'p',
      prices: [{ label: 'x', amount: 1_000_000_000 }],
    };
    const euros = await call(telegram, 'sendInvoice', { ...invoice, currency: 'EUR', provider_token: 'x' });
    expect(euros.description).toBe('Bad Request: PAYMENT_PROVIDER_INVALID');
    await result(telegram, 'sendInvoice', { ...invoice, currency: 'XTR' });
    const paying = telegram.user({ id: 5 }).pay();
    const updates = await result<{ pre_checkout_query?: { id: string } }[]>(telegram, 'getUpdates');
    const pre_checkout_query_id = updates.at(-1)?.pre_checkout_query?.id;
    await result(telegram, 'answerPreCheckoutQuery', { pre_checkout_query_id, ok: true });
    expect(await paying).toMatchObject({ paid: true });
  },

  'Without effect': async () => {
    const telegram = await started();
    expect(await result(telegram, 'setChatMenuButton', { menu_button: { type: 'web_app' } })).toBe(true);
    expect(await result(telegram, 'getChatMenuButton')).toEqual({ type: 'commands' });
    const params = { chat_id: 5, text: 'x', disable_notification: true, protect_content: true };
    expect(await result(telegram, 'sendMessage', params)).toMatchObject({ has_protected_content: true });
  },

  'Albums of one': async () => {
    const telegram = await started();
    const fields = {
      chat_id: '5',
      media: '[{"type":"photo","media":"attach://a"}]',
      a: new Blob([png(4, 4)]),
    };
    const [only] = (await callForm(telegram, 'sendMediaGroup', fields)).result as Message[];
    expect(only).toMatchObject({ photo: expect.any(Array) });
    expect(only?.media_group_id).toBeUndefined();
  },

  'Codes of the closed servers': async () => {
    const telegram = await started();
    const big = Buffer.concat([png(4, 4), Buffer.alloc(10 << 20)]);
    const photo = await callForm(telegram, 'sendPhoto', { chat_id: '5', photo: new Blob([big]) });
    expect(photo.description).toBe('Bad Request: file is too big for a photo; the maximum size is 10 MB');
    const row = Array.from({ length: 101 }, () => ({ text: 'b', callback_data: 'd' }));
    const params = { chat_id: 5, text: 'x', reply_markup: { inline_keyboard: [row] } };
    expect((await call(telegram, 'sendMessage', params)).description).toBe(
      'Bad Request: reply markup is too long',
    );
  },

  'Flood limits': async () => {
    const telegram = await started({ clock: createManualClock() });
    const sends = Array.from({ length: 320 }, () => call(telegram, 'sendMessage', { chat_id: 5, text: 'x' }));
    expect(new Set((await Promise.all(sends)).map((answer) => answer.status))).toEqual(new Set([200]));
  },

  'Edits in a blocked chat': async () => {
    const telegram = await started();
    const sent = await result<Message>(telegram, 'sendMessage', { chat_id: 5, text: 'x' });
    telegram.user({ id: 5 }).block();
    const params = { chat_id: 5, message_id: sent.message_id, text: 'y' };
    expect((await call(telegram, 'editMessageText', params)).status).toBe(200);
  },
};

async function started(options: Parameters<typeof start>[0] = {}): Promise<TelegramEmulator> {
  const telegram = await start(options);
  telegram.user({ id: 5 }).sendText('hi');
  return telegram;
}

test.each(Object.entries(DEVIATIONS))('%s', (_name, check) => check());

test('the README names exactly these', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const section = readme.split('## Where it differs from Telegram')[1]?.split('\n## ')[0] ?? '';
  const names = [...section.matchAll(/^- \*\*(.+?)\.\*\*/gm)].map((match) => match[1]);
  expect(names).toEqual(Object.keys(DEVIATIONS));
});
