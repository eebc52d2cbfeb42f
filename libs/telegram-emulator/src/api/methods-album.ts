import { ApiError, badRequest } from '../errors.ts';
import type { MediaKind, Message } from '../types.ts';
import { readWritableChat } from './chats.ts';
import { readMedia } from './input-file.ts';
import type { MethodTable } from './method.ts';
import { readHints } from './methods-messages.ts';
import { Params } from './params.ts';
import type { MessageContent } from './post-message.ts';
import { postBotMessage, readSendOptions } from './post-message.ts';
import { formatCaption } from './text.ts';

const MAX_ITEMS = 10;
const KINDS = new Set<string>(['photo', 'video', 'audio', 'document', 'animation']);

/** One entry of `media`, read as an argument list of its own. */
export function readMediaItem(value: unknown): { kind: MediaKind; item: Params; media: string } {
  if (typeof value !== 'object' || value === null)
    throw badRequest("can't parse InputMedia: expected an Object");
  const item = new Params(new Map(Object.entries(value)));
  const kind = item.text('type').toLowerCase();
  if (!KINDS.has(kind)) throw badRequest(`type "${kind}" is unsupported`);
  return { kind: kind as MediaKind, item, media: item.text('media') };
}

/** Captions and flags of an InputMedia. */
export function readMediaItemExtras(item: Params): MessageContent {
  const entities = item.json('caption_entities', "can't parse entities JSON object");
  return {
    ...formatCaption(item.text('caption'), item.text('parse_mode'), entities),
    ...(item.boolean('has_spoiler') ? { has_media_spoiler: true } : {}),
    ...(item.boolean('show_caption_above_media') ? { show_caption_above_media: true } : {}),
  };
}

/** Albums: all items are read before the first is sent, so a bad one sends nothing. */
export const albumMethods: MethodTable = {
  async sendmediagroup(core, params) {
    const chat = readWritableChat(core, params);
    const list = params.json('media', "can't parse media JSON object");
    if (!Array.isArray(list)) throw badRequest('media must be an Array');
    if (list.length === 0) throw badRequest('there are no messages to send');
    if (list.length > MAX_ITEMS) throw badRequest('too many messages to send as an album');
    const options = readSendOptions(chat, params);
    const contents: MessageContent[] = [];
    const groups = new Set<string>();
    for (const [index, entry] of list.entries()) {
      const { kind, item, media } = readMediaItem(entry);
      // Photos and videos mix; audio files and documents only with their own kind (td MessageContent.cpp 5335).
      if (kind === 'animation') throw badRequest("can't use the media of the specified type in the album");
      groups.add(kind === 'photo' || kind === 'video' ? 'visual' : kind);
      try {
        const file = await readMedia(
          core,
          new Params(params.values, params.uploads),
          kind,
          media,
          readHints(item),
        );
        contents.push({ ...file, ...readMediaItemExtras(item) });
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 400) throw error;
        const reason = error.message.replace(/^Bad Request: /, '');
        throw badRequest(`failed to send message #${index + 1} with the error message "${reason}"`);
      }
    }
    if (groups.size > 1) throw badRequest("can't use the media of the specified type in the album");
    core.flood.check(chat.id);
    const group: { media_group_id?: string } = list.length > 1 ? { media_group_id: core.ids.digits() } : {};
    const messages: Message[] = [];
    for (const content of contents) {
      messages.push(postBotMessage(core, chat, { ...content, ...group }, { kind: 'none' }, options));
    }
    return messages;
  },
};
