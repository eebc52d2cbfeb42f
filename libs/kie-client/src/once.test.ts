import { expect, test } from 'vitest';
import { once } from './once.ts';

test('loads once; a failure is a KieError and is tried again', async () => {
  let loads = 0;
  const part = once(async () => {
    loads += 1;
    if (loads === 1)
      throw new TypeError('Failed to fetch dynamically imported module: https://example.com/a.js');
    return 'part';
  });
  await expect(part()).rejects.toMatchObject({ code: 'connection_failed', outcome: 'not_sent' });
  await expect(part()).resolves.toBe('part');
  await expect(part()).resolves.toBe('part');
  expect(loads).toBe(2);
});
