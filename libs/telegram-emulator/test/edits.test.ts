import { describe, expect, test } from 'vitest';

import type { Message } from '../src/index.ts';
import { createManualClock } from '../src/index.ts';
import { png } from './pictures.ts';
import { call, callForm, result, start } from './raw.ts';

const NOT_MODIFIED =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a ' +
  'current content and reply markup of the message';
const MARKUP = { inline_keyboard: [[{ text: 'b', callback_data: 'b' }]] };

/** Numbers: Client.cpp 01a3679; "td": MessagesManager.cpp 022d602. */
describe('edit', () => {
  test('gives the message back, with edit_date; without reply_markup the buttons go', async () => {
    const telegram = await start();
    telegram.user({ id: 5 }).sendText('hi');
    const sent = await result<Message>(telegram, 'sendMessage', {
      chat_id: 5,
      text: 'one',
      reply_markup: MARKUP,
    });
    const target = { chat_id: 5, message_id: sent.message_id };
    const edited = await result<Message>(telegram, 'editMessageText', { ...target, text: 'two' });
    expect(edited).toMatchObject({ message_id: sent.message_id, text: 'two', edit_date: expect.any(Number) });
    expect(edited.reply_markup).toBeUndefined();
  });

  test('[110] an edit that changes nothing', async () => {
    const telegram = await start();
    telegram.user({ id: 5 }).sendText('hi');
    const content = { text: '<b>x</b> y', parse_mode: 'HTML', reply_markup: MARKUP };
    const sent = await result<Message>(telegram, 'sendMessage', { chat_id: 5, ...content });
    const target = { chat_id: 5, message_id: sent.message_id };
    for (const [method, params] of [
      ['editMessageText', content],
      ['editMessageReplyMarkup', { reply_markup: MARKUP }],
    ] as const) {
      const answer = await call(telegram, method, { ...target, ...params });
      expect(answer).toMatchObject({ status: 400, description: NOT_MODIFIED });
    }
    const bare = { ...target, text: '<i>x</i> y', parse_mode: 'HTML', reply_markup: MARKUP };
    expect((await call(telegram, 'editMessageText', bare)).ok).toBe(true);
  });

  test('caption and media of a photo', async () => {
    const telegram = await start();
    telegram.user({ id: 5 }).sendText('hi');
    const sent = await callForm(telegram, 'sendPhoto', {
      chat_id: '5',
      photo: new Blob([png(4, 4)]),
    });
    const target = { chat_id: 5, message_id: (sent.result as Message).message_id };
    const captioned = await result<Message>(telegram, 'editMessageCaption', { ...target, caption: 'new' });
    expect(captioned.caption).toBe('new');
    const swapped = await callForm(telegram, 'editMessageMedia', {
      chat_id: '5',
      message_id: String(target.message_id),
      media: JSON.stringify({ type: 'photo', media: 'attach://p', caption: 'other' }),
      p: new Blob([png(8, 8)]),
    });
    expect(swapped.result).toMatchObject({ caption: 'other', photo: [{ width: 8, height: 8 }] });
  });

  test.each<[source: string, method: string, own: boolean, params: Record<string, unknown>, text: string]>([
    ['13541', 'editMessageText', true, { message_id: 999, text: 'x' }, 'message to edit not found'],
    ['12446', 'editMessageText', true, { message_id: '', text: 'x' }, 'message identifier is not specified'],
    ['td 23386', 'editMessageText', false, { text: 'x' }, "message can't be edited"],
    ['td 23687', 'editMessageCaption', true, { caption: 'x' }, 'there is no caption in the message to edit'],
    ['13804', 'deleteMessage', true, { message_id: 999 }, 'message to delete not found'],
    ['13801', 'deleteMessage', true, { message_id: '' }, 'message identifier is not specified'],
  ])('refuses [%s] %s', async (_source, method, own, params, text) => {
    const telegram = await start();
    const mine = telegram.user({ id: 5 }).sendText('hi');
    const sent = await result<Message>(telegram, 'sendMessage', { chat_id: 5, text: 'one' });
    const message_id = own ? sent.message_id : mine.message_id;
    const answer = await call(telegram, method, { chat_id: 5, message_id, ...params });
    expect(answer).toMatchObject({ status: 400, description: `Bad Request: ${text}` });
  });

  test('[td 23393] text of a message that has none', async () => {
    const telegram = await start();
    telegram.user({ id: 5 }).sendText('hi');
    const sent = await callForm(telegram, 'sendPhoto', {
      chat_id: '5',
      photo: new Blob([png(4, 4)]),
    });
    const { message_id } = sent.result as Message;
    const answer = await call(telegram, 'editMessageText', { chat_id: 5, message_id, text: 'x' });
    expect(answer.description).toBe('Bad Request: there is no text in the message to edit');
  });
});

describe('delete', () => {
  test('works for both sides of a private chat within 48 hours', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    const ann = telegram.user({ id: 5 });
    const mine = ann.sendText('hi');
    const old = ann.sendText('old');
    expect((await call(telegram, 'deleteMessage', { chat_id: 5, message_id: mine.message_id })).ok).toBe(
      true,
    );
    expect(ann.messages().map((message) => message.text)).toEqual(['old']);
    await clock.advance(48 * 3_600_000);
    const late = await call(telegram, 'deleteMessage', { chat_id: 5, message_id: old.message_id });
    expect(late.description).toBe("Bad Request: message can't be deleted");
  });

  test('deleteMessages skips what is gone', async () => {
    const telegram = await start();
    const ann = telegram.user({ id: 5 });
    const mine = ann.sendText('hi');
    expect(
      (await call(telegram, 'deleteMessages', { chat_id: 5, message_ids: [mine.message_id, 999] })).ok,
    ).toBe(true);
    expect(ann.messages()).toEqual([]);
  });
});

describe('reactions, commands, actions', () => {
  test('setMessageReaction', async () => {
    const telegram = await start();
    const mine = telegram.user({ id: 5 }).sendText('hi');
    const target = { chat_id: 5, message_id: mine.message_id };
    const reaction = [{ type: 'emoji', emoji: '👍' }];
    expect((await call(telegram, 'setMessageReaction', { ...target, reaction })).ok).toBe(true);
    const many = await call(telegram, 'setMessageReaction', {
      ...target,
      reaction: [...reaction, ...reaction],
    });
    expect(many.description).toBe('Bad Request: REACTIONS_TOO_MANY');
  });

  test('commands have scopes and languages', async () => {
    const telegram = await start();
    const commands = [{ command: 'start', description: 'Begin' }];
    await result(telegram, 'setMyCommands', { commands });
    await result(telegram, 'setMyCommands', { commands: [], language_code: 'ru' });
    expect(await result(telegram, 'getMyCommands')).toEqual(commands);
    expect(await result(telegram, 'getMyCommands', { scope: { type: 'all_private_chats' } })).toEqual([]);
    await result(telegram, 'deleteMyCommands');
    expect(await result(telegram, 'getMyCommands')).toEqual([]);
  });

  test.each([
    [[{ command: 'Start', description: 'x' }], 'BOT_COMMAND_INVALID'],
    [[{ command: 'a'.repeat(33), description: 'x' }], 'BOT_COMMAND_INVALID'],
    [[{ command: 'a', description: '' }], 'BOT_COMMAND_DESCRIPTION_INVALID'],
    [[{ description: 'x' }], `can't parse BotCommand: Can't find field "command"`],
    [
      Array.from({ length: 101 }, (_, index) => ({ command: `c${index}`, description: 'x' })),
      'BOT_COMMANDS_TOO_MUCH',
    ],
  ])('refuses %j', async (commands, text) => {
    const telegram = await start();
    expect((await call(telegram, 'setMyCommands', { commands })).description).toBe(`Bad Request: ${text}`);
  });

  test('sendChatAction is seen by the person; an unknown one is refused', async () => {
    const telegram = await start();
    const ann = telegram.user({ id: 5 });
    ann.sendText('hi');
    expect((await call(telegram, 'sendChatAction', { chat_id: 5, action: 'typing' })).ok).toBe(true);
    expect(ann.seen().actions).toEqual(['typing']);
    const wrong = await call(telegram, 'sendChatAction', { chat_id: 5, action: 'dancing' });
    expect(wrong.description).toBe('Bad Request: wrong parameter action in request');
  });
});
