import { badRequest } from '../errors.ts';
import type { MessageEntity } from '../types.ts';
import type { FormattedText } from './entities.ts';
import { byteOffset, sortEntities } from './entities.ts';
import { readAttributes, readCharacterReference } from './html-scan.ts';
import { linkEntity } from './links.ts';

/** Tags that only wrap, and the entity they make. The other supported tags need their attributes. */
const SIMPLE: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
};
const OTHERS = new Set(['a', 'pre', 'code', 'blockquote', 'tg-emoji']);

interface OpenTag {
  name: string;
  attributes: Map<string, string>;
  offset: number;
}

function fail(text: string): Error {
  return badRequest(`can't parse entities: ${text}`);
}

/**
 * `parse_mode: HTML`. Tags, attributes, character references and error texts follow td MessageEntity.cpp parse_html
 * (3296-3559, commit 022d602); `tg-time` is not modelled and is refused as an unsupported tag.
 */
export function parseHtml(source: string): FormattedText {
  const entities: MessageEntity[] = [];
  const open: OpenTag[] = [];
  let text = '';
  for (let index = 0; index < source.length;) {
    const char = source.charAt(index);
    const reference = char === '&' ? readCharacterReference(source, index) : undefined;
    if (reference !== undefined) {
      text += reference.value;
      index = reference.end;
    } else if (char !== '<') {
      text += char;
      index += 1;
    } else if (source[index + 1] === '/') {
      index = closeTag(source, index, open, entities, text);
    } else {
      index = openTag(source, index, open, text.length);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw fail(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  }
  // `class="language-x"` only means something on the code of a pre.
  for (const entity of entities) if (entity.type === 'code') delete entity.language;
  return { text, entities: sortEntities(entities) };
}

function openTag(source: string, start: number, open: OpenTag[], offset: number): number {
  const at = byteOffset(source, start);
  const name = /^[^\s>]*/.exec(source.slice(start + 1))?.[0].toLowerCase() ?? '';
  const afterName = start + 1 + name.length;
  if (afterName >= source.length) throw fail(`Unclosed start tag at byte offset ${at}`);
  if (!(name in SIMPLE) && !OTHERS.has(name)) {
    throw fail(`Unsupported start tag "${name}" at byte offset ${at}`);
  }
  const attributes = readAttributes(source, afterName);
  if ('failure' in attributes) {
    if (attributes.failure === 'empty_name') {
      throw fail(`Empty attribute name in the tag "${name}" at byte offset ${at}`);
    }
    if (attributes.failure === 'unclosed_named')
      throw fail(`Unclosed start tag "${name}" at byte offset ${at}`);
    if (attributes.failure === 'unclosed') throw fail(`Unclosed start tag at byte offset ${at}`);
    throw fail(`Unexpected end of name token at byte offset ${byteOffset(source, attributes.at)}`);
  }
  if (name === 'span' && attributes.values.get('class') !== 'tg-spoiler') {
    throw fail(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`);
  }
  open.push({ name, attributes: attributes.values, offset });
  return attributes.end + 1;
}

function closeTag(
  source: string,
  start: number,
  open: OpenTag[],
  entities: MessageEntity[],
  text: string,
): number {
  const at = byteOffset(source, start);
  const tag = open.at(-1);
  if (tag === undefined) throw fail(`Unexpected end tag at byte offset ${at}`);
  const match = /^([^\s>]*)\s*(>?)/.exec(source.slice(start + 2));
  const name = match?.[1]?.toLowerCase() ?? '';
  if (match?.[2] !== '>') throw fail(`Unclosed end tag at byte offset ${at}`);
  if (name !== '' && name !== tag.name) {
    throw fail(`Unmatched end tag at byte offset ${at}, expected "</${tag.name}>", found "</${name}>"`);
  }
  const length = text.length - tag.offset;
  if (length > 0) addEntity(tag, length, entities, text);
  open.pop();
  return start + 2 + match[0].length;
}

function addEntity(tag: OpenTag, length: number, entities: MessageEntity[], text: string): void {
  const { name, offset, attributes } = tag;
  const simple = SIMPLE[name];
  const previous = entities.at(-1);
  const covers = (type: string): boolean =>
    previous?.type === type && previous.offset === offset && previous.length === length;
  const language = /^language-(.+)/.exec(attributes.get('class') ?? '')?.[1];
  if (simple !== undefined) {
    entities.push({ type: simple, offset, length });
  } else if (name === 'a') {
    const href = attributes.get('href') ?? '';
    const entity = linkEntity(href === '' ? text.slice(offset) : href, offset, length);
    if (entity !== undefined) entities.push(entity);
  } else if (name === 'pre' && previous !== undefined && covers('code') && previous.language !== undefined) {
    previous.type = 'pre';
  } else if (name === 'code' && previous !== undefined && covers('pre') && language !== undefined) {
    previous.language = language;
  } else if (name === 'code') {
    entities.push({ type: 'code', offset, length, ...(language === undefined ? {} : { language }) });
  } else if (name === 'blockquote') {
    entities.push({
      type: attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote',
      offset,
      length,
    });
  } else if (name === 'tg-emoji') {
    const id = attributes.get('emoji-id') ?? '';
    if (!/^[1-9]\d*$/.test(id)) throw fail('Invalid custom emoji identifier specified');
    entities.push({ type: 'custom_emoji', offset, length, custom_emoji_id: id });
  } else {
    entities.push({ type: name, offset, length });
  }
}
