import { expect, test } from 'vitest';
import { readCallback } from './read-callback.ts';
import { signTestCallback } from './sign-test-callback.ts';

// Computed apart from this code: key, task id, time and the signature that belongs to them.
const KEY = 'test-key';
const TASK = '2aeff425a5f21580d2f225c4129e63ab';
const SECONDS = 1_769_670_760;
const SIGNATURE = 'BNAqDybgpVRkwKSL9ps2v31C/me6UOvQE6yKpucgh1M=';
const now = SECONDS * 1000;

const rawBody = JSON.stringify({ code: 200, msg: 'ok', data: { taskId: TASK, state: 'success' } });
const headers = { 'X-Webhook-Timestamp': String(SECONDS), 'X-Webhook-Signature': SIGNATURE };

test('the known vector, from every kind of headers and body', async () => {
  const expected = { taskId: TASK, signature: 'valid' };
  const options = { keys: [KEY], now };
  expect(await readCallback({ headers, rawBody }, options)).toEqual(expected);
  expect(await readCallback({ headers: new Headers(headers), rawBody }, options)).toEqual(expected);
  const node = { 'x-webhook-timestamp': [String(SECONDS)], 'x-webhook-signature': SIGNATURE };
  const bytes = new TextEncoder().encode(rawBody);
  expect(await readCallback({ headers: node, rawBody: bytes }, options)).toEqual(expected);
});

test('signTestCallback makes the known vector', async () => {
  const made = await signTestCallback({ taskId: TASK, key: KEY, timestamp: SECONDS });
  expect(made.headers).toMatchObject({ 'x-webhook-signature': SIGNATURE });
  expect(await readCallback(made, { keys: [KEY], now })).toEqual({ taskId: TASK, signature: 'valid' });
  const fresh = await signTestCallback({ taskId: TASK, key: KEY });
  expect(await readCallback(fresh, { keys: [KEY] })).toMatchObject({ signature: 'valid' });
});

test('two keys while one is changed', async () => {
  for (const keys of [
    [KEY, 'new-key'],
    ['new-key', KEY],
  ]) {
    expect(await readCallback({ headers, rawBody }, { keys, now })).toMatchObject({ signature: 'valid' });
  }
});

test.each([
  ['another key', { keys: ['other'] }, headers],
  ['301 s too old', { keys: [KEY], now: now + 301_000 }, headers],
  ['301 s too early', { keys: [KEY], now: now - 301_000 }, headers],
  ['another time', { keys: [KEY] }, { ...headers, 'X-Webhook-Timestamp': String(SECONDS + 1) }],
  ['a time that is no number', { keys: [KEY] }, { ...headers, 'X-Webhook-Timestamp': 'NaN' }],
  ['no time', { keys: [KEY] }, { 'X-Webhook-Signature': SIGNATURE }],
  ['no signature', { keys: [KEY] }, { 'X-Webhook-Timestamp': String(SECONDS) }],
  ['no Base64', { keys: [KEY] }, { ...headers, 'X-Webhook-Signature': '%%%' }],
  ['a cut signature', { keys: [KEY] }, { ...headers, 'X-Webhook-Signature': SIGNATURE.slice(0, 20) }],
])('invalid: %s', async (_name, options, given) => {
  const read = await readCallback({ headers: given, rawBody }, { now, ...options });
  expect(read).toEqual({ taskId: TASK, signature: 'invalid' });
});

test('a signature for another task is invalid', async () => {
  const other = JSON.stringify({ data: { taskId: 'another' } });
  expect(await readCallback({ headers, rawBody: other }, { keys: [KEY], now })).toMatchObject({
    signature: 'invalid',
  });
});

test('300 s of difference are still valid', async () => {
  for (const at of [now + 300_000, now - 300_000]) {
    expect(await readCallback({ headers, rawBody }, { keys: [KEY], now: at })).toMatchObject({
      signature: 'valid',
    });
  }
});

test('absent: no headers, or no key to check with', async () => {
  expect(await readCallback({ headers: {}, rawBody }, { keys: [KEY] })).toEqual({
    taskId: TASK,
    signature: 'absent',
  });
  expect(await readCallback({ headers, rawBody }, { keys: [] })).toMatchObject({ signature: 'absent' });
});

test.each([
  [{ data: { taskId: TASK } }],
  [{ data: { task_id: TASK } }],
  [{ taskId: TASK, data: null }],
  [{ taskId: TASK, data: { task_id: TASK } }],
])('the task id is found in %j', async (body) => {
  expect(
    (await readCallback({ headers, rawBody: JSON.stringify(body) }, { keys: [KEY], now })).signature,
  ).toBe('valid');
});

const MIB = 1024 * 1024;
const padded = (length: number): string => {
  const empty = JSON.stringify({ taskId: TASK, x: '' });
  return JSON.stringify({ taskId: TASK, x: 'x'.repeat(length - empty.length) });
};

test.each([
  ['nothing', '', 'The body is not JSON. Pass the raw body, not a parsed one.'],
  ['no JSON', 'taskId=1', 'The body is not JSON. Pass the raw body, not a parsed one.'],
  ['no object', '[]', 'The body names no task id.'],
  ['no id', '{"data":{}}', 'The body names no task id.'],
  ['an id that is no word', '{"data":{"taskId":"a b/../c"}}', 'The body names no task id.'],
  ['an id with a word at its end', '{"data":{"taskId":"/abc"}}', 'The body names no task id.'],
  ['an id that is no text', '{"data":{"taskId":{"a":1}}}', 'The body names no task id.'],
  ['two ids', '{"taskId":"a","data":{"taskId":"b"}}', 'The body names two different task ids.'],
  ['too much', padded(MIB + 1), 'The body is larger than 1048576 bytes.'],
])('no callback: %s', async (_name, body, message) => {
  await expect(readCallback({ headers, rawBody: body }, { keys: [KEY], now })).rejects.toMatchObject({
    code: 'invalid_callback',
    category: 'validation',
    retryable: false,
    message: `This is no KIE callback. ${message}`,
  });
});

test('1 MiB is not too much', async () => {
  const read = await readCallback({ headers, rawBody: padded(MIB) }, { keys: [KEY], now });
  expect(read).toEqual({ taskId: TASK, signature: 'valid' });
});

test.each([`${SECONDS}.0`, `${SECONDS}e0`, `+${SECONDS}`, `0x${SECONDS.toString(16)}`, `000${SECONDS}`])(
  'a time that is written in another way is not the time that was signed: %s',
  async (time) => {
    const given = { ...headers, 'X-Webhook-Timestamp': time };
    expect(await readCallback({ headers: given, rawBody }, { keys: [KEY], now })).toMatchObject({
      signature: 'invalid',
    });
  },
);

test('empty ids beside the true one do not count', async () => {
  const body = JSON.stringify({ taskId: '', data: { taskId: null, task_id: TASK } });
  expect(await readCallback({ headers, rawBody: body }, { keys: [KEY], now })).toMatchObject({
    signature: 'valid',
  });
});

test('a signature header that came twice counts once', async () => {
  const twice = { 'x-webhook-timestamp': String(SECONDS), 'x-webhook-signature': [SIGNATURE, 'other'] };
  expect(await readCallback({ headers: twice, rawBody }, { keys: [KEY], now })).toMatchObject({
    signature: 'valid',
  });
});

test('an empty key is a mistake, not a key', async () => {
  await expect(readCallback({ headers, rawBody }, { keys: [''] })).rejects.toMatchObject({
    code: 'invalid_argument',
    message: 'readCallback: a key in keys is empty. Leave keys empty when you have none.',
  });
});
