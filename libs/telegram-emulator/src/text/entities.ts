import type { MessageEntity } from '../types.ts';

/** A text and what is special in it. Offsets count UTF-16 code units, which is what JavaScript strings count too. */
export interface FormattedText {
  text: string;
  entities: MessageEntity[];
}

/** Telegram's order: by start, the longer one first, so that a reader can nest them. */
export function sortEntities(entities: MessageEntity[]): MessageEntity[] {
  return entities
    .map((entity, index) => ({ entity, index }))
    .sort(
      (a, b) => a.entity.offset - b.entity.offset || b.entity.length - a.entity.length || a.index - b.index,
    )
    .map(({ entity }) => entity);
}

interface Finder {
  type: string;
  pattern: RegExp;
}

/** What Telegram finds in plain text by itself. Approximations; the common forms are right. */
const FINDERS: Finder[] = [
  { type: 'url', pattern: /(?<![\w@.-])(?:https?:\/\/|www\.)[^\s<>"']+[^\s<>"'.,:;!?)\]]/giu },
  { type: 'email', pattern: /(?<![\w.+-])[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?![\w-])/giu },
  {
    type: 'url',
    pattern:
      /(?<![\w@./-])[a-z\d](?:[a-z\d-]*\.)+(?:com|org|net|io|ai|me|dev|app|ru)(?:\/[^\s<>"']*)?(?![\w@.-])/giu,
  },
  { type: 'mention', pattern: /(?<![\w/@])@[a-z\d_]{3,32}(?!\w)/giu },
  { type: 'hashtag', pattern: /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*/gu },
  { type: 'cashtag', pattern: /(?<![\w$])\$[A-Z]{1,8}(?!\w)/gu },
  { type: 'bot_command', pattern: /(?<![\w/<>@])\/[a-z\d_]{1,64}(?:@[a-z\d_]{3,32})?(?![\w/])/giu },
];

/** Adds links, mentions, hashtags and commands that nobody marked; never inside code or another link. */
export function withFoundEntities(source: FormattedText): FormattedText {
  const taken = source.entities.filter((entity) =>
    ['code', 'pre', 'text_link', 'text_mention', 'custom_emoji'].includes(entity.type),
  );
  const found: MessageEntity[] = [];
  const free = (offset: number, end: number): boolean =>
    [...taken, ...found].every((entity) => end <= entity.offset || offset >= entity.offset + entity.length);
  for (const { type, pattern } of FINDERS) {
    for (const match of source.text.matchAll(pattern)) {
      const offset = match.index;
      const { length } = match[0];
      if (free(offset, offset + length)) found.push({ type, offset, length });
    }
  }
  return { text: source.text, entities: sortEntities([...source.entities, ...found]) };
}

/** Telegram drops white space at both ends of a message and moves the entities along. */
export function trimmed(source: FormattedText): FormattedText {
  const text = source.text.trim();
  if (text === source.text) return source;
  const cut = source.text.length - source.text.trimStart().length;
  const entities: MessageEntity[] = [];
  for (const entity of source.entities) {
    const start = Math.max(0, entity.offset - cut);
    const end = Math.min(text.length, entity.offset + entity.length - cut);
    if (end > start) entities.push({ ...entity, offset: start, length: end - start });
  }
  return { text, entities };
}

/** Limits of the Bot API count characters, not code units: an emoji is one. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Position in the UTF-8 form, as Telegram's parse errors give it. */
export function byteOffset(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index));
}
