import type { Core } from '../core.ts';
import { badRequest } from '../errors.ts';
import type { MediaHints } from '../media/store-file.ts';
import type { MediaKind } from '../types.ts';
import { emitInChat } from '../world.ts';
import { readWritableChat } from './chats.ts';
import { readMedia } from './input-file.ts';
import type { MethodTable } from './method.ts';
import type { Params } from './params.ts';
import type { MessageContent } from './post-message.ts';
import { postBotMessage, readSendOptions } from './post-message.ts';
import { readReplyMarkup } from './reply-markup.ts';
import { readCaption, readLinkPreview, readText } from './text.ts';

/** Optional facts that a caller states about its file. */
export function readHints(source: { text(name: string): string; integer(name: string): number }): MediaHints {
  const hints: MediaHints = {};
  for (const name of ['width', 'height', 'duration'] as const) {
    if (source.text(name) !== '') hints[name] = source.integer(name);
  }
  for (const name of ['title', 'performer'] as const) {
    if (source.text(name) !== '') hints[name] = source.text(name);
  }
  return hints;
}

async function sendMedia(core: Core, params: Params, kind: MediaKind): Promise<unknown> {
  const chat = readWritableChat(core, params);
  const markup = readReplyMarkup(params);
  const options = readSendOptions(chat, params);
  const caption = readCaption(params);
  const media = await readMedia(core, params, kind, params.text(kind), readHints(params));
  core.flood.check(chat.id);
  const content: MessageContent = {
    ...media,
    ...caption,
    ...(params.boolean('has_spoiler') ? { has_media_spoiler: true } : {}),
    ...(params.boolean('show_caption_above_media') ? { show_caption_above_media: true } : {}),
  };
  return postBotMessage(core, chat, content, markup, options);
}

/** sendMessage and its kin. */
export const messageMethods: MethodTable = {
  sendmessage(core, params) {
    const text = readText(params);
    const chat = readWritableChat(core, params);
    const markup = readReplyMarkup(params);
    const options = readSendOptions(chat, params);
    const preview = readLinkPreview(params);
    core.flood.check(chat.id);
    return postBotMessage(core, chat, { ...text, ...preview }, markup, options);
  },
  sendphoto: (core, params) => sendMedia(core, params, 'photo'),
  sendvideo: (core, params) => sendMedia(core, params, 'video'),
  sendaudio: (core, params) => sendMedia(core, params, 'audio'),
  sendvoice: (core, params) => sendMedia(core, params, 'voice'),
  senddocument: (core, params) => sendMedia(core, params, 'document'),
  sendanimation: (core, params) => sendMedia(core, params, 'animation'),

  sendchataction(core, params) {
    const chat = readWritableChat(core, params);
    const action = params.text('action').toLowerCase();
    if (action === '') throw badRequest('wrong parameter action in request');
    if (!CHAT_ACTIONS.has(action)) throw badRequest('wrong parameter action in request');
    emitInChat(core, chat, { type: 'action', chatId: chat.id, action });
    return true;
  },
};

const CHAT_ACTIONS = new Set([
  'cancel',
  'typing',
  'record_video',
  'upload_video',
  'record_audio',
  'record_voice',
  'upload_audio',
  'upload_voice',
  'upload_photo',
  'upload_document',
  'choose_sticker',
  'find_location',
  'pick_up_location',
  'record_video_note',
  'upload_video_note',
]);
