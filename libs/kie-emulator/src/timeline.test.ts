import { expect, test } from 'vitest';
import { systemClock } from './clock.ts';
import { Timeline } from './timeline.ts';

const still = { now: () => 1000, sleep: () => new Promise<void>(() => {}) };

test('advance walks over the entries in the order of their time, and of entry at the same time', async () => {
  const timeline = new Timeline(still);
  const seen: string[] = [];
  const note = (name: string) => async () => void seen.push(`${name}@${timeline.now()}`);
  for (const due of [1500, 1200, 1900, 1300, 1200]) timeline.at(due, note(`${due}`));
  timeline.at(2001, note('too late'));
  await timeline.advance(1000);
  expect(seen).toEqual(['1200@1200', '1200@1200', '1300@1300', '1500@1500', '1900@1900']);
  expect(timeline.now()).toBe(2000);
});

test('what an entry adds within the time skipped happens too', async () => {
  const timeline = new Timeline(still);
  const seen: number[] = [];
  const again = async (): Promise<void> => {
    seen.push(timeline.now());
    timeline.at(timeline.now() + 100, again);
  };
  timeline.at(1100, again);
  await timeline.advance(350);
  expect(seen).toEqual([1100, 1200, 1300]);
});

test('a real clock wakes it up, and a nearer entry overtakes a farther one', async () => {
  const timeline = new Timeline(systemClock);
  const seen: string[] = [];
  await new Promise<void>((resolve) => {
    const keepAlive = setTimeout(() => {}, 5000);
    timeline.at(Date.now() + 40, async () => {
      seen.push('far');
      clearTimeout(keepAlive);
      resolve();
    });
    timeline.at(Date.now() + 10, async () => void seen.push('near'));
  });
  expect(seen).toEqual(['near', 'far']);
  await timeline.close();
});

test('a thousand entries in any order come out sorted', async () => {
  const timeline = new Timeline(still);
  const dues = Array.from({ length: 1000 }, (_, index) => 1000 + ((index * 7919) % 1009));
  const seen: number[] = [];
  for (const due of dues) timeline.at(due + 1, async () => void seen.push(due));
  await timeline.advance(5000);
  expect(seen).toEqual(dues.toSorted((a, b) => a - b));
});
