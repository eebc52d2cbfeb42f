import { expect, test } from 'vitest';
import { explainCode, isRefusal } from './refusal.ts';

test.each([
  [401, 'You do not have access permissions', 'unauthorized', 'auth'],
  [402, "Credits insufficient : Your current balance isn't enough.", 'insufficient_credits', 'credits'],
  [500, "Credits insufficient : Your current balance isn't enough.", 'insufficient_credits', 'credits'],
  [500, 'This field is required', 'invalid_request', 'input'],
  [500, 'The server is currently being maintained, please try again later~', 'maintenance', 'maintenance'],
  [500, 'Internal Error', 'provider_error', 'provider'],
  [422, '不能为空', 'invalid_request', 'input'],
  [422, 'The page does not exist or is not published', 'invalid_request', 'validation'],
  [400, 'Content was flagged by the safety system.', 'invalid_request', 'moderation'],
  [429, 'Your call frequency is too high. Please try again later.', 'rate_limited', 'rate_limit'],
  [777, 'whatever', 'provider_error', 'unknown'],
])('code %i "%s" is %s, %s', (kieCode, msg, code, category) => {
  expect(explainCode(kieCode, msg)).toMatchObject({ code, category });
});

test('a text never makes a refusal: that is the code alone', () => {
  expect(isRefusal(500)).toBe(false);
  expect(isRefusal(422)).toBe(true);
});
