import { appendMessage } from '../api/post-message.ts';
import type { Core } from '../core.ts';
import { chatOf, unixTime } from '../core.ts';
import type { GroupState, MemberStatus } from '../state.ts';
import type { Message, User } from '../types.ts';
import { pushMessage } from '../updates/privacy.ts';
import { botsOf, emitInChat, isAdministrator } from '../world.ts';

/** What a new group is like. The first person in it is its creator. */
export interface GroupOptions {
  title?: string;
  /** Negative; the next free one when absent. */
  id?: number;
  /** A supergroup: its own message ids, other error texts. */
  supergroup?: boolean;
  /** A supergroup with topics. */
  forum?: boolean;
}

const FIRST_GROUP = -4_000_001;
const FIRST_SUPERGROUP = -1_001_000_000_001;

function nextGroupId(core: Core, supergroup: boolean): number {
  let id = supergroup ? FIRST_SUPERGROUP : FIRST_GROUP;
  while (core.world.groups().has(id)) id -= 1;
  return id;
}

/** Makes a group with people and bots in it; the bots get `my_chat_member` and the message that it was created. */
export function createGroup(
  core: Core,
  { title = 'Group', id, supergroup = false, forum = false }: GroupOptions,
  people: User[],
  bots: Core[],
): GroupState {
  const big = supergroup || forum;
  const groupId = id ?? nextGroupId(core, big);
  if (!Number.isSafeInteger(groupId) || groupId >= 0) {
    throw new TypeError(`The id of a group is a negative integer, not ${id}.`);
  }
  if (core.world.groups().has(groupId)) throw new Error(`There is already a group ${groupId}.`);
  const [creator] = people;
  if (creator === undefined) throw new TypeError('A group needs at least one person, who creates it.');
  const group: GroupState = {
    kind: 'group',
    id: groupId,
    title,
    supergroup: big,
    forum,
    messages: new Map(),
    reactions: {},
    members: new Map(),
    topics: new Map(),
    nextMessageId: 1,
  };
  for (const user of people) group.members.set(user.id, { user, status: 'member' });
  group.members.set(creator.id, { user: creator, status: 'creator' });
  core.world.groups().set(groupId, group);
  for (const bot of bots) setStatus(core, group, bot.bot, 'member', creator);
  const created = big ? { supergroup_chat_created: true } : { group_chat_created: true };
  service(core, group, creator, created);
  core.touch();
  return group;
}

/** A line of the chat that tells what happened to the group; every bot in it gets it. */
export function service(core: Core, group: GroupState, from: User, content: Partial<Message>): Message {
  const message = appendMessage(core, group, { from, ...content });
  pushMessage(core, group, 'message', message);
  return message;
}

function memberJson(group: GroupState, user: User, status: MemberStatus): Record<string, unknown> {
  return {
    user,
    status,
    ...(status === 'creator' ? { is_anonymous: false } : {}),
    ...(status === 'administrator' ? ADMINISTRATOR : {}),
    ...(status === 'administrator' && group.supergroup ? { can_manage_topics: true } : {}),
    ...(status === 'kicked' ? { until_date: 0 } : {}),
  };
}

/** The rights of every administrator here, by the names of Client.cpp 16726-16754 and 5164. */
const ADMINISTRATOR = {
  can_be_edited: false,
  can_manage_chat: true,
  can_change_info: true,
  can_delete_messages: true,
  can_invite_users: true,
  can_restrict_members: true,
  can_pin_messages: true,
  can_promote_members: false,
  can_manage_video_chats: true,
  can_post_stories: true,
  can_edit_stories: true,
  can_delete_stories: true,
  can_manage_tags: true,
  can_manage_voice_chats: true,
  is_anonymous: false,
};

/** The `ChatMember` of a user; somebody who never was there is `left`. */
export function chatMember(group: GroupState, user: User): Record<string, unknown> {
  return memberJson(group, user, group.members.get(user.id)?.status ?? 'left');
}

/** Changes what somebody is in the group: the bot itself hears of it, administrators hear of others if they asked to. */
export function setStatus(core: Core, group: GroupState, user: User, status: MemberStatus, by: User): void {
  const old = group.members.get(user.id)?.status ?? 'left';
  if (old === status) return;
  group.members.set(user.id, { user, status });
  const change = {
    chat: chatOf(group),
    from: by,
    date: unixTime(core),
    old_chat_member: memberJson(group, user, old),
    new_chat_member: memberJson(group, user, status),
  };
  for (const bot of botsOf(core, group)) {
    if (bot.bot.id === user.id) bot.queue.push('my_chat_member', `chat:${group.id}`, change);
    else if (isAdministrator(group, bot.bot.id)) bot.queue.push('chat_member', `chat:${group.id}`, change);
  }
  core.touch();
  emitInChat(core, group, { type: 'chat', chatId: group.id });
}

/** Somebody joins or is added. */
export function addMember(core: Core, group: GroupState, user: User, by: User = user): void {
  setStatus(core, group, user, 'member', by);
  service(core, group, by, {
    new_chat_participant: user,
    new_chat_member: user,
    new_chat_members: [user],
  });
}

/** Somebody leaves (`by` is the same user) or is thrown out. */
export function removeMember(core: Core, group: GroupState, user: User, by: User = user): void {
  setStatus(core, group, user, by.id === user.id ? 'left' : 'kicked', by);
  service(core, group, by, { left_chat_participant: user, left_chat_member: user });
}

/** A basic group becomes a supergroup with another id; whoever still writes to the old one is told so. */
export function migrateGroup(core: Core, group: GroupState): GroupState {
  if (group.supergroup || group.migratedTo !== undefined) {
    throw new Error('Only a basic group can become a supergroup, and only once.');
  }
  const id = nextGroupId(core, true);
  const next: GroupState = {
    ...group,
    id,
    supergroup: true,
    messages: new Map(),
    reactions: {},
    members: new Map(group.members),
    topics: new Map(),
    nextMessageId: 1,
  };
  core.world.groups().set(id, next);
  const creator = [...group.members.values()].find((member) => member.status === 'creator')?.user;
  const from = creator ?? core.bot;
  service(core, group, from, { migrate_to_chat_id: id });
  group.migratedTo = id;
  service(core, next, from, { migrate_from_chat_id: group.id });
  core.touch();
  return next;
}

const TOPIC_COLOR = 0x6fb9f0;

/** Opens a topic of a forum; its id is that of the message that tells of it. */
export function createTopic(core: Core, group: GroupState, name: string, by: User): number {
  const message = appendMessage(core, group, {
    from: by,
    forum_topic_created: { name, icon_color: TOPIC_COLOR },
  });
  message.message_thread_id = message.message_id;
  message.is_topic_message = true;
  group.topics.set(message.message_id, name);
  pushMessage(core, group, 'message', message);
  core.touch();
  return message.message_id;
}
