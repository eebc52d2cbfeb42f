import { expect, test } from 'vitest';
import { retryDelay } from './retry-timing.ts';

const now = Date.UTC(2026, 10, 20);
const base = { maxRetryAfterMs: 30_000, now, random: () => 0.999_999 } as const;

test('doubles from 0.5 s to 10 s', () => {
  const delays = [1, 2, 3, 4, 5, 6, 60].map((attempt) => retryDelay({ ...base, attempt }));
  expect(delays).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

test('takes off up to a half at random', () => {
  expect(retryDelay({ ...base, attempt: 3, random: () => 0 })).toBe(1_000);
});

test.each([
  ['2', 2_000],
  ['0.7', 700],
  [' 2 ', 2_000],
  ['12', 12_000],
  ['1.25', 1_250],
  ['2 s', 500],
  ['about 20', 500],
  ['3600', 30_000],
  [new Date(now + 5_000).toUTCString(), 5_000],
  [new Date(now - 5_000).toUTCString(), 500],
  ['soon', 500],
  ['', 500],
  ['0', 500],
])('Retry-After %j gives %i ms', (retryAfter, delay) => {
  expect(retryDelay({ ...base, attempt: 1, retryAfter })).toBe(delay);
});
