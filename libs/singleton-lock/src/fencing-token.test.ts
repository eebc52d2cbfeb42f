import { expect, test } from 'vitest';
import { compareTokens } from './index.ts';

test('the newer of two tokens: by timeline, then by epoch', () => {
  const token = (timeline: number, epoch: bigint, key = 1n) => ({ key, timeline, epoch });
  expect(compareTokens(token(1, 6n), token(1, 6n))).toBe(0);
  expect(compareTokens(token(1, 6n), token(1, 7n))).toBeLessThan(0);
  expect(compareTokens(token(1, 7n), token(1, 6n))).toBeGreaterThan(0);
  // After a failover that lost transactions.
  expect(compareTokens(token(1, 6n), token(2, 6n))).toBeLessThan(0);
  expect(compareTokens(token(2, 5n), token(1, 6n))).toBeGreaterThan(0);
  expect(compareTokens(token(1, 2n ** 62n), token(1, 2n ** 62n + 1n))).toBeLessThan(0);
  expect(() => compareTokens(token(1, 1n), token(1, 1n, 2n))).toThrow(TypeError);
});
