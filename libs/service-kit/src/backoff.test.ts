import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';
import { systemClock } from './clock.ts';

test('doubles up to the cap, half of it random', () => {
  const most = [1, 2, 3, 4, 99].map((attempt) => backoffMs(attempt, { maxMs: 5000, random: () => 1 }));
  expect(most).toEqual([1000, 2000, 4000, 5000, 5000]);
  const least = [1, 2, 3].map((attempt) => backoffMs(attempt, { random: () => 0 }));
  expect(least).toEqual([500, 1000, 2000]);
});

test('sleep rejects with the reason of the signal', async () => {
  const reason = new Error('stopped');
  await expect(systemClock.sleep(60_000, AbortSignal.abort(reason))).rejects.toBe(reason);
  await systemClock.sleep(1);
});
