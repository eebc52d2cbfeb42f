import { expect, test } from 'vitest';
import { escapeHtml, html, htmlToText } from './html.ts';

/** Small, seeded and good enough to make hostile texts that come again. */
function randomTexts(count: number): string[] {
  let seed = 20261120;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % below;
  };
  const pieces = [
    '<',
    '>',
    '&',
    '"',
    "'",
    '&amp;',
    '<b>',
    '</b>',
    '<script>',
    '&#60;',
    '\uD800',
    '\uDC00',
    '😀',
    '\0',
  ];
  pieces.push('\u202E', '_*[`', 'текст', '\n', ' ', 'a', ']]>', '<!--', '&lt', '%00', '\\', '{', '\u2028');
  return Array.from({ length: count }, () =>
    Array.from({ length: random(30) }, () => pieces[random(pieces.length)]).join(''),
  );
}

const wellFormed = (text: string): string => Buffer.from(text.replaceAll('\0', '')).toString();

test('any text is shown unchanged and can do nothing', () => {
  for (const text of randomTexts(5000)) {
    const escaped = escapeHtml(text);
    expect(escaped).not.toMatch(/[<>"]/);
    expect(escaped.replaceAll(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&');
    expect(htmlToText(escaped)).toBe(wellFormed(text));
    expect(Buffer.from(escaped).toString()).toBe(escaped);
    expect(htmlToText(String(html`<b>${text}</b>`))).toBe(wellFormed(text));
  }
});

test('html escapes what is put in, but not what it made itself', () => {
  const rows = ['<a>', 'b'].map((row) => html`<i>${row}</i> `);
  expect(String(html`${'&'}<b>${rows}</b>${undefined}${null}${false}${7}`)).toBe(
    '&amp;<b><i>&lt;a&gt;</i> <i>b</i> </b>7',
  );
  expect(JSON.stringify({ text: html`<b>${'"'}</b>` })).toBe('{"text":"<b>&quot;</b>"}');
});
