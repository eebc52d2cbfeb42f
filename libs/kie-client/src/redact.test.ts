import { expect, test } from 'vitest';
import { redact, stringsIn } from './redact.ts';

const KEY = 'key-0123456789';

test.each([
  ['aspect_ratio is not within the range', { aspect_ratio: '16:10' }, 'aspect_ratio is not within the range'],
  ['bad key key-0123456789!', {}, 'bad key [key]!'],
  ['see https://a.b/c?d=e and data:image/png;base64,AAAA', {}, 'see [url] and [url]'],
  ['two\n  lines\there', {}, 'two lines here'],
  ['rejected: A red fox in the deep snow', { prompt: 'a red fox in the deep snow' }, 'rejected: [input]'],
  [
    'rejected near "fox in the deep" here',
    { prompt: 'A red fox in the deep snow' },
    'rejected near "[input]" here',
  ],
  ['rejected: "my cat"', { prompt: 'my cat' }, 'rejected: "[input]"'],
  ['cat is not allowed', { prompt: 'cat' }, 'cat is not allowed'],
  ['quoted: secret words of a song', { input: '{"lyrics":"secret words of a song"}' }, 'quoted: [input]'],
])('%j with input %j becomes %j', (text, input, clean) => {
  expect(redact(text, KEY, input)).toBe(clean);
});

test('a long text is cut', () => {
  expect(redact('x'.repeat(10_000), KEY)).toBe(`${'x'.repeat(500)}…`);
});

test('strings are found at any depth, also in JSON inside JSON', () => {
  const param = JSON.stringify({ input: JSON.stringify({ prompt: 'deep', list: ['one', { two: 'two' }] }) });
  expect(stringsIn({ param, n: 1, none: null })).toEqual(['deep', 'one', 'two']);
  expect(stringsIn('{broken')).toEqual(['{broken']);
});
