import { appendMessage, shareFiles, threadFields, withoutReply } from '../api/post-message.ts';
import type { Core } from '../core.ts';
import { unixTime } from '../core.ts';
import { imageSize } from '../media/image-size.ts';
import type { IncomingFile, MediaHints } from '../media/store-file.ts';
import { storeMedia, storePhoto } from '../media/store-file.ts';
import type { ChatState } from '../state.ts';
import { characterCount } from '../text/entities.ts';
import { formatText } from '../text/formatted-text.ts';
import type { MediaKind, Message, User } from '../types.ts';
import { pushMessage } from '../updates/privacy.ts';
import { emitInChat, isMember } from '../world.ts';
import type { Seat } from './people.ts';

/** Options of everything a person sends. */
export interface SendOptions {
  /** Id of the message that this one answers. */
  replyTo?: number;
  /** Id of a topic of a forum. */
  threadId?: number;
}

function send(
  core: Core,
  { chat, user }: Seat,
  content: Omit<Message, 'message_id' | 'chat' | 'date' | 'from'>,
  { replyTo, threadId }: SendOptions = {},
): Message {
  checkMaySend(chat, user);
  const reply = replyTo === undefined ? undefined : chat.messages.get(replyTo);
  if (threadId !== undefined && !(chat.kind === 'group' && chat.topics.has(threadId))) {
    throw new Error(`There is no topic ${threadId} in this chat.`);
  }
  const message = appendMessage(core, chat, {
    from: user,
    ...content,
    ...threadFields(threadId),
    ...(reply === undefined ? {} : { reply_to_message: withoutReply(reply) }),
  });
  if (chat.kind === 'group') shareFiles(core, chat, message);
  pushMessage(core, chat, 'message', message);
  return message;
}

function checkMaySend(chat: ChatState, user: User): void {
  if (chat.kind === 'private') {
    if (chat.blocked) throw new Error(`${user.first_name} has blocked the bot; unblock it first.`);
    if (chat.deactivated === true) throw new Error(`The account of ${user.first_name} is gone.`);
    chat.started = true;
    return;
  }
  if (chat.migratedTo !== undefined) {
    throw new Error(`The group became supergroup ${chat.migratedTo}; write there.`);
  }
  if (chat.deleted === true) throw new Error('The group was deleted.');
  if (!isMember(chat, user.id)) throw new Error(`${user.first_name} is not in the group ${chat.title}.`);
}

/** A person writes. Commands, links and mentions in the text are marked as Telegram marks them. */
export function sendText(core: Core, seat: Seat, raw: string, options?: SendOptions): Message {
  const { chat } = seat;
  const { text, entities } = formatText(raw, '', undefined);
  if (text === '') throw new TypeError('A message needs some text.');
  if (characterCount(text) > 4_096)
    throw new TypeError('Telegram splits messages over 4096 characters; send less.');
  if (chat.keyboard?.one_time_keyboard === true && hasButton(chat, text)) delete chat.keyboard;
  return send(core, seat, { text, ...(entities.length === 0 ? {} : { entities }) }, options);
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
  seat: Seat,
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
    seat,
    {
      ...media,
      ...(text === '' ? {} : { caption: text }),
      ...(entities.length === 0 ? {} : { caption_entities: entities }),
      ...(options.mediaGroupId === undefined ? {} : { media_group_id: options.mediaGroupId }),
    },
    options,
  );
}

/** A person edits one of their own messages. */
export function editText(core: Core, { chat, user }: Seat, messageId: number, raw: string): Message {
  const message = chat.messages.get(messageId);
  if (message === undefined || message.from.id !== user.id || message.text === undefined) {
    throw new Error(`Message ${messageId} is no text of ${user.first_name}.`);
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
  pushMessage(core, chat, 'edited_message', next);
  emitInChat(core, chat, { type: 'edit', chatId: chat.id, messageId });
  return next;
}
