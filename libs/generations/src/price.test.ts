import { expect, test } from 'vitest';
import { price } from './price.ts';

test.each([
  [{ kind: 'exact', credits: 4 }, 1, 4],
  [{ kind: 'upTo', credits: 3.2 }, 1.5, 5],
  [{ kind: 'exact', credits: 0.8 }, 1, 1],
  [{ kind: 'exact', credits: 0 }, 2, 1],
  [{ kind: 'exact', credits: 1.1 }, 10, 11],
  [{ kind: 'exact', credits: 0.0001 }, 20_000, 2],
  [{ kind: 'exact', credits: 2.0001 }, 1, 3],
  [{ kind: 'unknown' }, 2, undefined],
] as const)('%j times %d is %d whole credits', (quote, multiplier, credits) => {
  expect(price(quote, multiplier)).toBe(credits);
});
