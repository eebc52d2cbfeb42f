import { isDeepStrictEqual } from 'node:util';

import type { Core } from '../core.ts';
import { unixTime } from '../core.ts';
import { badRequest } from '../errors.ts';
import type { ChatState } from '../state.ts';
import type { Message } from '../types.ts';
import { emitInChat, isAdministrator } from '../world.ts';
import { readChat, readOwnMessage, readMessage } from './chats.ts';
import { readMedia } from './input-file.ts';
import type { MethodTable } from './method.ts';
import { readMediaItem, readMediaItemExtras } from './methods-album.ts';
import { readHints } from './methods-messages.ts';
import type { Params } from './params.ts';
import { readReplyMarkup } from './reply-markup.ts';
import { readCaption, readLinkPreview, readText } from './text.ts';

const DELETE_WINDOW_S = 48 * 3_600;
const CONTENT_FIELDS = [
  'text',
  'entities',
  'link_preview_options',
  'photo',
  'video',
  'audio',
  'voice',
  'document',
  'animation',
  'caption',
  'caption_entities',
  'show_caption_above_media',
  'has_media_spoiler',
  'reply_markup',
] as const;
const MEDIA_FIELDS = ['photo', 'video', 'audio', 'voice', 'document', 'animation'] as const;
const CAPTION_FIELDS = ['caption', 'caption_entities', 'show_caption_above_media'] as const;

function findTarget(core: Core, params: Params): { chat: ChatState; message: Message } {
  if (!params.has('chat_id') && params.has('inline_message_id')) {
    // No inline messages exist here, so no id can be right.
    throw badRequest('MESSAGE_ID_INVALID');
  }
  const chat = readChat(core, params, 'edit');
  return { chat, message: readOwnMessage(core, chat, params) };
}

/**
 * Puts the new content in place. An edit without `reply_markup` takes the buttons away, as in Telegram; one that
 * changes nothing is an error (Client.cpp 110).
 */
function applyEdit(core: Core, chat: ChatState, message: Message, params: Params, next: Message): Message {
  const markup = readReplyMarkup(params);
  if (markup.kind === 'inline') next.reply_markup = markup.keyboard;
  else delete next.reply_markup;
  if (CONTENT_FIELDS.every((field) => isDeepStrictEqual(message[field], next[field]))) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
        'content and reply markup of the message',
    );
  }
  core.flood.check(chat.id);
  next.edit_date = unixTime(core);
  chat.messages.set(message.message_id, next);
  core.touch();
  emitInChat(core, chat, { type: 'edit', chatId: chat.id, messageId: message.message_id });
  return next;
}

function without(message: Message, fields: readonly (keyof Message)[]): Message {
  const copy = { ...message };
  for (const field of fields) delete copy[field];
  return copy;
}

export const editMethods: MethodTable = {
  editmessagetext(core, params) {
    const text = readText(params);
    const { chat, message } = findTarget(core, params);
    if (message.text === undefined) throw badRequest('there is no text in the message to edit');
    const base = without(message, ['text', 'entities', 'link_preview_options']);
    return applyEdit(core, chat, message, params, { ...base, ...text, ...readLinkPreview(params) });
  },

  editmessagecaption(core, params) {
    const { chat, message } = findTarget(core, params);
    if (MEDIA_FIELDS.every((field) => message[field] === undefined)) {
      throw badRequest('there is no caption in the message to edit');
    }
    const above = params.boolean('show_caption_above_media') ? { show_caption_above_media: true } : {};
    const base = without(message, CAPTION_FIELDS);
    return applyEdit(core, chat, message, params, { ...base, ...readCaption(params), ...above });
  },

  async editmessagemedia(core, params) {
    const { chat, message } = findTarget(core, params);
    const value = params.json('media', "can't parse media JSON object");
    if (value === undefined) throw badRequest('media must be non-empty');
    const { kind, item, media } = readMediaItem(value);
    if (MEDIA_FIELDS.every((field) => message[field] === undefined) && message.text === undefined) {
      throw badRequest("message media can't be edited");
    }
    const file = await readMedia(core, params, kind, media, readHints(item));
    const base = without(message, [
      ...MEDIA_FIELDS,
      ...CAPTION_FIELDS,
      'text',
      'entities',
      'link_preview_options',
      'has_media_spoiler',
    ]);
    return applyEdit(core, chat, message, params, { ...base, ...file, ...readMediaItemExtras(item) });
  },

  editmessagereplymarkup(core, params) {
    const { chat, message } = findTarget(core, params);
    return applyEdit(core, chat, message, params, { ...message });
  },

  deletemessage(core, params) {
    const chat = readChat(core, params, 'write');
    if (!params.has('message_id')) throw badRequest('message identifier is not specified');
    const message = readMessage(chat, params, 'delete');
    if (!canDelete(core, chat, message)) throw badRequest("message can't be deleted");
    remove(core, chat, [message.message_id]);
    return true;
  },

  deletemessages(core, params) {
    const chat = readChat(core, params, 'write');
    const ids = params.json('message_ids', "can't parse message identifiers JSON object");
    if (!Array.isArray(ids) || ids.length === 0) throw badRequest('message identifiers are not specified');
    if (ids.length > 100) throw badRequest('too many message identifiers specified');
    // Messages that are gone or too old are skipped.
    const found = ids.map(Number).filter((id) => {
      const message = chat.messages.get(id);
      return message !== undefined && canDelete(core, chat, message);
    });
    remove(core, chat, found);
    return true;
  },
};

/** For 48 hours; in a private chat both sides' messages, in a group others' only as administrator. */
function canDelete(core: Core, chat: ChatState, message: Message): boolean {
  if (chat.kind === 'group' && isAdministrator(chat, core.bot.id)) return true;
  if (chat.kind === 'group' && message.from.id !== core.bot.id) return false;
  return unixTime(core) - message.date < DELETE_WINDOW_S;
}

function remove(core: Core, chat: ChatState, messageIds: number[]): void {
  for (const id of messageIds) chat.messages.delete(id);
  core.touch();
  emitInChat(core, chat, { type: 'delete', chatId: chat.id, messageIds });
}
