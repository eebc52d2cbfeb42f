import { expect, test } from 'vitest';
import { createFakeClock, type FakeClock } from '../test/support/fake-clock.ts';
import { createKieLimiter, type KieLimiter } from './limiter.ts';

/** Takes `count` places at once and returns when each was given, in ms from now. */
async function takeAll(limiter: KieLimiter, clock: FakeClock, count: number): Promise<number[]> {
  const started = clock.now();
  const taken = Array.from({ length: count }, async () => {
    await limiter.acquire('create');
    return clock.now() - started;
  });
  return clock.runUntil(Promise.all(taken));
}

test('16 in any 10 s by default, first come, first served', async () => {
  const clock = createFakeClock();
  const times = await takeAll(createKieLimiter({ clock }), clock, 40);
  expect(times).toEqual([
    ...Array.from({ length: 16 }, () => 0),
    ...Array.from({ length: 16 }, () => 10_000),
    ...Array.from({ length: 8 }, () => 20_000),
  ]);
});

test('the window slides: an old place comes back by itself', async () => {
  const clock = createFakeClock();
  const limiter = createKieLimiter({ clock, create: { limit: 2, windowMs: 10_000 } });
  await limiter.acquire('create');
  clock.advance(6_000);
  await limiter.acquire('create');
  expect(await takeAll(limiter, clock, 2)).toEqual([4_000, 10_000]);
});

test('creates and status reads do not share a budget', async () => {
  const clock = createFakeClock();
  const limiter = createKieLimiter({ clock, create: { limit: 1, windowMs: 10_000 } });
  await limiter.acquire('create');
  await limiter.acquire('status');
  expect(clock.sleeps).toEqual([]);
});

test('half the budget after a refusal, once for a burst, whole again after a minute', async () => {
  const clock = createFakeClock();
  const limiter = createKieLimiter({ clock });
  for (let each = 0; each < 5; each += 1) limiter.penalize?.('create');
  expect(await takeAll(limiter, clock, 9)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 10_000]);
  clock.advance(60_000);
  const again = await takeAll(limiter, clock, 17);
  expect(again.filter((ms) => ms === 0)).toHaveLength(16);
});

test('an abort gives up the place; the last one ends the timer too', async () => {
  const clock = createFakeClock();
  const limiter = createKieLimiter({ clock, create: { limit: 1, windowMs: 10_000 } });
  await limiter.acquire('create');
  const controller = new AbortController();
  const given = limiter.acquire('create', controller.signal);
  const reason = new Error('enough');
  controller.abort(reason);
  await expect(given).rejects.toBe(reason);
  await expect(limiter.acquire('create', AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(await takeAll(limiter, clock, 1)).toEqual([10_000]);
});

test('a clock that is set back does not block', async () => {
  const clock = createFakeClock();
  const limiter = createKieLimiter({ clock, create: { limit: 1, windowMs: 10_000 } });
  await limiter.acquire('create');
  clock.advance(-3_600_000);
  expect(await takeAll(limiter, clock, 1)).toEqual([10_000]);
});
