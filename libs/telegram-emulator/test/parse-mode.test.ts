import { describe, expect, test } from 'vitest';

import type { MessageEntity } from '../src/index.ts';
import { formatText } from '../src/text/formatted-text.ts';

/** `text` and, for each entity, its type and what it covers. */
function parse(text: string, mode: string): [text: string, ...entities: string[]] {
  const formatted = formatText(text, mode, undefined);
  const show = ({ type, offset, length, url, language }: MessageEntity): string =>
    `${type}:${formatted.text.slice(offset, offset + length)}${url ?? language ?? ''}`;
  return [formatted.text, ...formatted.entities.map(show)];
}

const failure = (text: string, mode: string): string => {
  try {
    parse(text, mode);
  } catch (error) {
    return error instanceof Error ? error.message.replace("Bad Request: can't parse entities: ", '') : '';
  }
  return 'no error';
};

/** td MessageEntity.cpp at 022d602: parse_html 3296-3559, parse_markdown_v2 2035-2395, parse_markdown to 2033. */
describe('HTML', () => {
  test.each<[source: string, expected: string[]]>([
    ['<b>a</b><strong>b</strong>', ['ab', 'bold:a', 'bold:b']],
    ['<i>a</i> <em>b</em>', ['a b', 'italic:a', 'italic:b']],
    ['<u>a</u> <ins>b</ins>', ['a b', 'underline:a', 'underline:b']],
    [
      '<s>a</s> <strike>b</strike> <del>c</del>',
      ['a b c', 'strikethrough:a', 'strikethrough:b', 'strikethrough:c'],
    ],
    ['<tg-spoiler>a</tg-spoiler> <span class="tg-spoiler">b</span>', ['a b', 'spoiler:a', 'spoiler:b']],
    ['<b>a<i>b</i></b>c', ['abc', 'bold:ab', 'italic:b']],
    ['<code>x &lt; y</code>', ['x < y', 'code:x < y']],
    ['<pre>a\nb</pre>', ['a\nb', 'pre:a\nb']],
    ['<pre><code class="language-ts">a</code></pre>', ['a', 'pre:ats']],
    ['<code class="language-ts">a</code>', ['a', 'code:a']],
    ['<blockquote>a</blockquote>', ['a', 'blockquote:a']],
    ['<blockquote expandable>a</blockquote>', ['a', 'expandable_blockquote:a']],
    ['<a href="https://kie.ai/?a=1&amp;b=2">k</a>', ['k', 'text_link:khttps://kie.ai/?a=1&b=2']],
    ["<a href='kie.ai'>k</a>", ['k', 'text_link:khttp://kie.ai/']],
    ['<a href="javascript:alert(1)">k</a>', ['k']],
    ['<a href="tg://user?id=12">k</a>', ['k', 'text_mention:k']],
    ['<B>a</B>', ['a', 'bold:a']],
    ['<b>a</>', ['a', 'bold:a']],
    ['<b></b>x', ['x']],
    ['&lt;&gt;&amp;&quot;&#65;&#x1F600;&nbsp;&copy', ['<>&"A😀&nbsp;&copy']],
    ['😀<b>x</b>', ['😀x', 'bold:x']],
    ['<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', ['👍', 'custom_emoji:👍']],
  ])('%j', (source, expected) => {
    expect(parse(source, 'HTML')).toEqual(expected);
  });

  test.each([
    ['<b>a', `Can't find end tag corresponding to start tag "b"`],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['é<div>a</div>', 'Unsupported start tag "div" at byte offset 2'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['a <b', 'Unclosed start tag at byte offset 2'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<a href', 'Unclosed start tag at byte offset 0'],
    ['<a ="x">k</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href=x/y>k</a>', 'Unexpected end of name token at byte offset 8'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<tg-emoji emoji-id="x">a</tg-emoji>', 'Invalid custom emoji identifier specified'],
  ])('refuses %j', (source, text) => {
    const message = failure(source, 'HTML');
    expect(message.replace('Unclosed start tag "a"', 'Unclosed start tag')).toBe(text);
  });
});

describe('MarkdownV2', () => {
  test.each<[source: string, expected: string[]]>([
    [
      '*a* _b_ __c__ ~d~ ||e|| `f`',
      ['a b c d e f', 'bold:a', 'italic:b', 'underline:c', 'strikethrough:d', 'spoiler:e', 'code:f'],
    ],
    ['*a _b_*', ['a b', 'bold:a b', 'italic:b']],
    ['1\\.5 \\*', ['1.5 *']],
    ['[k](https://kie.ai/\\))', ['k', 'text_link:khttps://kie.ai/)']],
    ['```ts\nlet a = *1*;```', ['let a = *1*;', 'pre:let a = *1*;ts']],
    ['```\na\n```', ['a', 'pre:a']],
    ['`a\\`b`', ['a`b', 'code:a`b']],
    ['>a\n>b\nc', ['a\nb\nc', 'blockquote:a\nb\n']],
    ['>a\n>b||', ['a\nb', 'expandable_blockquote:a\nb']],
    ['![👍](tg://emoji?id=5368324170671202286)', ['👍', 'custom_emoji:👍']],
  ])('%j', (source, expected) => {
    expect(parse(source, 'MarkdownV2')).toEqual(expected);
  });

  test.each([
    ['a.b', `Character '.' is reserved and must be escaped with the preceding '\\'`],
    ['a!', `Character '!' is reserved and must be escaped with the preceding '\\'`],
    ['a|b', `Character '|' is reserved and must be escaped with the preceding '\\'`],
    ['a >b', `Character '>' is reserved and must be escaped with the preceding '\\'`],
    ['é *a', "Can't find end of Bold entity at byte offset 3"],
    ['_a', "Can't find end of Italic entity at byte offset 0"],
    ['[k](http://x', "Can't find end of a URL at byte offset 4"],
    ['![x]', 'The entity must contain a tg://emoji or tg://time URL'],
    ['![x](https://kie.ai)', 'Invalid tg://emoji or tg://time URL specified'],
  ])('refuses %j', (source, text) => {
    expect(failure(source, 'MarkdownV2')).toBe(text);
  });
});

describe('Markdown', () => {
  test('the old form: no nesting, four marks', () => {
    expect(parse('*a* _b_ `c` [k](https://kie.ai/) \\*', 'Markdown')).toEqual([
      'a b c k *',
      'bold:a',
      'italic:b',
      'code:c',
      'text_link:khttps://kie.ai/',
    ]);
    expect(failure('a *b', 'markdown')).toBe("Can't find end of the entity starting at byte offset 2");
  });
});

describe('explicit entities', () => {
  test('are kept, those outside the text refused', () => {
    const bold = { type: 'bold', offset: 0, length: 1 };
    expect(formatText('ab', '', [bold]).entities).toEqual([bold]);
    expect(() => formatText('ab', '', [{ ...bold, offset: 9 }])).toThrow('out of the text');
    expect(() => formatText('ab', '', [{ type: 'bold', length: 1 }])).toThrow(`Can't find field "offset"`);
  });
});
