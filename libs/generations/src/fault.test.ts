import { expect, test } from 'vitest';
import { faultOf } from './fault.ts';

test('tells the class, the code and the place, and no words', () => {
  const fault = faultOf(
    Object.assign(new RangeError('Failing row contains (my prompt).'), {
      code: '23514',
      detail: 'my prompt',
    }),
  );
  expect(fault).toMatchObject({
    error: 'RangeError',
    code: '23514',
    at: expect.stringContaining('fault.test.ts'),
  });
  expect(JSON.stringify(fault)).not.toContain('prompt');
});

test('things that are no errors', () => {
  expect(faultOf('my prompt')).toEqual({ error: 'string' });
  expect(faultOf(undefined)).toEqual({ error: 'undefined' });
});
