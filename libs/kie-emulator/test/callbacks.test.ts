import { expect, test } from 'vitest';
import { signature } from '../src/callbacks.ts';
import { start, stillClock, zImage } from './kie.ts';
import { receiver } from './receiver.ts';

test('a success is told with the payload of the Market pages', async () => {
  const { url, received } = await receiver();
  const { emulator, created, record } = await start({ speed: 1, clock: stillClock() });
  const taskId = await created('z-image', zImage, { callBackUrl: url });
  await emulator.advance(10 * 60_000);
  const { resultJson, param, createTime, completeTime, costTime } = await record(taskId);
  expect(received.map((call) => call.body)).toEqual([
    {
      code: 200,
      msg: 'Playground task completed successfully.',
      data: {
        taskId,
        model: 'z-image',
        state: 'success',
        param,
        resultJson,
        failCode: null,
        failMsg: null,
        costTime,
        completeTime,
        createTime,
        updateTime: completeTime,
        creditsConsumed: 0.8,
      },
    },
  ]);
  expect(received[0]?.headers['content-type']).toBe('application/json');
  expect(received[0]?.headers).not.toHaveProperty('x-webhook-signature'); // only with a key
});

test('a failure is code 501 in the body', async () => {
  const { url, received } = await receiver();
  const { emulator, created } = await start({ speed: 1, clock: stillClock() });
  const taskId = await created(
    'z-image',
    { ...zImage, prompt: 'a [fail:internal] fox' },
    { callBackUrl: url },
  );
  await emulator.advance(10 * 60_000);
  expect(received[0]?.body).toMatchObject({
    code: 501,
    msg: 'Playground task failed.',
    data: { taskId, state: 'fail', failCode: '500', failMsg: 'Internal Error', resultJson: null },
  });
});

test('the signature covers task id and time', async () => {
  // Test vector worked out from the documented formula.
  const vector = signature('test-key', '2aeff425a5f21580d2f225c4129e63ab', '1769670760');
  expect(vector).toBe('BNAqDybgpVRkwKSL9ps2v31C/me6UOvQE6yKpucgh1M=');
  const { url, received } = await receiver();
  const { emulator, created } = await start({ speed: 1, clock: stillClock(), webhookHmacKey: 'hook' });
  const taskId = await created('z-image', zImage, { callBackUrl: url });
  await emulator.advance(10 * 60_000);
  const headers = received[0]?.headers ?? {};
  const timestamp = String(headers['x-webhook-timestamp']);
  expect(Number(timestamp)).toBeGreaterThan(1_790_000_000);
  expect(headers['x-webhook-signature']).toBe(signature('hook', taskId, timestamp));
});

test.each([
  ['answers 200 at the third try', [500, 302], [500, 302, 200]],
  ['never answers 200', [500, 404, 503], [500, 404, 503]],
])('three tries: the receiver %s', async (_name, statuses, tried) => {
  const { url } = await receiver([...statuses]);
  const { emulator, created } = await start({ speed: 1, clock: stillClock() });
  await created('z-image', zImage, { callBackUrl: url });
  await emulator.advance(60 * 60_000);
  const calls = emulator.calls().filter((call) => call.kind === 'callback');
  expect(calls.map((call) => call.status)).toEqual(tried);
  expect(calls.map((call) => call.attempt)).toEqual([1, 2, 3]);
});

test('nobody there: three tries without a status, and the task is fine', async () => {
  const { emulator, created, record } = await start({ speed: 1, clock: stillClock() });
  const taskId = await created('z-image', zImage, { callBackUrl: 'http://127.0.0.1:9/' });
  await emulator.advance(60 * 60_000);
  expect(
    emulator
      .calls()
      .filter((call) => call.kind === 'callback')
      .map((call) => call.status),
  ).toEqual([undefined, undefined, undefined]);
  expect(await record(taskId)).toMatchObject({ state: 'success' });
});

test.each([
  ['lost', 0],
  ['duplicate', 2],
] as const)('a %s callback arrives %i times', async (action, times) => {
  const { url, received } = await receiver();
  const { emulator, created } = await start({
    speed: 1,
    clock: stillClock(),
    faults: [{ on: 'callback', action }],
  });
  await created('z-image', zImage, { callBackUrl: url });
  await emulator.advance(60 * 60_000);
  expect(received).toHaveLength(times);
});

test('a late callback comes after its delay', async () => {
  const { url, received } = await receiver();
  const { emulator, created } = await start({
    speed: 1,
    clock: stillClock(),
    faults: [{ on: 'callback', action: { type: 'late', ms: 3_600_000 } }],
  });
  const taskId = await created('z-image', zImage, { callBackUrl: url });
  await emulator.advance(3_599_000);
  expect(emulator.task(taskId)?.state).toBe('success');
  expect(received).toHaveLength(0);
  await emulator.advance(600_000);
  expect(received).toHaveLength(1);
});

test('a forged callback lies under the true id, with a wrong signature, before the true one', async () => {
  const { url, received } = await receiver();
  const { emulator, created } = await start({
    speed: 1,
    clock: stillClock(),
    webhookHmacKey: 'hook',
    faults: [{ on: 'callback', action: 'forged' }],
  });
  const taskId = await created('z-image', zImage, { callBackUrl: url });
  await emulator.advance(3_600_000);
  const valid = received.map(
    ({ headers }) =>
      headers['x-webhook-signature'] === signature('hook', taskId, String(headers['x-webhook-timestamp'])),
  );
  expect(received.map((call) => call.body.data['state'])).toEqual(['fail', 'success']);
  expect(valid).toEqual([false, true]);
});
