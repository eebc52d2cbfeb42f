import { describe, expect, test } from 'vitest';

import type { GroupDriver, Message, TelegramEmulator, UserDriver } from '../src/index.ts';
import { png } from './pictures.ts';
import { call, result, start } from './raw.ts';

interface Update {
  message?: Message;
  edited_message?: Message;
  callback_query?: { from: { id: number }; message: Message; data: string };
  my_chat_member?: { new_chat_member: { status: string }; old_chat_member: { status: string } };
  chat_member?: { new_chat_member: { status: string; user: { id: number } } };
}

interface Setup {
  telegram: TelegramEmulator;
  ann: UserDriver;
  bob: UserDriver;
  group: GroupDriver;
}

async function setup(
  options: { forum?: boolean; supergroup?: boolean; open?: boolean } = {},
): Promise<Setup> {
  const { open = false, ...about } = options;
  const telegram = await start({ canReadAllGroupMessages: open });
  const ann = telegram.user({ id: 1, name: 'Ann' });
  const bob = telegram.user({ id: 2, name: 'Bob' });
  const group = telegram.group({ title: 'Family', members: [ann, bob], ...about });
  return { telegram, ann: group.as(ann), bob: group.as(bob), group };
}

/** Takes everything that waits for the bot. */
async function take(telegram: TelegramEmulator): Promise<Update[]> {
  const updates = await result<(Update & { update_id: number })[]>(telegram, 'getUpdates', { limit: 100 });
  const last = updates.at(-1);
  if (last !== undefined) await result(telegram, 'getUpdates', { offset: last.update_id + 1 });
  return updates;
}

const textsOf = (updates: Update[]): (string | undefined)[] =>
  updates.map((update) => update.message?.text).filter((text) => text !== undefined);

/** core.telegram.org/bots/faq#what-messages-will-my-bot-get and bots/features#privacy-mode. */
describe('privacy mode', () => {
  test('getMe tells whether it is on', async () => {
    const closed = await setup();
    expect(await result(closed.telegram, 'getMe')).toMatchObject({ can_read_all_group_messages: false });
    const open = await setup({ open: true });
    expect(await result(open.telegram, 'getMe')).toMatchObject({ can_read_all_group_messages: true });
  });

  test('a plain message stays with the people', async () => {
    const { telegram, ann } = await setup();
    await take(telegram);
    ann.sendText('private matters');
    expect(textsOf(await take(telegram))).toEqual([]);
  });

  test.each([
    ['a command for this bot', '/start@kie_emulated_bot', true],
    ['a command for another bot', '/start@other_bot', false],
    ['a command without a name, no bot has written', '/start', true],
    ['a mention', 'hello @kie_emulated_bot', true],
    ['a mention of somebody else', 'hello @somebody', false],
  ])('%s', async (_name, text, arrives) => {
    const { telegram, ann } = await setup();
    await take(telegram);
    ann.sendText(text);
    expect(textsOf(await take(telegram))).toEqual(arrives ? [text] : []);
  });

  test('a reply to the bot arrives, a reply to a person does not', async () => {
    const { telegram, ann, bob, group } = await setup();
    const own = await result<Message>(telegram, 'sendMessage', { chat_id: group.id, text: 'a question' });
    await take(telegram);
    const mine = ann.sendText('no command');
    bob.sendText('to Ann', { replyTo: mine.message_id });
    bob.sendText('to the bot', { replyTo: own.message_id });
    const updates = await take(telegram);
    expect(textsOf(updates)).toEqual(['to the bot']);
    expect(updates[0]?.message).toMatchObject({
      from: { id: 2 },
      chat: { id: group.id, type: 'group', title: 'Family' },
      reply_to_message: { text: 'a question' },
    });
  });

  test('an administrator gets everything', async () => {
    const { telegram, ann, group } = await setup();
    group.promote(telegram.bot);
    await take(telegram);
    ann.sendText('anything');
    expect(textsOf(await take(telegram))).toEqual(['anything']);
  });

  test('switched off, everything arrives, also edits and photos', async () => {
    const { telegram, ann } = await setup({ open: true });
    await take(telegram);
    const message = ann.sendText('anything');
    ann.editText(message.message_id, 'changed');
    ann.sendPhoto(png(4, 4), { caption: 'look' });
    const updates = await take(telegram);
    expect(updates.map((update) => Object.keys(update)[1])).toEqual(['message', 'edited_message', 'message']);
    const photo = updates[2]?.message?.photo?.at(-1)?.file_id;
    expect(await result(telegram, 'getFile', { file_id: photo })).toMatchObject({ file_id: photo });
  });
});

describe('members', () => {
  test('a new group: my_chat_member, then the message that it was created', async () => {
    const { telegram } = await setup();
    const [joined, created] = await take(telegram);
    expect(joined?.my_chat_member).toMatchObject({
      old_chat_member: { status: 'left' },
      new_chat_member: { status: 'member' },
    });
    expect(created?.message).toMatchObject({ group_chat_created: true, from: { id: 1 } });
  });

  test('[Client.cpp 4322] who joins and leaves is told to the bot, also in privacy mode', async () => {
    const { telegram, group } = await setup();
    const carol = telegram.user({ id: 3, name: 'Carol' });
    await take(telegram);
    group.add(carol);
    group.remove(carol);
    const [joined, left] = await take(telegram);
    expect(joined?.message).toMatchObject({
      new_chat_member: { id: 3 },
      new_chat_participant: { id: 3 },
      new_chat_members: [{ id: 3 }],
    });
    expect(left?.message).toMatchObject({ left_chat_member: { id: 3 }, left_chat_participant: { id: 3 } });
  });

  test('getChatMember, getChatMemberCount, getChatAdministrators', async () => {
    const { telegram, group } = await setup();
    const chat_id = group.id;
    telegram.user({ id: 9 });
    const status = async (user_id: number): Promise<unknown> =>
      (await result<{ status: string }>(telegram, 'getChatMember', { chat_id, user_id })).status;
    expect([await status(1), await status(2), await status(9), await status(telegram.bot.id)]).toEqual([
      'creator',
      'member',
      'left',
      'member',
    ]);
    expect(await result(telegram, 'getChatMemberCount', { chat_id })).toBe(3);
    expect(await result(telegram, 'getChatAdministrators', { chat_id })).toMatchObject([
      { user: { id: 1 }, status: 'creator', is_anonymous: false },
    ]);
    const unknown = await call(telegram, 'getChatMember', { chat_id, user_id: 424_242 });
    expect(unknown.description).toBe('Bad Request: user not found');
  });

  test('[1265-1290, 16757] getChat of a basic group', async () => {
    const { telegram, group } = await setup();
    expect(await result(telegram, 'getChat', { chat_id: group.id })).toMatchObject({
      id: group.id,
      type: 'group',
      title: 'Family',
      all_members_are_administrators: true,
      permissions: { can_send_messages: true, can_send_photos: true, can_manage_topics: true },
      accepted_gift_types: { unlimited_gifts: false, gifts_from_channels: false },
    });
  });

  test('[Client.cpp 15121, 15145] a private chat has two members and no administrators', async () => {
    const { telegram } = await setup();
    expect(await result(telegram, 'getChatMemberCount', { chat_id: 1 })).toBe(2);
    const answer = await call(telegram, 'getChatAdministrators', { chat_id: 1 });
    expect(answer.description).toBe('Bad Request: there are no administrators in the private chat');
  });

  test('chat_member reaches an administrator that asked for it', async () => {
    const { telegram, group } = await setup();
    await result(telegram, 'getUpdates', { allowed_updates: ['chat_member'], offset: -1 });
    const carol = telegram.user({ id: 3 });
    group.add(carol);
    group.promote(telegram.bot);
    group.remove(carol, { by: 1 });
    const changes = (await take(telegram)).flatMap((update) => update.chat_member ?? []);
    expect(changes).toMatchObject([{ new_chat_member: { status: 'kicked', user: { id: 3 } } }]);
  });
});

/** Client.cpp 8125-8187 of tdlib/telegram-bot-api 01a3679. */
describe('a bot that may not write', () => {
  test.each<[source: string, prepare: (setup: Setup) => void, big: boolean, text: string]>([
    [
      '8162',
      ({ group, telegram }) => group.remove(telegram.bot, { by: 1 }),
      false,
      'bot was kicked from the group chat',
    ],
    [
      '8165',
      ({ group, telegram }) => group.remove(telegram.bot),
      false,
      'bot is not a member of the group chat',
    ],
    [
      '8174',
      ({ group, telegram }) => group.remove(telegram.bot, { by: 1 }),
      true,
      'bot was kicked from the supergroup chat',
    ],
    [
      '8183',
      ({ group, telegram }) => group.remove(telegram.bot),
      true,
      'bot is not a member of the supergroup chat',
    ],
    ['8158', ({ group }) => group.delete(), false, 'the group chat was deleted'],
  ])('[%s] 403', async (_source, prepare, supergroup, text) => {
    const world = await setup({ supergroup });
    prepare(world);
    const answer = await call(world.telegram, 'sendMessage', { chat_id: world.group.id, text: 'x' });
    expect(answer).toMatchObject({ status: 403, errorCode: 403, description: `Forbidden: ${text}` });
  });

  test('it hears of its removal, and of nothing after it', async () => {
    const { telegram, group, ann } = await setup({ open: true });
    await take(telegram);
    group.remove(telegram.bot, { by: 1 });
    ann.sendText('gone?');
    const updates = await take(telegram);
    expect(updates).toHaveLength(1);
    expect(updates[0]?.my_chat_member?.new_chat_member).toMatchObject({ status: 'kicked' });
  });

  test('leaveChat', async () => {
    const { telegram, group } = await setup();
    expect(await result(telegram, 'leaveChat', { chat_id: group.id })).toBe(true);
    expect(group.messages().at(-1)?.left_chat_member?.id).toBe(telegram.bot.id);
    expect((await call(telegram, 'sendMessage', { chat_id: group.id, text: 'x' })).status).toBe(403);
  });

  test('a group it never was in does not exist for it', async () => {
    const telegram = await start();
    const group = telegram.group({ members: [telegram.user({ id: 1 })], bots: [] });
    const answer = await call(telegram, 'sendMessage', { chat_id: group.id, text: 'x' });
    expect(answer.description).toBe('Bad Request: chat not found');
  });

  test('[8136] 403 when the account of a person is gone', async () => {
    const telegram = await start();
    const ann = telegram.user({ id: 1 });
    ann.sendText('bye');
    ann.deactivate();
    const answer = await call(telegram, 'sendMessage', { chat_id: 1, text: 'x' });
    expect(answer).toMatchObject({ status: 403, description: 'Forbidden: user is deactivated' });
  });
});

describe('migration', () => {
  test('[8155] the old id answers 400 with migrate_to_chat_id, the new one works', async () => {
    const { telegram, group } = await setup();
    await take(telegram);
    const next = group.migrate();
    expect(String(next.id)).toMatch(/^-100/);
    const refused = await call(telegram, 'sendMessage', { chat_id: group.id, text: 'x' });
    expect(refused).toMatchObject({
      status: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: next.id },
    });
    const sent = await result<Message>(telegram, 'sendMessage', { chat_id: next.id, text: 'x' });
    expect(sent.chat).toMatchObject({ id: next.id, type: 'supergroup', title: 'Family' });
    const [to, from] = await take(telegram);
    expect(to?.message).toMatchObject({ chat: { id: group.id }, migrate_to_chat_id: next.id });
    expect(from?.message).toMatchObject({ chat: { id: next.id }, migrate_from_chat_id: group.id });
  });

  test('people must write in the new group', async () => {
    const { ann, group } = await setup();
    group.migrate();
    expect(() => ann.sendText('x')).toThrow('became supergroup');
  });
});

describe('messages of a group', () => {
  test('a supergroup counts its own messages, a basic group shares the count of the bot', async () => {
    const { telegram, group } = await setup({ supergroup: true });
    const first = await result<Message>(telegram, 'sendMessage', { chat_id: group.id, text: 'x' });
    telegram.user({ id: 1 }).sendText('private');
    const second = await result<Message>(telegram, 'sendMessage', { chat_id: group.id, text: 'y' });
    expect(second.message_id).toBe(first.message_id + 1);
  });

  test('a tap carries the person and the group', async () => {
    const { telegram, bob, group } = await setup();
    const reply_markup = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] };
    await result(telegram, 'sendMessage', { chat_id: group.id, text: 'x', reply_markup });
    await take(telegram);
    const tap = bob.tap('Go');
    const [update] = await take(telegram);
    expect(update?.callback_query).toMatchObject({
      from: { id: 2 },
      data: 'go',
      message: { chat: { id: group.id } },
    });
    await result(telegram, 'answerCallbackQuery', { callback_query_id: tap.callbackId, text: 'ok' });
    expect(await tap.answer).toEqual({ text: 'ok', alert: false });
  });

  test('a bot deletes what others wrote only as administrator', async () => {
    const { telegram, ann, group } = await setup();
    const { message_id } = ann.sendText('mine');
    const refused = await call(telegram, 'deleteMessage', { chat_id: group.id, message_id });
    expect(refused.description).toBe("Bad Request: message can't be deleted");
    group.promote(telegram.bot);
    expect(await result(telegram, 'deleteMessage', { chat_id: group.id, message_id })).toBe(true);
  });

  test('what people can do only in private is refused', async () => {
    const { ann } = await setup();
    expect(() => ann.block()).toThrow('only possible in the private chat');
  });

  test('a person who left cannot write', async () => {
    const { bob, group } = await setup();
    group.remove(bob);
    expect(() => bob.sendText('x')).toThrow('Bob is not in the group Family');
  });
});

/** Client.cpp 8255-8295 and 4727; the upper-case codes and rights texts are known from public reports. */
describe('topics', () => {
  test('a message goes to the topic that exists', async () => {
    const { telegram, ann, group } = await setup({ forum: true });
    const thread = group.createTopic('Pictures');
    const sent = await result<Message>(telegram, 'sendMessage', {
      chat_id: group.id,
      message_thread_id: thread,
      text: 'x',
    });
    expect(sent).toMatchObject({ message_thread_id: thread, is_topic_message: true });
    const asked = ann.sendText('/go', { threadId: thread });
    expect(asked).toMatchObject({ message_thread_id: thread, is_topic_message: true });
    expect(await result(telegram, 'getChat', { chat_id: group.id })).toMatchObject({ is_forum: true });
  });

  test.each([
    ['an unknown topic of a forum', { forum: true }, 4_242, 'message thread not found'],
    ['the general topic', { forum: true }, 1, 'message thread not found'],
  ])('%s is refused', async (_name, about, message_thread_id, text) => {
    const { telegram, group } = await setup(about);
    const params = { chat_id: group.id, message_thread_id, text: 'x' };
    const answer = await call(telegram, 'sendMessage', params);
    expect(answer).toMatchObject({ status: 400, description: `Bad Request: ${text}` });
  });

  test('a group without topics ignores the argument', async () => {
    const { telegram, group } = await setup();
    const params = { chat_id: group.id, message_thread_id: 4_242, text: 'x' };
    const sent = await result<Message>(telegram, 'sendMessage', params);
    expect(sent.message_thread_id).toBeUndefined();
  });

  test('createForumTopic needs a forum and an administrator', async () => {
    const plain = await setup({ supergroup: true });
    const no = await call(plain.telegram, 'createForumTopic', { chat_id: plain.group.id, name: 'x' });
    expect(no.description).toBe('Bad Request: the chat is not a forum');
    const { telegram, group } = await setup({ forum: true });
    const chat_id = group.id;
    const early = await call(telegram, 'createForumTopic', { chat_id, name: 'x' });
    expect(early.description).toBe('Bad Request: not enough rights to create a topic');
    group.promote(telegram.bot);
    const topic = await result<{ message_thread_id: number }>(telegram, 'createForumTopic', {
      chat_id,
      name: 'New',
    });
    expect(topic).toMatchObject({ name: 'New', message_thread_id: expect.any(Number) });
    expect(group.messages().at(-1)).toMatchObject({ forum_topic_created: { name: 'New' } });
    const { message_thread_id } = topic;
    expect((await call(telegram, 'sendMessage', { chat_id, message_thread_id, text: 'x' })).ok).toBe(true);
    expect(await result(telegram, 'deleteForumTopic', { chat_id, message_thread_id })).toBe(true);
    expect((await call(telegram, 'sendMessage', { chat_id, message_thread_id, text: 'x' })).status).toBe(400);
  });
});
