import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBell, pause } from './waiting.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether a promise is settled by now. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  let over = false;
  const end = () => (over = true);
  promise.then(end, end);
  await vi.advanceTimersByTimeAsync(0);
  return over;
}

test('a bell wakes the waiter at once, and leaves no timer', async () => {
  const bell = createBell();
  const waiting = bell.wait(1000);
  expect(await isOver(waiting)).toBe(false);
  bell.ring();
  expect(await isOver(waiting)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test('a bell that rang before the wait is not missed, and counts once', async () => {
  const bell = createBell();
  bell.ring();
  bell.ring();
  expect(await isOver(bell.wait(1000))).toBe(true);
  const second = bell.wait(1000);
  expect(await isOver(second)).toBe(false);
  await vi.advanceTimersByTimeAsync(999);
  expect(await isOver(second)).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await isOver(second)).toBe(true);
  // The end of the time is no ringing.
  expect(await isOver(bell.wait(1000))).toBe(false);
});

test('a pause lasts as long as it is told to, and forgets its signal afterwards', async () => {
  const plain = pause(1000);
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, 'addEventListener');
  const removed = vi.spyOn(signal, 'removeEventListener');
  const heedful = pause(1000, signal);
  await vi.advanceTimersByTimeAsync(999);
  expect([await isOver(plain), await isOver(heedful)]).toEqual([false, false]);
  await vi.advanceTimersByTimeAsync(1);
  expect([await isOver(plain), await isOver(heedful)]).toEqual([true, true]);
  expect(removed).toHaveBeenCalledExactlyOnceWith('abort', added.mock.calls[0]?.[1]);
});

test('a pause ends at once with the reason of the abort, and leaves no timer', async () => {
  const controller = new AbortController();
  const pausing = pause(1000, controller.signal);
  controller.abort(new Error('enough'));
  await expect(pausing).rejects.toThrow('enough');
  expect(vi.getTimerCount()).toBe(0);
  await expect(pause(1, controller.signal)).rejects.toThrow('enough');
  expect(vi.getTimerCount()).toBe(0);
});
