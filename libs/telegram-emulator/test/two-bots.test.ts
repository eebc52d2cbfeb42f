import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import type { EmulatedBot, Message, TelegramEmulator } from '../src/index.ts';
import { png } from './pictures.ts';
import type { BotAddress } from './raw.ts';
import { call, result, start } from './raw.ts';

const SECOND = '7000000002:EMULATOR-second-bot';

async function twoBots(): Promise<{ telegram: TelegramEmulator; other: EmulatedBot; api: BotAddress }> {
  const telegram = await start();
  const other = telegram.addBot({ token: SECOND, botUsername: 'second_bot', botName: 'Second' });
  return { telegram, other, api: { apiRoot: telegram.apiRoot, token: other.token } };
}

interface Update {
  message?: Message;
}

const texts = async (api: BotAddress): Promise<unknown[]> =>
  (await result<Update[]>(api, 'getUpdates')).flatMap((update) => update.message?.text ?? []);

describe('two bots', () => {
  test('each has its own name, chats, updates, journal and faults', async () => {
    const { telegram, other, api } = await twoBots();
    expect(await result(api, 'getMe')).toMatchObject({ id: 7_000_000_002, username: 'second_bot' });
    telegram.user({ id: 5, name: 'Ann' }).sendText('to the first');
    const ann = other.user({ id: 5 });
    expect(ann.user.first_name).toBe('Ann');
    expect(await call(api, 'sendMessage', { chat_id: 5, text: 'x' })).toMatchObject({ status: 403 });
    ann.sendText('to the second');
    expect(await texts(telegram)).toEqual(['to the first']);
    expect(await texts(api)).toEqual(['to the second']);
    await result(api, 'sendMessage', { chat_id: 5, text: 'from the second' });
    expect(ann.lastMessage()?.text).toBe('from the second');
    expect(telegram.user({ id: 5 }).lastMessage()).toBeUndefined();
    other.faults.add({ code: 502 });
    expect((await call(telegram, 'getMe')).status).toBe(200);
    expect((await call(api, 'getMe')).status).toBe(502);
    expect(telegram.calls({ method: 'sendMessage' })).toHaveLength(0);
    expect(other.calls({ method: 'sendMessage' })).toHaveLength(2);
  });

  test('a file_id of one bot is wrong for the other (Bot API: "file_id")', async () => {
    const { telegram, api, other } = await twoBots();
    const photo = telegram.user({ id: 5 }).sendPhoto(png(4, 4)).photo?.at(-1)?.file_id;
    other.user({ id: 5 }).sendText('hi');
    const answer = await call(api, 'sendPhoto', { chat_id: 5, photo });
    expect(answer.description).toContain('wrong remote file identifier');
  });

  test('polling of both at once is no conflict', async () => {
    const { telegram, api, other } = await twoBots();
    const waiting = [telegram, api].map((bot) => result<Update[]>(bot, 'getUpdates', { timeout: 20 }));
    telegram.user({ id: 5 }).sendText('one');
    other.user({ id: 5 }).sendText('two');
    expect((await Promise.all(waiting)).map(([update]) => update?.message?.text)).toEqual(['one', 'two']);
  });

  test('in a group a reply, a named command and the last speaker decide who hears', async () => {
    const { telegram, other, api } = await twoBots();
    const ann = telegram.user({ id: 5 });
    const group = telegram.group({ members: [ann] });
    const question = await result<Message>(api, 'sendMessage', { chat_id: group.id, text: 'second speaks' });
    const there = group.as(ann);
    there.sendText('/general');
    there.sendText('/start@kie_emulated_bot');
    there.sendText('/start@kie_emulated_bot as a reply', { replyTo: question.message_id });
    expect(await texts(telegram)).toEqual(['/start@kie_emulated_bot']);
    expect(await texts(api)).toEqual(['/general', '/start@kie_emulated_bot as a reply']);
    expect(group.messages().some((message) => message.from.id === other.bot.id)).toBe(true);
  });

  test('bots never hear each other', async () => {
    const { telegram, api } = await twoBots();
    const group = telegram.group({ members: [telegram.user({ id: 5 })] });
    group.promote(telegram.bot);
    await result(api, 'sendMessage', { chat_id: group.id, text: 'psst' });
    expect(await texts(telegram)).toEqual([]);
  });

  test('a tap goes to the bot that wrote the message', async () => {
    const { telegram, api, other } = await twoBots();
    const ann = telegram.user({ id: 5 });
    const group = telegram.group({ members: [ann] });
    const reply_markup = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] };
    await result(api, 'sendMessage', { chat_id: group.id, text: 'x', reply_markup });
    const before = telegram.pendingUpdates;
    const theirs = other.pendingUpdates;
    const tap = group.as(ann).tap('Go');
    expect([telegram.pendingUpdates - before, other.pendingUpdates - theirs]).toEqual([0, 1]);
    await result(api, 'answerCallbackQuery', { callback_query_id: tap.callbackId, text: 'ok' });
    expect(other.calls({ method: 'answerCallbackQuery' })[0]?.ok).toBe(true);
  });

  test('the same bot twice, and a real token, are refused', async () => {
    const { telegram } = await twoBots();
    expect(() => telegram.addBot({ token: SECOND })).toThrow('already a bot with the id 7000000002');
    expect(() => telegram.addBot({ token: `1234567890:AA${'Hk3f_Zx9-'.repeat(4)}`.slice(0, 46) })).toThrow(
      'real bot',
    );
  });

  test('the control API takes ?bot=, and names the bots when there is none', async () => {
    const { telegram } = await twoBots();
    const post = async (path: string, body: unknown): Promise<unknown> => {
      const response = await fetch(`${telegram.apiRoot}${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      return response.json();
    };
    await post('/sim/message?bot=second_bot', { user: 5, text: 'hello second' });
    expect(await texts({ apiRoot: telegram.apiRoot, token: SECOND })).toEqual(['hello second']);
    expect(await post('/sim/message?bot=third_bot', { user: 5, text: 'x' })).toEqual({
      error: 'There is no bot "third_bot". Bots: kie_emulated_bot, second_bot.',
    });
    const group = (await post('/sim/groups', { title: 'Club', members: [5, 6] })) as { id: number };
    await post('/sim/message', { user: 6, chat: group.id, text: '/go' });
    expect(await texts(telegram)).toEqual(['/go']);
    const moved = (await post('/sim/groups/migrate', { chat: group.id })) as { id: number };
    expect(moved).toMatchObject({ type: 'supergroup', title: 'Club' });
  });

  test('both and their group survive a restart', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'telegram-emulator-'));
    try {
      const first = await start({ dataDir });
      const second = first.addBot({ token: SECOND });
      second.user({ id: 5, name: 'Eve' }).sendText('kept');
      const group = first.group({ title: 'Kept', members: [first.user({ id: 5 })] });
      await first.stop();

      const again = await start({ dataDir });
      const back = again.addBot({ token: SECOND });
      expect(
        back
          .user({ id: 5 })
          .messages()
          .map((message) => message.text),
      ).toEqual(['kept']);
      const api = { apiRoot: again.apiRoot, token: SECOND };
      expect(await result(api, 'getChat', { chat_id: group.id })).toMatchObject({ title: 'Kept' });
      await again.stop();
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });
});
