import { badRequest } from '../errors.ts';
import type { MessageEntity } from '../types.ts';
import type { FormattedText } from './entities.ts';
import { sortEntities, trimmed, withFoundEntities } from './entities.ts';
import { parseHtml } from './html.ts';
import { parseMarkdownV2 } from './markdown-v2.ts';
import { parseMarkdown } from './markdown.ts';

const MAX_RAW_BYTES = 1 << 15;

/** The text, `parse_mode` and explicit entities of a call, turned into what a reader sees. */
export function formatText(raw: string, parseMode: string, entities: unknown): FormattedText {
  if (Buffer.byteLength(raw) > MAX_RAW_BYTES) throw badRequest('text is too long');
  return trimmed(withFoundEntities(parse(raw, parseMode, entities)));
}

function parse(raw: string, parseMode: string, entities: unknown): FormattedText {
  const mode = parseMode.toLowerCase();
  if (raw === '' || mode === '' || mode === 'none') {
    return { text: raw, entities: sortEntities(explicitEntities(raw, entities)) };
  }
  if (mode === 'html') return parseHtml(raw);
  if (mode === 'markdownv2') return parseMarkdownV2(raw);
  if (mode === 'markdown') return parseMarkdown(raw);
  throw badRequest('unsupported parse_mode');
}

function explicitEntities(text: string, value: unknown): MessageEntity[] {
  if (!Array.isArray(value)) return [];
  return value.map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) {
      throw badRequest("can't parse MessageEntity: expected an Object");
    }
    const entity = entry as Partial<MessageEntity>;
    if (!Number.isInteger(entity.offset))
      throw badRequest(`can't parse MessageEntity: Can't find field "offset"`);
    if (!Number.isInteger(entity.length))
      throw badRequest(`can't parse MessageEntity: Can't find field "length"`);
    if (typeof entity.type !== 'string')
      throw badRequest(`can't parse MessageEntity: Can't find field "type"`);
    const offset = entity.offset ?? 0;
    const length = Math.min(entity.length ?? 0, text.length - offset);
    if (offset < 0 || length <= 0) throw badRequest('entity beginning or end is out of the text');
    return { ...(entity as MessageEntity), offset, length };
  });
}
