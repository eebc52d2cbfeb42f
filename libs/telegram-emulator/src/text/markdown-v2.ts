import { badRequest } from '../errors.ts';
import type { MessageEntity } from '../types.ts';
import type { FormattedText } from './entities.ts';
import { byteOffset, sortEntities } from './entities.ts';
import { linkEntity } from './links.ts';

interface Open {
  type: string;
  mark: string;
  offset: number;
  /** Index in the source, for error messages. */
  at: number;
  language?: string;
}

/** How td names entity types in its error texts (MessageEntity.cpp operator<<). */
const TYPE_NAMES: Record<string, string> = {
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  strikethrough: 'Strikethrough',
  spoiler: 'Spoiler',
  code: 'Code',
  pre: 'Pre',
  text_link: 'TextUrl',
  custom_emoji: 'CustomEmoji',
  blockquote: 'BlockQuote',
};
const RESERVED = '_*[]()~`>#+-=|{}.!';
const MARKS: [mark: string, type: string][] = [
  ['```', 'pre'],
  ['__', 'underline'],
  ['||', 'spoiler'],
  ['![', 'custom_emoji'],
  ['_', 'italic'],
  ['*', 'bold'],
  ['~', 'strikethrough'],
  ['`', 'code'],
  ['[', 'text_link'],
];

function fail(text: string): Error {
  return badRequest(`can't parse entities: ${text}`);
}

/** `parse_mode: MarkdownV2`, by the rules and error texts of td MessageEntity.cpp parse_markdown_v2 (2035-2395). */
export function parseMarkdownV2(source: string): FormattedText {
  const parser = new MarkdownParser(source);
  return parser.run();
}

class MarkdownParser {
  private readonly source: string;
  private readonly open: Open[] = [];
  private readonly entities: MessageEntity[] = [];
  private text = '';
  private index = 0;
  private lineStart = true;

  constructor(source: string) {
    this.source = source;
  }

  run(): FormattedText {
    while (this.index < this.source.length) this.step();
    if (this.open.some((entry) => entry.type === 'blockquote')) this.closeQuote();
    const unclosed = this.open.at(-1);
    if (unclosed !== undefined) throw this.unclosed(unclosed);
    return { text: this.text, entities: sortEntities(this.entities) };
  }

  private step(): void {
    const { source, index } = this;
    const char = source.charAt(index);
    const next = source.charCodeAt(index + 1);
    if (char === '\\' && next > 0 && next <= 126) {
      this.take(source.charAt(index + 1), 2);
      return;
    }
    const top = this.open.at(-1);
    const literal = top?.type === 'code' || top?.type === 'pre';
    if (char === '\n' && !literal) {
      this.newLine();
    } else if (literal ? char !== '`' : !RESERVED.includes(char)) {
      this.take(char, 1);
    } else if (top !== undefined && this.endsHere(top)) {
      this.close(top);
    } else {
      this.begin(char);
    }
  }

  private take(char: string, width: number): void {
    this.text += char;
    this.index += width;
    if (char !== '\r') this.lineStart = char === '\n';
  }

  private newLine(): void {
    const quoted = this.open.some((entry) => entry.type === 'blockquote');
    if (quoted && this.source[this.index + 1] !== '>') this.closeQuote(true);
    this.take('\n', 1);
  }

  private endsHere(top: Open): boolean {
    const { source, index } = this;
    if (top.type === 'text_link' || top.type === 'custom_emoji') return source[index] === ']';
    if (top.type === 'italic') return source[index] === '_' && source[index + 1] !== '_';
    return top.type !== 'blockquote' && source.startsWith(top.mark, index);
  }

  private begin(char: string): void {
    const { source, index } = this;
    if (char === '>' && this.lineStart) {
      if (!this.open.some((entry) => entry.type === 'blockquote')) {
        this.open.push({ type: 'blockquote', mark: '>', offset: this.text.length, at: index });
      }
      this.index += 1;
      return;
    }
    const found = MARKS.find(([mark]) => source.startsWith(mark, index));
    if (found === undefined) {
      throw fail(`Character '${char}' is reserved and must be escaped with the preceding '\\'`);
    }
    const [mark, type] = found;
    const entry: Open = { type, mark, offset: this.text.length, at: index };
    this.index += mark.length;
    if (type === 'pre') {
      const language = /^([^\s`]+)\s/.exec(source.slice(this.index))?.[1];
      if (language !== undefined) {
        entry.language = language;
        this.index += language.length;
      }
      this.index += /^(?:\r\n|\n\r|\n|\r)/.exec(source.slice(this.index))?.[0].length ?? 0;
    }
    this.lineStart = false;
    this.open.push(entry);
  }

  private close(top: Open): void {
    const { offset, type } = top;
    const length = this.text.length - offset;
    this.open.pop();
    this.index += type === 'text_link' || type === 'custom_emoji' ? 1 : top.mark.length;
    if (type === 'text_link') {
      const target = this.readTarget();
      const entity = linkEntity(target ?? this.text.slice(offset), offset, length);
      if (entity !== undefined && length > 0) this.entities.push(entity);
    } else if (type === 'custom_emoji') {
      const target = this.readTarget();
      if (target === undefined) throw fail('The entity must contain a tg://emoji or tg://time URL');
      const id = /^tg:\/\/emoji\?id=([1-9]\d*)$/.exec(target)?.[1];
      if (id === undefined) throw fail('Invalid tg://emoji or tg://time URL specified');
      if (length > 0) this.entities.push({ type, offset, length, custom_emoji_id: id });
    } else if (length > 0) {
      this.entities.push({
        type,
        offset,
        length,
        ...(top.language === undefined ? {} : { language: top.language }),
      });
    }
  }

  /** Reads `(address)` after a link text; undefined when there is none. */
  private readTarget(): string | undefined {
    if (this.source[this.index] !== '(') return undefined;
    const start = this.index + 1;
    let target = '';
    for (let index = start; index < this.source.length; index += 1) {
      const char = this.source.charAt(index);
      if (char === ')') {
        this.index = index + 1;
        return target;
      }
      const escaped = char === '\\' && index + 1 < this.source.length;
      if (escaped) index += 1;
      target += escaped ? this.source.charAt(index) : char;
    }
    throw fail(`Can't find end of a URL at byte offset ${byteOffset(this.source, start)}`);
  }

  /** A quotation ends with its last line; `||` right before that end makes it expandable. */
  private closeQuote(withNewLine = false): void {
    let type = 'blockquote';
    const top = this.open.at(-1);
    if (top?.type === 'spoiler' && top.at === this.index - 2) {
      this.open.pop();
      type = 'expandable_blockquote';
    }
    const quote = this.open.at(-1);
    if (quote === undefined) return;
    if (quote.type !== 'blockquote') throw this.unclosed(quote);
    this.open.pop();
    const length = this.text.length + (withNewLine ? 1 : 0) - quote.offset;
    if (length > 0) this.entities.push({ type, offset: quote.offset, length });
  }

  private unclosed(entry: Open): Error {
    const name = entry.language === undefined ? (TYPE_NAMES[entry.type] ?? entry.type) : 'PreCode';
    return fail(`Can't find end of ${name} entity at byte offset ${byteOffset(this.source, entry.at)}`);
  }
}
