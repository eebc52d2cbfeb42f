import { expect, test } from 'vitest';
import type { Clock } from './clock.ts';
import { silentLogger } from './logger.ts';
import { supervise } from './supervise.ts';

function fakeClock(): Clock & { waits: number[]; time: number } {
  const clock = {
    time: 0,
    waits: [] as number[],
    now: () => clock.time,
    async sleep(ms: number): Promise<void> {
      clock.waits.push(ms);
      clock.time += ms;
    },
  };
  return clock;
}
const logger = silentLogger();

test('restarts after 1, 2, 4 s, then gives up with the last error', async () => {
  const clock = fakeClock();
  let runs = 0;
  const running = supervise(
    'part',
    async () => {
      runs += 1;
      throw new Error(`fall ${runs}`);
    },
    { signal: new AbortController().signal, logger, clock, random: () => 0.5 },
  );
  await expect(running).rejects.toThrow('fall 4');
  expect(clock.waits).toEqual([1000, 2000, 4000]);
});

test('restarts outside the window are forgotten', async () => {
  const clock = fakeClock();
  let runs = 0;
  await supervise(
    'part',
    async () => {
      runs += 1;
      if (runs === 20) return;
      clock.time += 300_000;
      throw new Error('rare');
    },
    { signal: new AbortController().signal, logger, clock, random: () => 0.5 },
  );
  expect(runs).toBe(20);
  expect(Math.max(...clock.waits)).toBe(2000);
});

test('jitter stays within a fifth', async () => {
  for (const [random, wait] of [
    [0, 800],
    [1, 1200],
  ] as const) {
    const clock = fakeClock();
    await supervise(
      'part',
      async () => (clock.waits.length === 0 ? Promise.reject(new Error('x')) : undefined),
      {
        signal: new AbortController().signal,
        logger,
        clock,
        random: () => random,
      },
    );
    expect(clock.waits).toEqual([wait]);
  }
});

test('a fatal error is given up at once; an abort ends quietly', async () => {
  const fatal = new Error('401');
  const signal = new AbortController().signal;
  await expect(
    supervise('part', () => Promise.reject(fatal), { signal, logger, isFatal: (error) => error === fatal }),
  ).rejects.toBe(fatal);

  const stop = new AbortController();
  await supervise(
    'part',
    async () => {
      stop.abort();
      throw new Error('closing');
    },
    { signal: stop.signal, logger },
  );
  const waiting = new AbortController();
  const ended = supervise(
    'part',
    async () => {
      setImmediate(() => waiting.abort());
      throw new Error('x');
    },
    { signal: waiting.signal, logger },
  );
  await ended;
});
