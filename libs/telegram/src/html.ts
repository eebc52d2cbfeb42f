const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Any text as Telegram HTML that shows exactly that text, in a body and in an attribute. Halves of a character pair,
 * which UTF-8 cannot carry, become U+FFFD; zero characters are dropped.
 */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('\0', '')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** A text that is HTML already, see {@link html}. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  toJSON(): string {
    return this.#text;
  }
}

/** What {@link html} can insert. */
export type HtmlValue = string | number | bigint | boolean | Html | null | undefined | readonly HtmlValue[];

/**
 * Writes Telegram HTML in which every inserted value is escaped, except values that `html` made itself (alone or in a
 * list) and numbers. Undefined, null and false insert nothing.
 *
 * ```ts
 * import { html } from '@kie/telegram';
 *
 * const prompt = 'a <b> & c';
 * String(html`<b>Prompt:</b> ${prompt}`); // '<b>Prompt:</b> a &lt;b&gt; &amp; c'
 * ```
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.reduce((text, part, index) => text + insert(values[index - 1]) + part));
}

function insert(value: HtmlValue): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'object') return value.map(insert).join('');
  return escapeHtml(String(value));
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What is left of Telegram HTML for a reader when Telegram refuses to parse it. */
export function htmlToText(text: string): string {
  return text
    .replaceAll(/<[^<>]{0,2000}>/g, '')
    .replaceAll(/&(amp|lt|gt|quot);/g, (whole, name: string) => characters[name] ?? whole);
}
