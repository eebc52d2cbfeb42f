import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { signCallback, verifyCallback } from './signature.ts';

const subject = { generationId: '0c5d7e0a-6f0b-4c39-9b0e-3a1f9d0f1a11', attempt: 2 };

test('is HMAC-SHA256 over id and attempt, safe in a URL', () => {
  const expected = createHmac('sha256', 's').update(`${subject.generationId}.2`).digest('base64url');
  expect(signCallback('s', subject)).toBe(expected);
  expect(signCallback('s', subject)).toMatch(/^[\w-]{43}$/);
});

test('only the very same subject and secret verify', () => {
  const signature = signCallback('s', subject);
  expect(verifyCallback('s', { ...subject, signature })).toBe(true);
  expect(verifyCallback(['new', 's'], { ...subject, signature })).toBe(true);
  expect(verifyCallback(['new'], { ...subject, signature })).toBe(false);
  expect(verifyCallback('s', { ...subject, attempt: 1, signature })).toBe(false);
  expect(
    verifyCallback('s', { ...subject, generationId: subject.generationId.replace('0', '1'), signature }),
  ).toBe(false);
  for (const wrong of [
    '',
    'x',
    `${signature}=`,
    signature.slice(1),
    signature.toUpperCase(),
    'я'.repeat(43),
  ]) {
    expect(verifyCallback('s', { ...subject, signature: wrong })).toBe(false);
  }
});

test('an empty secret signs nothing', () => {
  expect(() => signCallback('', subject)).toThrow('at least 32 random characters');
});
