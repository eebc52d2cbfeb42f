import { expect, test } from 'vitest';
import { decodeCallback, encodeCallback } from './callback-data.ts';
import { longId, shortId } from './short-id.ts';

test('a button carries its action and arguments', () => {
  expect(decodeCallback(encodeCallback('go', 'abc', 3))).toEqual({ action: 'go', args: ['abc', '3'] });
});

test.each(['', '1', '1:', '0:go', '2:go:x', 'go', '1:GO', '1:__proto__', `1:go:${'x'.repeat(80)}`])(
  'refuses %j',
  (data) => {
    expect(decodeCallback(data)).toBeUndefined();
  },
);

test('the largest button we make fits into 64 bytes', () => {
  const id = shortId(crypto.randomUUID());
  expect(() => encodeCallback('option-set', id, 9999, 99, 999)).not.toThrow();
  expect(() => encodeCallback('x', 'y'.repeat(64))).toThrow(/64 bytes/);
});

test('short ids are UUIDs and nothing else', () => {
  const uuid = crypto.randomUUID();
  expect(longId(shortId(uuid))).toBe(uuid);
  for (const wrong of ['', 'short', '../../../etc/passwd123', uuid]) expect(longId(wrong)).toBeUndefined();
});
