import { registry } from '@kie/registry';
import { expect, test } from 'vitest';
import { priceOf } from './price.ts';

// Prices as the public price feed had them in October 2026.
test.each([
  ['z-image', { prompt: 'x', aspect_ratio: '1:1' }, 0.8],
  ['kling-2.6/text-to-video', { prompt: 'x', sound: false, duration: '5' }, 55],
  ['kling-2.6/text-to-video', { prompt: 'x', sound: true, duration: '10' }, 220],
])('%s %j costs %d', (id, input, credits) => {
  const model = registry.get(id);
  expect(model && priceOf(model, input)).toBe(credits);
});

test('every model has a price that is a number', () => {
  for (const model of registry.list()) expect(priceOf(model, {}), model.id).toBeGreaterThanOrEqual(0);
});
