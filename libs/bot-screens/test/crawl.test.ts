import { migratedDatabase, type TestDatabase } from '@kie/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Person, testServices, type Seen } from './person.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await migratedDatabase();
});
afterAll(async () => {
  await database.close();
});

/** Repeatable randomness (mulberry32), so that a failure comes back with its seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function check({ screens }: Seen, path: readonly string[]): void {
  for (const { text, keyboard = [] } of screens) {
    const where = `${path.slice(-5).join(' > ')}\n${text}`;
    expect(text.length, where).toBeLessThanOrEqual(4096);
    expect(text, where).not.toMatch(/undefined|\[object|NaN/);
    for (const button of keyboard.flat()) {
      expect(button.text.length, where).toBeGreaterThan(0);
      expect(button.text, where).not.toMatch(/undefined|\[object|NaN/);
      if ('callback_data' in button) {
        expect(Buffer.byteLength(button.callback_data), where).toBeLessThanOrEqual(64);
      }
    }
    expect(keyboard.flat().length, where).toBeLessThanOrEqual(100);
  }
}

test.each([
  [1, 'en'],
  [2, 'ru'],
  [3, 'en'],
])(
  'seed %i in %s: 300 random taps, every one answered, no dead end',
  async (seed, language) => {
    const next = random(seed);
    const person = new Person(testServices(database.db), 5000 + seed, language);
    let seen = await person.start();
    const path: string[] = ['start'];
    for (let i = 0; i < 300; i++) {
      check(seen, path);
      const buttons = seen.screens.flatMap(({ keyboard }) => keyboard ?? []).flat();
      const taps = buttons.flatMap((button) =>
        'callback_data' in button && !button.callback_data.startsWith('1:improve') ? [button] : [],
      );
      const isQuestion = seen.screens.some(({ name }) => name === 'ask');
      if (isQuestion && next() < 0.5) {
        path.push('(an answer)');
        seen = next() < 0.5 ? await person.write(String(Math.ceil(next() * 12))) : await person.photo();
        continue;
      }
      const tap = taps[Math.floor(next() * taps.length)];
      if (!tap) {
        // Only a toast came back: the screen before is still there.
        expect(seen.toasts.length, path.slice(-5).join(' > ')).toBeGreaterThan(0);
        path.push('/start');
        seen = await person.start();
        continue;
      }
      path.push(tap.text);
      seen = await person.tap(tap.callback_data);
      expect(seen.screens.length + seen.toasts.length, path.slice(-5).join(' > ')).toBeGreaterThan(0);
    }
  },
  60_000,
);
