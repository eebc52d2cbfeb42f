import { expect, test } from 'vitest';
import { sharesSessions } from './pooler-test.ts';

/** Answers with these process ids, over and over. */
const answering = (...pids: number[]) => {
  let n = 0;
  return async () => pids[n++ % pids.length]!;
};

test('each its own, and always the same: no sharing', async () => {
  expect(await sharesSessions(answering(1), answering(2))).toBe(false);
});

test('one process for both, or one that changes under either connection: sharing', async () => {
  expect(await sharesSessions(answering(1), answering(1))).toBe(true);
  expect(await sharesSessions(answering(1, 2), answering(3))).toBe(true);
  expect(await sharesSessions(answering(3), answering(1, 2))).toBe(true);
  expect(await sharesSessions(answering(1, 2), answering(1))).toBe(true);
  expect(await sharesSessions(answering(1), answering(1, 2))).toBe(true);
  // Seen once in ten rounds.
  expect(await sharesSessions(answering(3), answering(1, 1, 1, 1, 1, 1, 1, 1, 1, 2))).toBe(true);
});

test('asks in turns, ten times each', async () => {
  let order = '';
  const asking = (name: string, pid: number) => async () => {
    order += name;
    return pid;
  };
  await sharesSessions(asking('a', 1), asking('b', 2));
  expect(order).toBe('ab'.repeat(10));
});
