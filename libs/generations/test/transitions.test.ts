import { expect, test } from 'vitest';
import { cancelGeneration, generationFiles } from '../src/index.ts';
import { anImage, failedTask, notSubmitted } from './support/fake-handler.ts';
import { eventually, modelId, pipeline, png, userId } from './support/pipeline.ts';

const files = async (p: Awaited<ReturnType<typeof pipeline>>, id: string) =>
  generationFiles(p.database.db, id);
const deliveries = async (p: Awaited<ReturnType<typeof pipeline>>, id: string) =>
  p.database.db
    .selectFrom('deliveries')
    .selectAll()
    .where('generation_id', '=', id)
    .orderBy('part')
    .execute();

test('from the tap to the file: held, sent once, stored, captured, ready to deliver', async () => {
  const p = await pipeline();
  p.handler.checks.push({ status: 'running' }, { status: 'running' });
  const { id } = await p.start();
  expect(await p.credits()).toEqual({ available: 90, held: 10 });
  await p.worker();
  const done = await p.reach(id, 'succeeded');
  expect(done).toMatchObject({ attempt: 1, locked_by: null, tries: 0, failure: null, gift: false });
  expect(done.finished_at).not.toBeNull();
  expect(p.handler.sent).toEqual([{ payload: { prompt: 'a cat', complete: true }, callbackUrl: undefined }]);
  expect(p.handler.checked).toHaveLength(3);
  const [file] = await files(p, id);
  expect(file).toMatchObject({
    n: 0,
    kind: 'image',
    mime: 'image/png',
    bytes: png.length,
    width: 3,
    height: 2,
  });
  expect(await (await p.store.get(file?.storage_key ?? '')).bytes()).toEqual(new Uint8Array(png));
  expect(await deliveries(p, id)).toMatchObject([{ part: 0, chat_id: userId, state: 'pending', files: [0] }]);
  expect(await p.credits()).toEqual({ available: 90, held: 0 });
  expect(await p.events(id)).toEqual(['queued', 'submitting', 'submitted', 'finished_at_kie', 'succeeded']);
  expect(p.woken).toEqual([`generation ${id}`, `delivery ${id}`]);
});

test('takes less than it held when KIE took less, never more', async () => {
  const p = await pipeline();
  p.handler.checks.push(
    { status: 'succeeded', files: [anImage], creditsConsumed: 2.1 },
    { status: 'succeeded', files: [anImage], creditsConsumed: 500 },
  );
  await p.worker({ creditMultiplier: 2 });
  await p.reach((await p.start()).id, 'succeeded');
  expect(await p.credits()).toEqual({ available: 95, held: 0 });
  await p.reach((await p.start()).id, 'succeeded');
  expect(await p.credits()).toEqual({ available: 85, held: 0 });
});

test('pictures go into albums of ten, everything else alone, words as a text file', async () => {
  const p = await pipeline();
  const mp3 = { url: 'https://files.example/song.mp3', kind: 'audio', role: 'result' } as const;
  p.files = (url) => new Response(url.endsWith('mp3') ? Buffer.from('ID3\x04\0\0') : png);
  p.handler.checks.push({
    status: 'succeeded',
    files: [mp3, ...Array.from({ length: 11 }, () => anImage)],
    text: 'la la',
  });
  const { id } = await p.start();
  await p.worker();
  await p.reach(id, 'succeeded');
  const parts = (await deliveries(p, id)).map((part) => part.files);
  expect(parts).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [11], [0], [12]]);
  const stored = await files(p, id);
  expect(stored.at(-1)).toMatchObject({ kind: 'text', mime: 'text/plain', bytes: 5 });
  expect(stored[0]).toMatchObject({ kind: 'audio', mime: 'audio/mpeg' });
});

test('data without files and words becomes a text file', async () => {
  const p = await pipeline();
  p.handler.checks.push({ status: 'succeeded', files: [], data: { subject_status: 1 } });
  const { id } = await p.start();
  await p.worker();
  await p.reach(id, 'succeeded');
  const [file] = await files(p, id);
  expect(Buffer.from(await (await p.store.get(file?.storage_key ?? '')).bytes()).toString()).toContain(
    '"subject_status": 1',
  );
});

test('previews are left out when there is the real thing', async () => {
  const p = await pipeline();
  p.handler.checks.push({ status: 'succeeded', files: [{ ...anImage, role: 'preview' }, anImage] });
  const { id } = await p.start();
  await p.worker();
  await p.reach(id, 'succeeded');
  expect(await files(p, id)).toMatchObject([{ role: 'result' }]);
});

test.each([
  ['an input error', notSubmitted('refused', 'input')],
  ['a refusal by moderation', notSubmitted('refused', 'moderation')],
  ['a wrong key', notSubmitted('refused', 'auth')],
])('%s ends it, and the credits come back', async (_, answer) => {
  const p = await pipeline();
  p.handler.submits.push(answer);
  const { id } = await p.start();
  await p.worker();
  const failed = await p.reach(id, 'failed');
  expect(failed.failure).toMatchObject({ message: 'no' });
  expect(p.handler.sent).toHaveLength(1);
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
  expect(p.woken).toContain(`delivery ${id}`);
});

test.each([
  ['rate limit', notSubmitted('refused', 'rate_limit', true)],
  ['maintenance', notSubmitted('refused', 'maintenance', true)],
  ['an empty account', notSubmitted('refused', 'credits')],
  ['no connection', notSubmitted('not_sent', 'network', true)],
])('%s puts it off, and it goes through later', async (_, answer) => {
  const p = await pipeline();
  p.handler.submits.push(answer, answer);
  const { id } = await p.start();
  await p.worker();
  expect((await p.reach(id, 'succeeded')).attempt).toBe(3);
  expect(p.handler.prepared).toHaveLength(1);
  const story = 'queued submitting put_off submitting put_off submitting submitted finished_at_kie succeeded';
  // An empty account also opens the breaker, which may put it off once more before the next try.
  expect((await p.events(id)).join(' ').replaceAll(/(put_off )+/g, 'put_off ')).toBe(story);
  expect(await p.credits()).toEqual({ available: 90, held: 0 });
});

test('what waits too long for KIE fails with the last refusal', async () => {
  const p = await pipeline();
  p.handler.submits.push(...Array.from({ length: 99 }, () => notSubmitted('refused', 'maintenance', true)));
  const { id } = await p.start();
  await p.worker({ queueTimeoutMs: 60, breaker: { threshold: 1000 } });
  expect((await p.reach(id, 'failed')).failure?.code).toBe('code_maintenance');
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
});

test('a passing failure of the task is tried once more, the second one ends it', async () => {
  const p = await pipeline();
  p.handler.checks.push(failedTask('provider'), failedTask('provider'));
  const { id } = await p.start();
  await p.worker();
  expect(await p.reach(id, 'failed')).toMatchObject({
    attempt: 2,
    retried: true,
    failure: { category: 'provider' },
  });
  expect(p.handler.sent).toHaveLength(2);
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
});

test.each([
  ['moderation', failedTask('moderation')],
  ['a success with nothing in it, which may have cost', failedTask('provider', 'empty_result')],
])('%s is not tried again', async (_, answer) => {
  const p = await pipeline();
  p.handler.checks.push(answer);
  const { id } = await p.start();
  await p.worker();
  await p.reach(id, 'failed');
  expect(p.handler.sent).toHaveLength(1);
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
});

test('a task that takes too long is given up, and looked at until then', async () => {
  const p = await pipeline();
  p.handler.checks.push(...Array.from({ length: 500 }, () => ({ status: 'running' }) as const));
  const { id } = await p.start();
  await p.worker({ timeoutMs: 80 });
  expect((await p.reach(id, 'failed')).failure?.code).toBe('timeout');
  expect(p.handler.checked.length).toBeGreaterThan(2);
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
});

test('KIE out of reach is no failure', async () => {
  const p = await pipeline();
  const away = {
    status: 'unavailable',
    error: { code: 'x', message: '', category: 'network', retryable: true },
  } as const;
  p.handler.checks.push(...Array.from({ length: 10 }, () => away));
  const { id } = await p.start();
  await p.worker();
  expect((await p.reach(id, 'succeeded')).tries).toBe(0);
});

test('a lost answer without a public URL is refunded at once and never sent again', async () => {
  const p = await pipeline();
  p.handler.submits.push(notSubmitted('unknown', 'network'));
  const { id } = await p.start();
  await p.worker();
  expect((await p.reach(id, 'failed')).failure?.code).toBe('submit_unknown');
  expect(await p.events(id)).toEqual(['queued', 'submitting', 'submit_unknown', 'failed']);
  expect(p.handler.sent).toHaveLength(1);
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
});

test('a handler that breaks while it submits counts as a lost answer', async () => {
  const p = await pipeline();
  p.handler.submits.push(() => Promise.reject(new Error('bug')));
  const { id } = await p.start();
  await p.worker();
  expect((await p.reach(id, 'failed')).failure?.code).toBe('submit_unknown');
  expect(p.handler.sent).toHaveLength(1);
});

test('an error that names a task leads to the task', async () => {
  const p = await pipeline();
  p.handler.submits.push({
    ...notSubmitted('unknown', 'provider'),
    ref: { taskId: 'odd', api: 'jobs', model: modelId },
  } as never);
  const { id } = await p.start();
  await p.worker();
  await p.reach(id, 'succeeded');
  expect(p.handler.checked).toEqual(['odd']);
});

test('a poisonous input is taken out after three tries', async () => {
  const p = await pipeline();
  p.handler.onPrepare = () => {
    throw new Error('broken parser');
  };
  const { id } = await p.start();
  await p.worker();
  expect((await p.reach(id, 'failed')).failure?.code).toBe('parked');
  expect(p.handler.prepared).toHaveLength(3);
  expect(await p.events(id)).toEqual(['queued', 'parked']);
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
});

test('cancelled while the input was prepared: nothing is sent', async () => {
  const p = await pipeline();
  const { id } = await p.start();
  p.handler.onPrepare = async () => {
    expect(await cancelGeneration(p.database.db, { id, userId })).toBe(true);
  };
  const worker = await p.worker();
  await eventually(() => expect(p.handler.prepared).toHaveLength(1));
  await worker.stop();
  expect((await p.get(id)).state).toBe('cancelled');
  expect(p.handler.sent).toEqual([]);
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
});

test.each([
  ['a web page instead of a picture', () => new Response('<html>502'), 'parked'],
  ['a dead link', () => new Response(null, { status: 404 }), 'parked'],
  [
    'a redirect into the house',
    () => Response.redirect('http://169.254.169.254/latest', 302),
    'result_refused',
  ],
  ['too many bytes', () => new Response(Buffer.concat([png, Buffer.alloc(5000)])), 'result_too_large'],
])('%s is no result: %s', async (_, answer, code) => {
  const p = await pipeline();
  p.files = answer;
  const { id } = await p.start();
  await p.worker({ maxResultBytes: 2000, retryMs: 1 });
  expect((await p.reach(id, 'failed')).failure?.code).toBe(code);
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
  expect(await deliveries(p, id)).toEqual([]);
});

test('a file that comes on the third try is stored once', async () => {
  const p = await pipeline();
  let asked = 0;
  p.files = () => new Response((asked += 1) < 3 ? 'not yet' : png);
  const { id } = await p.start();
  await p.worker();
  await p.reach(id, 'succeeded');
  expect(await files(p, id)).toHaveLength(1);
  expect(await p.credits()).toEqual({ available: 90, held: 0 });
});
