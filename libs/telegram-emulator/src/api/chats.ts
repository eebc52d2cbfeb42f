import type { Core } from '../core.ts';
import { ApiError, badRequest, forbidden } from '../errors.ts';
import type { ChatState, GroupState, PrivateChatState } from '../state.ts';
import type { Message } from '../types.ts';
import { findChat } from '../world.ts';
import type { Params } from './params.ts';

/** What a method needs of a chat (AccessRights in Client.h): each one includes those before it. */
export type Access = 'read' | 'members' | 'edit' | 'write';

/** The chat that a call names (Client.cpp 8198-8228). `@name` is never found: public names are not modelled. */
export function readChat(core: Core, params: Params, access: Access = 'read'): ChatState {
  if (!params.has('chat_id')) throw badRequest('chat_id is empty');
  const id = params.integer('chat_id');
  // Its own id or that of another bot; known from many public reports.
  if (access === 'write' && core.world.bots.some((other) => other.bot.id === id)) {
    throw forbidden("bot can't send messages to bots");
  }
  const chat = findChat(core, id);
  if (chat === undefined) throw badRequest('chat not found');
  if (chat.kind === 'group') checkGroup(core, chat, access);
  else checkPrivate(chat, access);
  return chat;
}

/** The same for calls that send. */
export function readWritableChat(core: Core, params: Params): ChatState {
  return readChat(core, params, 'write');
}

/** The person must be there, and for a send must have written first and must not have blocked the bot. */
function checkPrivate(chat: PrivateChatState, access: Access): void {
  if (access === 'read' || access === 'members') return;
  if (chat.deactivated === true) throw forbidden('user is deactivated');
  if (access !== 'write') return;
  if (!chat.started) throw forbidden("bot can't initiate conversation with a user");
  if (chat.blocked) throw forbidden('bot was blocked by the user');
}

/** Client.cpp 8141-8187. */
function checkGroup(core: Core, chat: GroupState, access: Access): void {
  const status = chat.members.get(core.bot.id)?.status;
  if (chat.supergroup) {
    if (status === 'kicked') throw forbidden('bot was kicked from the supergroup chat');
    if (status === 'left') throw forbidden('bot is not a member of the supergroup chat');
    return;
  }
  const active = chat.migratedTo === undefined && chat.deleted !== true;
  if (!active && (access === 'write' || access === 'members')) {
    if (chat.migratedTo === undefined) throw forbidden('the group chat was deleted');
    throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    });
  }
  if (!active || access === 'read') return;
  if (status === 'kicked') throw forbidden('bot was kicked from the group chat');
  if (status === 'left') throw forbidden('bot is not a member of the group chat');
}

/** A message named by `message_id`; `purpose` completes "message to edit not found". */
export function readMessage(chat: ChatState, params: Params, purpose: string): Message {
  const message = chat.messages.get(params.integer('message_id'));
  if (message === undefined) throw badRequest(`message to ${purpose} not found`);
  return message;
}

/** Edits and the like: only the bot's own messages (td MessagesManager.cpp 23386). */
export function readOwnMessage(core: Core, chat: ChatState, params: Params): Message {
  if (!params.has('message_id')) throw badRequest('message identifier is not specified');
  const message = readMessage(chat, params, 'edit');
  if (message.from.id !== core.bot.id) throw badRequest("message can't be edited");
  return message;
}
