import type { Core } from '../core.ts';
import { chatOf, unixTime } from '../core.ts';
import { badRequest } from '../errors.ts';
import type { ChatState } from '../state.ts';
import type { Message } from '../types.ts';
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
  if (params.has('message_thread_id')) {
    // Private chats here have no topics (Client.cpp 8255).
    throw badRequest('message thread not found');
  }
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
    ...(options.protect ? { has_protected_content: true } : {}),
    ...(options.reply === undefined ? {} : { reply_to_message: withoutReply(options.reply) }),
    ...(markup.kind === 'inline' ? { reply_markup: markup.keyboard } : {}),
  });
  return message;
}

/** Gives a message its id and date and puts it into the chat. Ids count through all chats of a bot. */
export function appendMessage(
  core: Core,
  chat: ChatState,
  content: Omit<Message, 'message_id' | 'chat' | 'date'>,
): Message {
  const { from, ...rest } = content;
  const message: Message = {
    message_id: core.state.nextMessageId++,
    from,
    chat: chatOf(chat),
    date: unixTime(core),
    ...rest,
  };
  chat.messages.set(message.message_id, message);
  core.touch();
  core.events.emit({ type: 'message', userId: chat.user.id, messageId: message.message_id });
  return message;
}

/** Telegram nests replies one level deep. */
export function withoutReply(message: Message): Message {
  const { reply_to_message: _inner, ...rest } = message;
  return rest;
}
