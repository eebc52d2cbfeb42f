import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { KieAbortError } from './kie-abort-error.ts';
import { isKieError, KieError } from './kie-error.ts';

const fields = { code: 'rate_limited', category: 'rate_limit', retryable: true } as const;

test('JSON holds what is known and nothing else', () => {
  const ref = { taskId: 'a1', api: 'jobs', model: 'z-image' } as const;
  expect(new KieError('x', fields).toJSON()).toEqual({ name: 'KieError', message: 'x', ...fields });
  const more = { outcome: 'refused', kieCode: 429, httpStatus: 200, requestId: 'r', ref } as const;
  expect(JSON.parse(JSON.stringify(new KieError('x', { ...fields, ...more })))).toEqual({
    name: 'KieError',
    message: 'x',
    ...fields,
    ...more,
  });
  expect(inspect(new KieError('x', fields))).not.toContain('undefined');
});

test('isKieError knows errors of another copy, and nothing else', () => {
  expect(isKieError(new KieAbortError('x'))).toBe(true);
  expect(isKieError({ [Symbol.for('@kie/client/KieError')]: true })).toBe(true);
  for (const value of [new Error('x'), null, undefined, 'KieError', { name: 'KieError' }]) {
    expect(isKieError(value)).toBe(false);
  }
});

test('an abort reads as the platform’s own', () => {
  expect(new KieAbortError('x')).toMatchObject({ name: 'AbortError', code: 'aborted', category: 'aborted' });
});
