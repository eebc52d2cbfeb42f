import { createDatabase } from '@kie/database';
import { createLogger, createRedactor, silentLogger, supervise } from '@kie/service-kit';
import { expect, test, vi } from 'vitest';
import { createGenerationWorker, InfrastructureError } from '../src/index.ts';
import type { GenerationWorkerOptions, SubmitResult } from '../src/index.ts';
import { eventually, modelId, pipeline } from './support/pipeline.ts';

const submitted = (): SubmitResult => ({
  status: 'submitted',
  ref: { taskId: crypto.randomUUID(), api: 'jobs', model: modelId },
});

test('three workers on forty generations: none sent twice, each charged once', async () => {
  const p = await pipeline();
  const ids: string[] = [];
  for (let n = 0; n < 40; n += 1) ids.push((await p.start({ price: 2, input: { n } })).id);
  for (let n = 0; n < 3; n += 1) await p.worker({ concurrency: 4 });
  for (const id of ids) await p.reach(id, 'succeeded');
  const sent = p.handler.sent.map(({ payload }) => payload['n']);
  expect(sent).toHaveLength(40);
  expect(new Set(sent).size).toBe(40);
  expect(await p.credits()).toEqual({ available: 20, held: 0 });
});

test('no more steps at once than there are slots', async () => {
  const p = await pipeline();
  let now = 0;
  let most = 0;
  const ids: string[] = [];
  for (let n = 0; n < 9; n += 1) {
    p.handler.submits.push(async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 80));
      now -= 1;
      return submitted();
    });
    ids.push((await p.start({ price: 1 })).id);
  }
  await p.worker({ concurrency: 3 });
  for (const id of ids) await p.reach(id, 'succeeded');
  expect(most).toBe(3);
});

test('a step longer than the lease keeps its generation', async () => {
  const p = await pipeline();
  p.handler.submits.push(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1200));
    return submitted();
  });
  const { id } = await p.start();
  await p.worker({ leaseMs: 500 });
  await p.worker({ leaseMs: 500 });
  await p.reach(id, 'succeeded');
  expect(p.handler.sent).toHaveLength(1);
  expect(await p.events(id)).not.toContain('submit_unknown');
});

test('what a dead worker held is taken up when its lease is over', async () => {
  const p = await pipeline();
  const { id } = await p.start();
  const dead = { locked_by: 'dead', locked_until: new Date(Date.now() + 150), tries: 1 };
  await p.database.db.updateTable('generations').set(dead).where('id', '=', id).execute();
  await p.worker();
  await p.reach(id, 'succeeded');
  expect(p.handler.sent).toHaveLength(1);
});

test('a row in submitting whose request surely did not leave goes back into the queue', async () => {
  const p = await pipeline();
  const { id } = await p.start();
  await p.database.db
    .updateTable('generations')
    .set({ state: 'submitting', attempt: 1, locked_by: 'dead', locked_until: new Date(0) })
    .where('id', '=', id)
    .execute();
  await p.worker();
  expect((await p.reach(id, 'succeeded')).attempt).toBe(2);
});

test('a stop waits for the paid request in hand, and starts nothing more', async () => {
  const p = await pipeline();
  let answer: () => void = () => {};
  const slow = new Promise<void>((resolve) => (answer = resolve));
  p.handler.submits.push(async () => {
    await slow;
    return submitted();
  });
  const { id } = await p.start();
  const worker = await p.worker();
  await p.reach(id, 'submitting');
  const stopped = worker.stop();
  const { id: next } = await p.start();
  answer();
  await stopped;
  expect(await p.get(id)).toMatchObject({ state: 'running', locked_by: null });
  expect(await p.get(next)).toMatchObject({ state: 'queued', tries: 0 });
  await p.worker();
  await p.reach(id, 'succeeded');
  await p.reach(next, 'succeeded');
});

test('a stop does not wait for ever: what can be cut is cut, and done by the next worker', async () => {
  const p = await pipeline();
  p.files = () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
  const { id } = await p.start();
  const fetching = vi.fn<typeof fetch>(
    async (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('cut')));
      }),
  );
  const worker = await p.worker({ fetch: fetching, drainMs: 30 });
  await eventually(() => expect(fetching).toHaveBeenCalled());
  await worker.stop();
  expect(await p.get(id)).toMatchObject({ state: 'storing', locked_by: null });
  p.files = () => new Response(Buffer.from('GIF89a\x02\0\x01\0'));
  await p.worker();
  await p.reach(id, 'succeeded');
});

test('the task id is saved although the database refused it at first', async () => {
  const p = await pipeline();
  p.handler.submits.push(async () => {
    await p.database.pool.query('alter table generation_events rename to away');
    setTimeout(() => void p.database.pool.query('alter table away rename to generation_events'), 60);
    return submitted();
  });
  const { id } = await p.start();
  await p.worker({ retryMs: 40, leaseMs: 5000 });
  await p.reach(id, 'succeeded');
  expect(p.handler.sent).toHaveLength(1);
  expect(await p.events(id)).not.toContain('submit_unknown');
});

test('inputs are opened where the model has a media field, and nowhere else', async () => {
  const p = await pipeline();
  const image = { type: 'string', required: true, description: '', media: { kind: 'image' } };
  const model = {
    fields: [
      { ...image, name: 'image_url' },
      { ...image, name: 'image_urls', type: 'array', itemType: 'string' },
      { name: 'prompt', type: 'string', required: true, description: '' },
      {
        name: 'shots',
        type: 'array',
        itemType: 'object',
        required: false,
        description: '',
        itemFields: [{ ...image, name: 'url' }],
      },
    ],
  };
  const opened: string[] = [];
  const input = {
    image_url: 'media:a',
    image_urls: ['media:b', 'https://x.example/c.png'],
    prompt: 'media:d',
    shots: [{ url: 'media:e', at: 1 }],
  };
  p.handler.submits.push(submitted());
  const { id } = await p.start({ input });
  await p.worker({
    registry: { get: () => model as never },
    openInput: async (mediaId) => {
      opened.push(mediaId);
      return new Blob([mediaId]);
    },
  });
  await p.reach(id, 'succeeded');
  expect(opened).toEqual(['a', 'b', 'e']);
  expect(p.handler.prepared[0]?.input).toMatchObject({
    image_url: expect.any(Blob),
    image_urls: [expect.any(Blob), 'https://x.example/c.png'],
    prompt: 'media:d',
    shots: [{ url: expect.any(Blob), at: 1 }],
  });
});

test("KIE's own filter is asked for where the model has it", async () => {
  const p = await pipeline();
  const field = { name: 'nsfw_checker', type: 'boolean', required: false, description: '' };
  const registry = { get: (id: string) => ({ fields: id === modelId ? [field] : [] }) as never };
  const has = await p.start({ input: { prompt: 'x', nsfw_checker: false } });
  const hasNot = await p.start({ modelId: 'other' });
  await p.worker({ registry, nsfwChecker: true });
  for (const { id } of [has, hasNot]) await p.reach(id, 'succeeded');
  const filters = p.handler.prepared.map(({ modelId: id, input }) => [id, input['nsfw_checker']]);
  expect(Object.fromEntries(filters)).toEqual({ [modelId]: true, other: undefined });
});

test('the log follows a generation by its id and has none of its words', async () => {
  const p = await pipeline();
  const lines: string[] = [];
  const logger = createLogger({
    level: 'trace',
    redactor: createRedactor({ secrets: [] }),
    destination: { write: (line: string) => void lines.push(line) },
  });
  let tries = 0;
  p.handler.onPrepare = () => {
    tries += 1;
    if (tries === 1) throw new Error('cannot parse "a cat in rain"');
  };
  const { id } = await p.start({ input: { prompt: 'a cat in rain' } });
  await p.worker({ logger });
  await p.reach(id, 'succeeded');
  expect(lines.filter((line) => line.includes(id)).length).toBeGreaterThanOrEqual(4);
  expect(lines.join('')).not.toContain('cat in rain');
});

test('five failures of the database in a row end the loop in good order; supervised, a new worker goes on', async () => {
  const p = await pipeline();
  const { id } = await p.start();
  const broken = createDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' });
  const options: GenerationWorkerOptions = {
    database: p.database.db,
    wakeUps: p.wakeUps,
    handler: p.handler,
    registry: { get: () => undefined },
    mediaStore: p.store,
    openInput: async () => new Blob([]),
    logger: silentLogger(),
    fetch: async () => p.files(''),
    sweepMs: 5,
    pollMs: 5,
  };
  const never = new AbortController();
  const ended = createGenerationWorker({ ...options, database: broken.db }).run(never.signal);
  await expect(ended).rejects.toThrow(InfrastructureError);

  const stop = new AbortController();
  const databases = [broken.db, p.database.db];
  const supervised = supervise(
    'generations',
    (signal) =>
      createGenerationWorker({ ...options, database: databases.shift() ?? p.database.db }).run(signal),
    { signal: stop.signal, logger: silentLogger(), delaysMs: [1] },
  );
  await p.reach(id, 'succeeded');
  stop.abort();
  await supervised;
  await broken.close();
});
