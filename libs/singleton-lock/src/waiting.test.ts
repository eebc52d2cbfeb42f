import { expect, test } from 'vitest';
import { createBell, pause } from './waiting.ts';

test('a bell wakes the waiter, and is not missed when it rang before the wait', async () => {
  const bell = createBell();
  const waiting = bell.wait(1e9);
  bell.ring();
  await waiting;
  bell.ring();
  await bell.wait(1e9);
  await bell.wait(1);
});

test('a pause ends at once with the reason of the abort', async () => {
  const controller = new AbortController();
  const pausing = pause(1e9, controller.signal);
  controller.abort(new Error('enough'));
  await expect(pausing).rejects.toThrow('enough');
  await expect(pause(1, controller.signal)).rejects.toThrow('enough');
  await pause(1, new AbortController().signal);
});
