import { badRequest } from '../errors.ts';
import type { MessageEntity } from '../types.ts';
import { characterCount } from '../text/entities.ts';
import { formatText } from '../text/formatted-text.ts';
import type { Params } from './params.ts';

const MAX_TEXT = 4_096;
const MAX_CAPTION = 1_024;

/** Text of sendMessage and editMessageText. */
export function readText(params: Params): { text: string; entities?: MessageEntity[] } {
  const raw = params.text('text');
  if (raw === '') throw badRequest('message text is empty');
  const { text, entities } = formatText(raw, params.text('parse_mode'), readEntities(params, 'entities'));
  if (text === '') throw badRequest('text must be non-empty');
  if (characterCount(text) > MAX_TEXT) throw badRequest('message is too long');
  return { text, ...(entities.length === 0 ? {} : { entities }) };
}

export interface Caption {
  caption?: string;
  caption_entities?: MessageEntity[];
}

/** Caption of a media message; absent when empty. */
export function readCaption(params: Params): Caption {
  return formatCaption(
    params.text('caption'),
    params.text('parse_mode'),
    readEntities(params, 'caption_entities'),
  );
}

export function formatCaption(raw: string, parseMode: string, given: unknown): Caption {
  const { text, entities } = formatText(raw, parseMode, given);
  if (characterCount(text) > MAX_CAPTION) throw badRequest('message caption is too long');
  if (text === '') return {};
  return { caption: text, ...(entities.length === 0 ? {} : { caption_entities: entities }) };
}

function readEntities(params: Params, name: string): unknown {
  return params.json(name, `can't parse entities JSON object`);
}

/** `link_preview_options`, or what the older `disable_web_page_preview` means. */
export function readLinkPreview(params: Params): { link_preview_options?: Record<string, unknown> } {
  const value = params.json('link_preview_options', "can't parse link preview options JSON object");
  if (value === undefined) {
    return params.boolean('disable_web_page_preview') ? { link_preview_options: { is_disabled: true } } : {};
  }
  if (typeof value !== 'object' || value === null)
    throw badRequest('object expected as link preview options');
  return { link_preview_options: value as Record<string, unknown> };
}
