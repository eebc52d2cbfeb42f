import type { GenerationFile } from '@kie/database';
import { extensionOf, type StoredMedia } from '@kie/media-store';
import type { Params } from '../api/request-body.ts';
import { upload, type Upload } from '../api/upload.ts';
import { escapeHtml, htmlToText } from '../html.ts';
import type { InlineKeyboard } from '../render.ts';

/** Opens a stored result; `mediaStore.get` fits. */
export type OpenFile = (storageKey: string) => Promise<Pick<StoredMedia, 'bytes'>>;

/** What stands under a result. */
export interface Caption {
  /** Telegram HTML of at most 1024 visible characters. */
  readonly caption: string;
  /** Albums cannot have buttons; there it is left out. */
  readonly keyboard?: InlineKeyboard;
}

/** The Bot API's limits for uploads, in bytes. */
export const maxUploadBytes = 50_000_000;
const maxPhotoBytes = 10_000_000;
const maxText = 4096;

/** How to send; starts as the best way and gets more modest with each refusal. */
export interface Manner {
  /** Telegram's file ids of an earlier sending, by `n`; then nothing is uploaded. */
  readonly fileIds: Readonly<Record<string, string>> | undefined;
  readonly asDocument: boolean;
  readonly plainCaption: boolean;
}

/** One Bot API call that brings a result. */
export interface Outgoing {
  readonly method: string;
  readonly params: Params;
}

type Sort = 'photo' | 'video' | 'audio' | 'document' | 'text';

/** Larger or oddly shaped images are refused as a photo. */
function sortOf(file: GenerationFile, { asDocument }: Manner): Sort {
  if (file.kind === 'text' && file.bytes <= maxText && !asDocument) return 'text';
  if (asDocument) return 'document';
  if (file.kind === 'video') return 'video';
  if (file.kind === 'audio') return 'audio';
  if (file.kind !== 'image' || file.bytes > maxPhotoBytes) return 'document';
  if (!['image/jpeg', 'image/png', 'image/webp'].includes(file.mime)) return 'document';
  const [width, height] = [file.width ?? 1, file.height ?? 1];
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
  return width + height <= 10_000 && ratio <= 20 ? 'photo' : 'document';
}

/** Builds the call for the files of one delivery: one message, or an album for several. */
export async function outgoingOf(
  chatId: number,
  files: readonly GenerationFile[],
  { caption, keyboard }: Caption,
  manner: Manner,
  openFile: OpenFile,
): Promise<Outgoing> {
  const captionText = manner.plainCaption ? htmlToText(caption).slice(0, 1000) : caption;
  const format = manner.plainCaption ? {} : { parse_mode: 'HTML' };
  const buttons =
    keyboard === undefined || keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard } };

  const content = async (file: GenerationFile): Promise<Upload | string> => {
    const known = manner.fileIds?.[String(file.n)];
    if (known !== undefined) return known;
    const stored = await openFile(file.storage_key);
    return upload(
      new Uint8Array(await stored.bytes()),
      `result-${file.n + 1}.${extensionOf(file.mime)}`,
      file.mime,
    );
  };

  const [first] = files;
  if (first === undefined) throw new TypeError('A delivery without files cannot be sent.');
  if (files.length > 1) {
    const type = files.every((file) => sortOf(file, manner) === 'photo') ? 'photo' : 'document';
    const media = [];
    for (const [index, file] of files.entries()) {
      const withCaption = index === 0 ? { caption: captionText, ...format } : {};
      media.push({ type, media: await content(file), ...withCaption });
    }
    return { method: 'sendMediaGroup', params: { chat_id: chatId, media } };
  }

  const sort = sortOf(first, manner);
  if (sort === 'text') {
    const bytes = await (await openFile(first.storage_key)).bytes();
    const body = new TextDecoder().decode(bytes);
    const text = manner.plainCaption ? `${captionText}\n\n${body}` : `${captionText}\n\n${escapeHtml(body)}`;
    if (htmlToText(text).length <= maxText) {
      return { method: 'sendMessage', params: { chat_id: chatId, text, ...format, ...buttons } };
    }
    return outgoingOf(
      chatId,
      files,
      { caption, ...(keyboard ? { keyboard } : {}) },
      { ...manner, asDocument: true },
      openFile,
    );
  }
  const common = { chat_id: chatId, caption: captionText, ...format, ...buttons };
  const media = { [sort]: await content(first) };
  return { method: methods[sort], params: { ...common, ...media, ...details(first, sort) } };
}

const methods = {
  photo: 'sendPhoto',
  video: 'sendVideo',
  audio: 'sendAudio',
  document: 'sendDocument',
} as const;

/** Without its size a video is shown square until it is played. */
function details({ width, height, seconds }: GenerationFile, sort: Sort): Params {
  const duration = seconds === null ? {} : { duration: Math.max(1, Math.round(Number(seconds))) };
  if (sort === 'audio') return duration;
  if (sort !== 'video') return {};
  return { supports_streaming: true, ...duration, ...(width && height ? { width, height } : {}) };
}
