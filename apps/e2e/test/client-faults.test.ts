import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createKieClient,
  createKieLimiter,
  isKieError,
  readCallback,
  type Callback,
  type KieClient,
  type KieClientOptions,
} from '@kie/client';
import { startKieEmulator, type FaultAction, type FaultName, type KieEmulator } from '@kie/emulator';
import { afterAll, beforeAll, expect, test } from 'vitest';

const HMAC = 'hmac-key-of-the-test';
const PAYLOAD = { prompt: 'a fox', aspect_ratio: '1:1' } as const;
const PATIENCE = { timeout: 4_000 };
let kie: KieEmulator;

const clientOf = (options: Partial<KieClientOptions> = {}): KieClient =>
  createKieClient({
    apiKey: 'test-key',
    baseUrl: kie.url,
    uploadBaseUrl: kie.uploadUrl,
    requestTimeoutMs: 1_000,
    limiter: createKieLimiter({
      create: { limit: 1_000, windowMs: 1_000 },
      status: { limit: 1_000, windowMs: 1_000 },
    }),
    ...options,
  });
const creates = (): number => kie.calls().filter((call) => call.path.endsWith('/createTask')).length;

beforeAll(async () => {
  kie = await startKieEmulator({
    speed: 500,
    credits: 1_000_000,
    createLimit: false,
    webhookHmacKey: HMAC,
  });
});
afterAll(async () => {
  await kie.stop();
});

test.each<[FaultAction | FaultName, string, string]>([
  ['reset', 'unknown', 'connection_lost'],
  ['hang', 'unknown', 'request_timeout'],
  [{ type: 'http', status: 503 }, 'unknown', 'malformed_response'],
  ['html', 'unknown', 'malformed_response'],
  ['lost-reply', 'unknown', 'connection_lost'],
  ['insufficient-credits', 'refused', 'insufficient_credits'],
  ['maintenance', 'unknown', 'maintenance'],
])('create meets %j: one POST, outcome %s, code %s', async (action, outcome, code) => {
  const rule = kie.faults.add({ on: 'create', action });
  const before = creates();
  const error = await clientOf()
    .createTask('z-image', PAYLOAD)
    .catch((reason: unknown) => reason);
  rule.remove();
  expect(isKieError(error)).toBe(true);
  expect(error).toMatchObject({ outcome, code });
  // A call that hung is journaled once its connection is gone.
  await expect.poll(() => creates() - before, PATIENCE).toBe(1);
});

test('rate limits in both forms are waited out; every task is made once', async () => {
  const before = kie.tasks().length;
  const rules = [
    kie.faults.add({ on: 'create', action: 'rate-limit', times: 2 }),
    kie.faults.add({ on: 'create', action: { type: 'rate-limit', httpStatus: 429 }, times: 2 }),
  ];
  const client = clientOf();
  const refs = await Promise.all(Array.from({ length: 12 }, () => client.createTask('z-image', PAYLOAD)));
  expect(new Set(refs.map((ref) => ref.taskId)).size).toBe(12);
  expect(kie.tasks().length - before).toBe(12);
  expect(rules.map((rule) => rule.struck)).toEqual([2, 2]);
});

test('a wait lives through resets, pages, errors and a slow answer', async () => {
  const ref = await clientOf().createTask('z-image', PAYLOAD);
  const actions: readonly (FaultAction | FaultName)[] = [
    'reset',
    'html',
    { type: 'error', code: 500, msg: 'Server exception' },
    'maintenance',
    { type: 'http', status: 503 },
    'rate-limit',
    'hang',
  ];
  const rules = actions.map((action) => kie.faults.add({ on: 'status', action, taskId: ref.taskId }));
  const task = await clientOf().waitTask(ref, { pollMs: 20 });
  expect(task).toMatchObject({ status: 'succeeded', files: [{ kind: 'image' }] });
  expect(rules.map((rule) => rule.struck)).toEqual(rules.map(() => 1));
});

test('a task is created here and waited for by another client, from a string', async () => {
  const stored = JSON.stringify(await clientOf().createTask('z-image', PAYLOAD));
  const task = await clientOf().waitTask(JSON.parse(stored) as never, { pollMs: 20 });
  expect(task.status).toBe('succeeded');
});

test('success without a result is a success with nothing in it', async () => {
  kie.faults.add({ on: 'create', action: 'empty-result' });
  const task = await clientOf().run('z-image', PAYLOAD, { pollMs: 20 });
  expect(task.files).toEqual([]);
});

test('an upload and a download survive one fault each', async () => {
  const file = new Blob([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])]);
  kie.faults.add({ on: 'upload', action: 'reset' });
  const { url } = await clientOf().uploadFile(file);
  expect(new URL(url).origin).toBe(kie.url);
  const task = await clientOf().run('z-image', PAYLOAD, { pollMs: 20 });
  kie.faults.add({ on: 'result', action: 'reset' });
  const download = await clientOf().download(task.files[0]?.url ?? '');
  expect(download.mimeType).toBe('image/png');
  expect((await download.bytes()).length).toBeGreaterThan(100);
});

test('a signed callback is read by its raw body; a forged one is told by its signature', async () => {
  const received: Callback[] = [];
  const receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push(
      await readCallback(
        { headers: request.headers, rawBody: Buffer.concat(chunks) },
        // The emulator's clock runs 500 times faster than ours.
        { keys: ['another key', HMAC], toleranceMs: Number.MAX_SAFE_INTEGER },
      ),
    );
    response.end('{"status":"received"}');
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const callbackUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  try {
    const ref = await clientOf().createTask('z-image', PAYLOAD, { callbackUrl });
    await expect.poll(() => received.length, PATIENCE).toBe(1);
    expect(received[0]).toEqual({ taskId: ref.taskId, signature: 'valid' });
    kie.faults.add({ on: 'callback', action: 'forged' });
    await clientOf().createTask('z-image', PAYLOAD, { callbackUrl });
    await expect.poll(() => received.some((each) => each.signature === 'invalid'), PATIENCE).toBe(true);
  } finally {
    receiver.closeAllConnections();
    receiver.close();
  }
});
