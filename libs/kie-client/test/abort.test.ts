import { expect, test } from 'vitest';
import { createKieLimiter } from '../src/index.ts';
import { clientOf, rejection } from './support/client.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { envelope, record, startServer } from './support/server.ts';

// No server here ever answers the request in question and no clock moves on: only the abort can settle these.
const PAYLOAD = { prompt: 'a lighthouse', aspect_ratio: '1:1' } as const;
const REF = { taskId: 'a1', api: 'jobs', model: 'z-image' } as const;
const silent = (): void => undefined;

test('before the call: nothing is sent', async () => {
  const server = await startServer(silent);
  const kie = clientOf(server.url);
  const signal = AbortSignal.abort();
  const error = await rejection(kie.createTask('z-image', PAYLOAD, { signal }));
  expect(error).toMatchObject({ name: 'AbortError', code: 'aborted', outcome: 'not_sent', retryable: true });
  for (const call of [kie.getCredits({ signal }), kie.download(`${server.url}/a.png`, { signal })]) {
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  }
  expect(server.seen).toHaveLength(0);
});

test('queued in the limiter: not_sent, and the place in the queue is given up', async () => {
  const clock = createFakeClock();
  const server = await startServer((response) => envelope(response, 200, 'success', { taskId: 'a1' }));
  const limiter = createKieLimiter({ clock, create: { limit: 1, windowMs: 10_000 } });
  const kie = clientOf(server.url, { clock, limiter });
  await kie.createTask('z-image', PAYLOAD);
  const controller = new AbortController();
  const queued = rejection(kie.createTask('z-image', PAYLOAD, { signal: controller.signal }));
  const next = kie.createTask('z-image', PAYLOAD);
  controller.abort();
  expect(await queued).toMatchObject({ name: 'AbortError', outcome: 'not_sent' });
  clock.advance(10_000);
  await expect(next).resolves.toMatchObject({ taskId: 'a1' });
  expect(server.seen).toHaveLength(2);
});

test('while the paid request is under way: unknown, not to be repeated', async () => {
  const server = await startServer(silent);
  const controller = new AbortController();
  const created = rejection(
    clientOf(server.url).createTask('z-image', PAYLOAD, { signal: controller.signal }),
  );
  await server.received(1);
  controller.abort();
  expect(await created).toMatchObject({ name: 'AbortError', outcome: 'unknown', retryable: false });
});

test('while the body of the answer is read: unknown', async () => {
  const server = await startServer((response) => void response.write('{"code":200,'));
  const controller = new AbortController();
  const created = rejection(
    clientOf(server.url).createTask('z-image', PAYLOAD, { signal: controller.signal }),
  );
  await server.received(1);
  controller.abort();
  expect(await created).toMatchObject({ name: 'AbortError', outcome: 'unknown' });
});

test('during the pause after a rate limit: not_sent', async () => {
  const clock = createFakeClock();
  const server = await startServer((response) => envelope(response, 429, 'x'));
  const controller = new AbortController();
  const kie = clientOf(server.url, { clock });
  const created = rejection(kie.createTask('z-image', PAYLOAD, { signal: controller.signal }));
  await clock.asleep();
  controller.abort();
  expect(await created).toMatchObject({ name: 'AbortError', outcome: 'not_sent' });
});

test('during the pause of a free call', async () => {
  const clock = createFakeClock();
  const server = await startServer((response) => void response.writeHead(503).end());
  const controller = new AbortController();
  const asked = rejection(clientOf(server.url, { clock }).getCredits({ signal: controller.signal }));
  await clock.asleep();
  controller.abort();
  expect(await asked).toMatchObject({ name: 'AbortError', code: 'aborted' });
});

test('between two looks: accepted, with the ref', async () => {
  const clock = createFakeClock();
  const server = await startServer((response) => envelope(response, 200, 'success', record('waiting')));
  const controller = new AbortController();
  const waited = rejection(clientOf(server.url, { clock }).waitTask(REF, { signal: controller.signal }));
  await clock.asleep(3_000);
  controller.abort();
  expect(await waited).toMatchObject({ name: 'AbortError', outcome: 'accepted', ref: REF });
});

test('during a look: accepted, with the ref', async () => {
  const server = await startServer(silent);
  const controller = new AbortController();
  const waited = rejection(clientOf(server.url).waitTask(REF, { signal: controller.signal }));
  await server.received(1);
  controller.abort();
  expect(await waited).toMatchObject({ name: 'AbortError', outcome: 'accepted', ref: REF });
});

test('run: accepted once the task exists', async () => {
  const clock = createFakeClock();
  const server = await startServer((response) => envelope(response, 200, 'success', { taskId: 'a1' }));
  const controller = new AbortController();
  const kie = clientOf(server.url, { clock });
  const ran = rejection(kie.run('z-image', PAYLOAD, { signal: controller.signal }));
  await clock.asleep(1_500);
  controller.abort();
  expect(await ran).toMatchObject({ name: 'AbortError', outcome: 'accepted', ref: REF });
});

test('a fetch that ignores its signal does not hold the caller', async () => {
  let asked = (): void => undefined;
  const called = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const deaf: typeof fetch = () => {
    asked();
    return new Promise(() => undefined);
  };
  const controller = new AbortController();
  const kie = clientOf('http://127.0.0.1:9', { fetch: deaf });
  const created = rejection(kie.createTask('z-image', PAYLOAD, { signal: controller.signal }));
  await called;
  controller.abort();
  expect(await created).toMatchObject({ name: 'AbortError', outcome: 'unknown' });
});

test('in the middle of an upload and of a source that never ends', async () => {
  const server = await startServer(silent);
  const controller = new AbortController();
  const { signal } = controller;
  const kie = clientOf(server.url);
  const sent = rejection(kie.uploadFile(new Blob(['x']), { signal }));
  const read = rejection(kie.uploadFile(new ReadableStream<Uint8Array>(), { signal }));
  await server.received(1);
  controller.abort();
  expect(await sent).toMatchObject({ name: 'AbortError' });
  expect(await read).toMatchObject({ name: 'AbortError' });
});

test('in the middle of a download', async () => {
  const server = await startServer((response) => void response.write('first piece'));
  const controller = new AbortController();
  const file = await clientOf(server.url).download(`${server.url}/a.png`, { signal: controller.signal });
  const bytes = rejection(file.bytes());
  controller.abort();
  expect(await bytes).toMatchObject({ name: 'AbortError' });
});
