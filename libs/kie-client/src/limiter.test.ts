import { expect, test } from 'vitest';
import { createFakeClock, type FakeClock } from '../test/support/fake-clock.ts';
import { createKieLimiter, type KieLimiter, type KieLimiterStore } from './limiter.ts';

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

/** What two processes would keep in a database. */
function createSharedStore(clock: FakeClock): KieLimiterStore & { refused: number } {
  const noted: number[] = [];
  return {
    refused: 0,
    async take(_kind, { limit, windowMs }) {
      await Promise.resolve();
      const now = clock.now();
      const recent = noted.filter((time) => time > now - windowMs);
      const blocker = recent[recent.length - limit];
      if (blocker !== undefined) return blocker + windowMs - now;
      noted.push(now);
      return 0;
    },
    async penalize() {
      this.refused += 1;
    },
  };
}

test('a store shares one budget between limiters', async () => {
  const clock = createFakeClock();
  const store = createSharedStore(clock);
  const limiters = [createKieLimiter({ clock, store }), createKieLimiter({ clock, store })];
  const times = await Promise.all(limiters.map((limiter) => takeAll(limiter, clock, 12)));
  const flat = times.flat();
  expect(flat.filter((ms) => ms === 0)).toHaveLength(16);
  expect(flat.filter((ms) => ms === 10_000)).toHaveLength(8);
  limiters[0]?.penalize?.('create');
  await expect.poll(() => store.refused).toBe(1);
});

test('without the store the same two limiters exceed the budget (control)', async () => {
  const clock = createFakeClock();
  const times = await Promise.all(
    [createKieLimiter({ clock }), createKieLimiter({ clock })].map((limiter) => takeAll(limiter, clock, 12)),
  );
  expect(times.flat().filter((ms) => ms === 0)).toHaveLength(24);
});

test('a store that breaks fails those who wait, and the next ones ask it again', async () => {
  const clock = createFakeClock();
  let broken = true;
  const store: KieLimiterStore = {
    take: async () => {
      if (broken) throw new Error('the database is gone');
      return 0;
    },
    penalize: async () => {
      throw new Error('the database is gone');
    },
  };
  const limiter = createKieLimiter({ clock, store });
  const first = limiter.acquire('create');
  const second = limiter.acquire('create');
  await expect(first).rejects.toThrow('the database is gone');
  await expect(second).rejects.toThrow('the database is gone');
  limiter.penalize?.('create');
  broken = false;
  await expect(limiter.acquire('create')).resolves.toBeUndefined();
});

test('hooks tell who waits and what a refusal did; what they throw is dropped', async () => {
  const clock = createFakeClock();
  const told: unknown[] = [];
  const limiter = createKieLimiter({
    clock,
    create: { limit: 2, windowMs: 10_000 },
    hooks: {
      onWait: (event) => {
        told.push(event);
        throw new Error('a hook of the caller');
      },
      onPenalty: (event) => told.push(event),
    },
  });
  limiter.penalize?.('create');
  expect(await takeAll(limiter, clock, 2)).toEqual([0, 10_000]);
  expect(told).toEqual([
    { kind: 'create', limit: 1, forMs: 60_000 },
    { kind: 'create', waiting: 1, delayMs: 10_000 },
  ]);
});

test('one live catalogue request in 1.1 s', async () => {
  const clock = createFakeClock();
  const limiter = createKieLimiter({ clock });
  const started = clock.now();
  await clock.runUntil(Promise.all([limiter.acquire('catalogue'), limiter.acquire('catalogue')]));
  expect(clock.now() - started).toBe(1_100);
});

test('whoever leaves while the store is asked takes nobody else along', async () => {
  const clock = createFakeClock();
  const answers: ((ms: number) => void)[] = [];
  const store: KieLimiterStore = { take: () => new Promise((resolve) => answers.push(resolve)) };
  const limiter = createKieLimiter({ clock, store });
  const controller = new AbortController();
  const left = limiter.acquire('create', controller.signal);
  controller.abort(new Error('enough'));
  await expect(left).rejects.toThrow('enough');
  let given = 0;
  const next = limiter.acquire('create').then(() => {
    given += 1;
  });
  answers[0]?.(0);
  await Promise.resolve();
  await Promise.resolve();
  expect(given).toBe(0);
  answers[1]?.(0);
  await next;
  expect([given, answers.length]).toEqual([1, 2]);
});
