import type { Core } from '../core.ts';
import { chatOf, unixTime } from '../core.ts';
import { badRequest } from '../errors.ts';
import type { ChatState } from '../state.ts';
import type { Message } from '../types.ts';
import { botsOf, emitInChat } from '../world.ts';
import type { Params } from './params.ts';
import type { ReplyMarkup } from './reply-markup.ts';

/** The kinds of content a message can have; the envelope (id, date, chat) is added by the sender. */
export type MessageContent = Omit<Message, 'message_id' | 'from' | 'chat' | 'date'>;

/** Everything about a send but its content: read and checked before anything is stored. */
export interface SendOptions {
  reply?: Message;
  threadId?: number;
  protect: boolean;
}

/** Reads `reply_parameters` (or the older `reply_to_message_id`), the topic and content protection. */
export function readSendOptions(chat: ChatState, params: Params): SendOptions {
  const options: SendOptions = { protect: params.boolean('protect_content') };
  const threadId = readThread(chat, params);
  if (threadId !== undefined) options.threadId = threadId;
  const given = params.json('reply_parameters', "can't parse reply parameters JSON object");
  const reply = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  const id = Number(reply['message_id'] ?? params.integer('reply_to_message_id'));
  if (id > 0) {
    const target = chat.messages.get(id);
    const optional =
      reply['allow_sending_without_reply'] === true || params.boolean('allow_sending_without_reply');
    if (target !== undefined) options.reply = target;
    else if (!optional) throw badRequest('message to be replied not found');
  }
  return options;
}

/** Stores a message of the bot, sets the chat's keyboard and tells the page. */
export function postBotMessage(
  core: Core,
  chat: ChatState,
  content: MessageContent,
  markup: ReplyMarkup,
  options: SendOptions,
): Message {
  if (markup.kind === 'reply') chat.keyboard = markup.keyboard;
  if (markup.kind === 'remove') delete chat.keyboard;
  const message = appendMessage(core, chat, {
    from: core.bot,
    ...content,
    ...threadFields(options.threadId),
    ...(options.protect ? { has_protected_content: true } : {}),
    ...(options.reply === undefined ? {} : { reply_to_message: withoutReply(options.reply) }),
    ...(markup.kind === 'inline' ? { reply_markup: markup.keyboard } : {}),
  });
  if (chat.kind === 'group') {
    chat.lastBotId = core.bot.id;
    shareFiles(core, chat, message);
  }
  return message;
}

/** The fields of a message in a topic. */
export function threadFields(threadId: number | undefined): Partial<Message> {
  return threadId === undefined ? {} : { message_thread_id: threadId, is_topic_message: true };
}

/**
 * The topic of a send. Groups without topics ignore it; a private chat and a forum must have it, and the general topic
 * of a forum (1) cannot be named (Client.cpp 8255-8295).
 */
function readThread(chat: ChatState, params: Params): number | undefined {
  const id = params.integer('message_thread_id');
  if (id === 0) return undefined;
  if (chat.kind === 'group' && !chat.forum) return undefined;
  if (chat.kind === 'group' && chat.topics.has(id)) return id;
  throw badRequest('message thread not found');
}

/** A file in a group is known to every bot there; here under one id, with Telegram under one id per bot. */
export function shareFiles(core: Core, chat: ChatState, message: Message): void {
  for (const [, id = ''] of JSON.stringify(message).matchAll(/"file_id":"([^"]+)"/g)) {
    const record = core.state.files.get(id);
    if (record === undefined) continue;
    for (const bot of botsOf(core, chat)) bot.state.files.set(id, record);
  }
}

/**
 * Ids count through all private chats and basic groups of a bot; a supergroup counts its own. A basic group that
 * several bots share takes an id that is new to each of them.
 */
function nextMessageId(core: Core, chat: ChatState): number {
  if (chat.kind === 'group' && chat.supergroup) return chat.nextMessageId++;
  const states = chat.kind === 'group' ? botsOf(core, chat).map((bot) => bot.state) : [core.state];
  const id = Math.max(...states.map((state) => state.nextMessageId));
  for (const state of states) state.nextMessageId = id + 1;
  return id;
}

/** Gives a message its id and date and puts it into the chat. */
export function appendMessage(
  core: Core,
  chat: ChatState,
  content: Omit<Message, 'message_id' | 'chat' | 'date'>,
): Message {
  const { from, ...rest } = content;
  const message: Message = {
    message_id: nextMessageId(core, chat),
    from,
    chat: chatOf(chat),
    date: unixTime(core),
    ...rest,
  };
  chat.messages.set(message.message_id, message);
  core.touch();
  emitInChat(core, chat, { type: 'message', chatId: chat.id, messageId: message.message_id });
  return message;
}

/** Telegram nests replies one level deep. */
export function withoutReply(message: Message): Message {
  const { reply_to_message: _inner, ...rest } = message;
  return rest;
}
