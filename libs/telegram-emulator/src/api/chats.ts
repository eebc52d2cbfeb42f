import type { Core } from '../core.ts';
import { badRequest, forbidden } from '../errors.ts';
import type { ChatState } from '../state.ts';
import type { Message } from '../types.ts';
import type { Params } from './params.ts';

/** The chat that a call names (Client.cpp 8198-8228). Only private chats exist here; `@name` is never found. */
export function readChat(core: Core, params: Params): ChatState {
  if (!params.has('chat_id')) throw badRequest('chat_id is empty');
  const chat = core.state.chats.get(params.integer('chat_id'));
  if (chat === undefined) throw badRequest('chat not found');
  return chat;
}

/** The same for calls that send: the person must have written first and must not have blocked the bot. */
export function readWritableChat(core: Core, params: Params): ChatState {
  const chat = readChat(core, params);
  if (!chat.started) throw forbidden("bot can't initiate conversation with a user");
  if (chat.blocked) throw forbidden('bot was blocked by the user');
  return chat;
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
