import { appendMessage } from '../api/post-message.ts';
import type { Core } from '../core.ts';
import { chatOf, unixTime } from '../core.ts';
import { imageSize } from '../media/image-size.ts';
import type { IncomingFile, MediaHints } from '../media/store-file.ts';
import { storeMedia, storePhoto } from '../media/store-file.ts';
import type { ChatState } from '../state.ts';
import { characterCount } from '../text/entities.ts';
import { formatText } from '../text/formatted-text.ts';
import type { MediaKind, Message, User } from '../types.ts';

const CALLBACK_LIFE_MS = 150_000;

/** Who a simulated person is. */
export interface Person {
  /** A positive number; the next free one when absent. Also the id of the private chat. */
  id?: number;
  /** First name, default `Ann`. */
  name?: string;
  username?: string;
  /** As Telegram gives it to the bot, e.g. `en` or `ru`. */
  languageCode?: string;
}

/** Finds or creates a person's chat with the bot. */
export function person(core: Core, { id, name, username, languageCode }: Person = {}): ChatState {
  const userId = id ?? nextUserId(core);
  if (!Number.isSafeInteger(userId) || userId <= 0)
    throw new TypeError(`A user id is a positive integer, not ${id}.`);
  const known = core.state.chats.get(userId);
  if (known !== undefined) {
    if (name !== undefined) known.user.first_name = name;
    if (username !== undefined) known.user.username = username;
    if (languageCode !== undefined) known.user.language_code = languageCode;
    return known;
  }
  const user: User = {
    id: userId,
    is_bot: false,
    first_name: name ?? 'Ann',
    ...(username === undefined ? {} : { username }),
    language_code: languageCode ?? 'en',
  };
  const chat: ChatState = { user, started: false, blocked: false, messages: new Map(), reactions: {} };
  core.state.chats.set(userId, chat);
  core.touch();
  return chat;
}

function nextUserId(core: Core): number {
  let id = 1001;
  while (core.state.chats.has(id)) id += 1;
  return id;
}

/** Options of everything a person sends. */
export interface SendOptions {
  /** Id of the message that this one answers. */
  replyTo?: number;
}

function send(
  core: Core,
  chat: ChatState,
  content: Omit<Message, 'message_id' | 'chat' | 'date' | 'from'>,
  { replyTo }: SendOptions = {},
): Message {
  if (chat.blocked) {
    throw new Error(`${chat.user.first_name} has blocked the bot; unblock it first.`);
  }
  chat.started = true;
  const reply = replyTo === undefined ? undefined : chat.messages.get(replyTo);
  const message = appendMessage(core, chat, {
    from: chat.user,
    ...content,
    ...(reply === undefined ? {} : { reply_to_message: reply }),
  });
  core.queue.push('message', `chat:${chat.user.id}`, message);
  return message;
}

/** A person writes. Commands, links and mentions in the text are marked as Telegram marks them. */
export function sendText(core: Core, chat: ChatState, raw: string, options?: SendOptions): Message {
  const { text, entities } = formatText(raw, '', undefined);
  if (text === '') throw new TypeError('A message needs some text.');
  if (characterCount(text) > 4_096)
    throw new TypeError('Telegram splits messages over 4096 characters; send less.');
  if (chat.keyboard?.one_time_keyboard === true && hasButton(chat, text)) delete chat.keyboard;
  return send(core, chat, { text, ...(entities.length === 0 ? {} : { entities }) }, options);
}

function hasButton(chat: ChatState, text: string): boolean {
  return chat.keyboard?.keyboard.flat().some((button) => button.text === text) === true;
}

export interface FileOptions extends SendOptions, MediaHints {
  caption?: string;
  fileName?: string;
  mime?: string;
  /** Messages with the same group are one album. */
  mediaGroupId?: string;
}

/** A person sends a file as the given kind. */
export function sendFile(
  core: Core,
  chat: ChatState,
  kind: MediaKind,
  bytes: Uint8Array,
  options: FileOptions = {},
): Message {
  if (bytes.byteLength === 0) throw new TypeError('The file is empty.');
  const file: IncomingFile = {
    bytes,
    ...(options.fileName === undefined ? {} : { fileName: options.fileName }),
    ...(options.mime === undefined ? {} : { mime: options.mime }),
  };
  if (kind === 'photo' && imageSize(bytes) === undefined) {
    throw new TypeError('These bytes are no PNG, JPEG, GIF or WebP picture; send them as a document.');
  }
  const media =
    kind === 'photo' ? { photo: storePhoto(core, file) } : { [kind]: storeMedia(core, kind, file, options) };
  const { text, entities } = formatText(options.caption ?? '', '', undefined);
  return send(
    core,
    chat,
    {
      ...media,
      ...(text === '' ? {} : { caption: text }),
      ...(entities.length === 0 ? {} : { caption_entities: entities }),
      ...(options.mediaGroupId === undefined ? {} : { media_group_id: options.mediaGroupId }),
    },
    options,
  );
}

/** A person taps an inline button that carries `callback_data`. Returns the id of the callback query. */
export function tapInline(core: Core, chat: ChatState, message: Message, data: string): string {
  const id = core.ids.digits();
  const expiresAt = core.clock.now() + CALLBACK_LIFE_MS;
  core.state.callbacks.set(id, { id, userId: chat.user.id, messageId: message.message_id, expiresAt });
  core.queue.push('callback_query', `callback:${chat.user.id}`, {
    id,
    from: chat.user,
    message,
    chat_instance: `${chat.user.id}000001`,
    data,
  });
  void core.clock.sleep(CALLBACK_LIFE_MS).then(() => {
    if (!core.state.callbacks.delete(id)) return;
    core.touch();
    core.events.emit({ type: 'callback_expired', userId: chat.user.id, callbackId: id });
  });
  return id;
}

/** A person stops or restarts the bot; the bot learns it by `my_chat_member`. */
export function setBlocked(core: Core, chat: ChatState, blocked: boolean): void {
  if (chat.blocked === blocked) return;
  const member = (status: string): Record<string, unknown> => ({
    user: core.bot,
    status,
    ...(status === 'kicked' ? { until_date: 0 } : {}),
  });
  chat.blocked = blocked;
  core.touch();
  core.queue.push('my_chat_member', `chat:${chat.user.id}`, {
    chat: chatOf(chat),
    from: chat.user,
    date: unixTime(core),
    old_chat_member: member(blocked ? 'member' : 'kicked'),
    new_chat_member: member(blocked ? 'kicked' : 'member'),
  });
  core.events.emit({ type: 'chat', userId: chat.user.id });
}

/** A person edits one of their own messages. */
export function editText(core: Core, chat: ChatState, messageId: number, raw: string): Message {
  const message = chat.messages.get(messageId);
  if (message === undefined || message.from.id !== chat.user.id || message.text === undefined) {
    throw new Error(`Message ${messageId} is no text of ${chat.user.first_name}.`);
  }
  const { entities: _old, ...rest } = message;
  const { text, entities } = formatText(raw, '', undefined);
  const next: Message = {
    ...rest,
    text,
    ...(entities.length === 0 ? {} : { entities }),
    edit_date: unixTime(core),
  };
  chat.messages.set(messageId, next);
  core.touch();
  core.queue.push('edited_message', `chat:${chat.user.id}`, next);
  core.events.emit({ type: 'edit', userId: chat.user.id, messageId });
  return next;
}

/** A person reacts to a message; the bot hears of it only if it asked for `message_reaction`. */
export function react(core: Core, chat: ChatState, messageId: number, emoji: string | undefined): void {
  const entry = (chat.reactions[messageId] ??= { bot: [], user: [] });
  const old = entry.user;
  entry.user = emoji === undefined ? [] : [{ type: 'emoji', emoji }];
  core.touch();
  core.queue.push('message_reaction', `chat:${chat.user.id}`, {
    chat: chatOf(chat),
    message_id: messageId,
    user: chat.user,
    date: unixTime(core),
    old_reaction: old,
    new_reaction: entry.user,
  });
  core.events.emit({ type: 'edit', userId: chat.user.id, messageId });
}
