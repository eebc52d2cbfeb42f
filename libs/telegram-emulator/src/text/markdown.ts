import { badRequest } from '../errors.ts';
import type { MessageEntity } from '../types.ts';
import type { FormattedText } from './entities.ts';
import { byteOffset, sortEntities } from './entities.ts';
import { linkEntity } from './links.ts';

const MARKS: [mark: string, type: string][] = [
  ['```', 'pre'],
  ['`', 'code'],
  ['*', 'bold'],
  ['_', 'italic'],
  ['[', 'text_link'],
];

/** The legacy `parse_mode: Markdown`: no nesting, four kinds of mark (td MessageEntity.cpp parse_markdown, to 2033). */
export function parseMarkdown(source: string): FormattedText {
  const entities: MessageEntity[] = [];
  let text = '';
  let index = 0;
  while (index < source.length) {
    if (source[index] === '\\' && /[_*`[]/.test(source.charAt(index + 1))) {
      text += source.charAt(index + 1);
      index += 2;
      continue;
    }
    const found = MARKS.find(([mark]) => source.startsWith(mark, index));
    if (found === undefined) {
      text += source.charAt(index);
      index += 1;
      continue;
    }
    const [mark, type] = found;
    const start = index + mark.length;
    const end = source.indexOf(type === 'text_link' ? ']' : mark, start);
    if (end < 0) {
      throw badRequest(
        `can't parse entities: Can't find end of the entity starting at byte offset ${byteOffset(source, index)}`,
      );
    }
    let inner = source.slice(start, end);
    index = end + (type === 'text_link' ? 1 : mark.length);
    const offset = text.length;
    let language: string | undefined;
    if (type === 'pre') {
      language = /^([^\s`]+)\s/.exec(inner)?.[1];
      inner = inner.slice(language?.length ?? 0).replace(/^(?:\r\n|\n|\r)/, '');
    }
    text += inner;
    const { length } = inner;
    if (length === 0) continue;
    if (type === 'text_link') {
      const target = /^\(([^)]*)\)/.exec(source.slice(index));
      index += target?.[0].length ?? 0;
      const entity = linkEntity(target?.[1] ?? inner, offset, length);
      if (entity !== undefined) entities.push(entity);
    } else {
      entities.push({ type, offset, length, ...(language === undefined ? {} : { language }) });
    }
  }
  return { text, entities: sortEntities(entities) };
}
