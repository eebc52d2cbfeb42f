import type { Core } from '../core.ts';
import { chatOf, giftTypes } from '../core.ts';
import { badRequest } from '../errors.ts';
import { chatMember, createTopic, removeMember } from '../sim/groups.ts';
import type { GroupState } from '../state.ts';
import { characterCount } from '../text/entities.ts';
import type { User } from '../types.ts';
import { isAdministrator, isMember } from '../world.ts';
import { readChat } from './chats.ts';
import type { MethodTable } from './method.ts';
import type { Params } from './params.ts';

const MAX_TOPIC_NAME = 128;

/** What members may do: everything, as in a new group (Client.cpp 16757-16777). */
const PERMISSIONS = Object.fromEntries(
  [
    'can_send_messages',
    'can_send_media_messages',
    'can_send_audios',
    'can_send_documents',
    'can_send_photos',
    'can_send_videos',
    'can_send_video_notes',
    'can_send_voice_notes',
    'can_send_polls',
    'can_send_other_messages',
    'can_add_web_page_previews',
    'can_react_to_messages',
    'can_edit_tag',
    'can_change_info',
    'can_invite_users',
    'can_pin_messages',
    'can_manage_topics',
  ].map((name) => [name, true]),
);

/** `user_id` of a person or bot that exists (Client.cpp get_user_id, check_user_no_fail). */
function readUser(core: Core, params: Params): User {
  const id = params.integer('user_id');
  if (id <= 0) throw badRequest('invalid user_id specified');
  const user = core.world.people.get(id) ?? core.world.bots.find((bot) => bot.bot.id === id)?.bot;
  if (user === undefined) throw badRequest('user not found');
  return user;
}

function readForum(core: Core, params: Params): GroupState {
  const chat = readChat(core, params, 'write');
  if (chat.kind !== 'group' || !chat.forum) throw badRequest('the chat is not a forum');
  if (!isAdministrator(chat, core.bot.id)) throw badRequest('not enough rights to create a topic');
  return chat;
}

/** Chats, their members, and topics of forums. */
export const chatMethods: MethodTable = {
  getchat(core, params) {
    const chat = readChat(core, params);
    const common = { ...chatOf(chat), max_reaction_count: 11, accent_color_id: 0 };
    if (chat.kind === 'group') {
      return { ...common, permissions: PERMISSIONS, accepted_gift_types: giftTypes(false) };
    }
    const { username } = chat.user;
    return {
      ...common,
      can_send_gift: true,
      ...(username === undefined ? {} : { active_usernames: [username] }),
      accepted_gift_types: giftTypes(true),
    };
  },

  getchatmember(core, params) {
    const own = params.integer('user_id') === core.bot.id;
    const chat = readChat(core, params, own ? 'read' : 'members');
    const user = readUser(core, params);
    if (chat.kind === 'group') return chatMember(chat, user);
    if (user.id === chat.id || user.id === core.bot.id) return { user, status: 'member' };
    throw badRequest('member not found');
  },

  getchatmembercount(core, params) {
    const chat = readChat(core, params, 'members');
    if (chat.kind === 'private') return 2;
    return [...chat.members.keys()].filter((id) => isMember(chat, id)).length;
  },

  getchatadministrators(core, params) {
    const chat = readChat(core, params, 'members');
    // Client.cpp 15121.
    if (chat.kind === 'private') throw badRequest('there are no administrators in the private chat');
    return [...chat.members.values()]
      .filter(({ user }) => isAdministrator(chat, user.id) && !user.is_bot)
      .map(({ user }) => chatMember(chat, user));
  },

  leavechat(core, params) {
    const chat = readChat(core, params);
    if (chat.kind === 'group' && isMember(chat, core.bot.id)) removeMember(core, chat, core.bot);
    return true;
  },

  createforumtopic(core, params) {
    const chat = readForum(core, params);
    const name = params.text('name').trim();
    if (name === '') throw badRequest('TOPIC_TITLE_EMPTY');
    if (characterCount(name) > MAX_TOPIC_NAME) throw badRequest('TOPIC_TITLE_INVALID');
    const id = createTopic(core, chat, name, core.bot);
    return { message_thread_id: id, ...chat.messages.get(id)?.forum_topic_created };
  },

  deleteforumtopic(core, params) {
    const chat = readForum(core, params);
    const id = params.integer('message_thread_id');
    if (!chat.topics.delete(id)) throw badRequest('message thread not found');
    for (const message of chat.messages.values()) {
      if (message.message_thread_id === id) chat.messages.delete(message.message_id);
    }
    core.touch();
    return true;
  },
};
