import { expect, test } from 'vitest';
import { readNetworkFailure } from './network-failure.ts';

const failed = (cause: unknown): unknown => ({
  name: 'NetworkError',
  cause: new TypeError('fetch failed', { cause }),
});
const refused = { code: 'ECONNREFUSED', syscall: 'connect' };
const reset = { code: 'ECONNRESET', syscall: 'read' };

test.each([
  ['refused', refused, true, 'ECONNREFUSED'],
  ['name not found', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }, true, 'ENOTFOUND'],
  ['connect time-out', { code: 'UND_ERR_CONNECT_TIMEOUT' }, true, 'UND_ERR_CONNECT_TIMEOUT'],
  ['time-out of connect()', { code: 'ETIMEDOUT', syscall: 'connect' }, true, 'ETIMEDOUT'],
  ['time-out of read()', { code: 'ETIMEDOUT', syscall: 'read' }, false, 'ETIMEDOUT'],
  ['reset', reset, false, 'ECONNRESET'],
  ['all addresses refused', { code: 'ECONNREFUSED', errors: [refused, refused] }, true, 'ECONNREFUSED'],
  ['one address reset', { code: 'ECONNREFUSED', errors: [refused, reset] }, false, 'ECONNREFUSED'],
  ['a code that is a sentence', { code: 'the key is 123' }, false, undefined],
  ['nothing to read', undefined, false, undefined],
])('%s', (_name, cause, neverConnected, detail) => {
  const failure = readNetworkFailure(failed(cause));
  expect(failure.neverConnected).toBe(neverConnected);
  expect(failure.detail).toBe(detail);
});

test('a chain that leads to itself ends', () => {
  const loop: { cause?: unknown } = {};
  loop.cause = loop;
  expect(readNetworkFailure(loop)).toEqual({ neverConnected: false });
});
