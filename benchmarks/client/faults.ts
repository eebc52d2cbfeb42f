// The two fault tables: the same fault for every client, by an injected fetch, default options. Prints JSON.
import { inspect } from 'node:util';
import { createFalClient } from '@fal-ai/client';
import RunwayML from '@runwayml/sdk';
import OpenAI from 'openai';
import Replicate from 'replicate';
import { ours } from './ours.ts';

const KEY = 'secret-key-0123456789';
type Answer = (count: number) => Response;
type Fetch = typeof fetch;

interface Contestant {
  readonly name: string;
  create(fetch: Fetch, signal?: AbortSignal): Promise<unknown>;
  wait(fetch: Fetch, signal?: AbortSignal): Promise<unknown>;
  /** Answers of this service: a task made, a task running, a task done, a state nobody knows. */
  readonly made: () => Response;
  readonly running: () => Response;
  readonly done: () => Response;
  readonly strange: () => Response;
  /** A wait in which every answer is the given one. */
  readonly failing: () => Response;
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

const { createKieClient } = await ours();
const record = (state: string): Response =>
  json({
    code: 200,
    msg: 'success',
    data: { taskId: 't', state, resultJson: '{"resultUrls":["https://a.b/c.png"]}' },
  });
const runwayTask = (status: string): Response =>
  json({ id: 't', status, createdAt: '2026-01-01T00:00:00Z', output: ['https://a.b/c.mp4'], progress: 0.5 });
const prediction = (status: string): Response =>
  json({ id: 't', status, output: 'https://a.b/c.png', urls: {} });
const falStatus = (status: string): Response => json({ status, request_id: 't', logs: [] });
const openai = (fetchOne: Fetch): OpenAI => new OpenAI({ apiKey: KEY, fetch: fetchOne });
const runway = (fetchOne: Fetch): RunwayML => new RunwayML({ apiKey: KEY, fetch: fetchOne });
const RUNWAY = {
  model: 'gen4_turbo',
  promptImage: 'https://a.b/c.png',
  promptText: 'x',
  ratio: '1280:720',
  duration: 5,
} as never;

const contestants: readonly Contestant[] = [
  {
    name: '@kie/client',
    create: (fetch, signal) =>
      createKieClient({ apiKey: KEY, fetch }).createTask('z-image', { prompt: 'x' }, { signal }),
    wait: (fetch, signal) => createKieClient({ apiKey: KEY, fetch }).waitTask('t', signal ? { signal } : {}),
    made: () => json({ code: 200, msg: 'success', data: { taskId: 't' } }),
    running: () => record('waiting'),
    done: () => record('success'),
    strange: () => record('inventing'),
    failing: () => json({ code: 422, msg: 'recordInfo is null', data: null }),
  },
  {
    name: 'fal',
    create: (fetch, signal) =>
      createFalClient({ credentials: KEY, fetch }).queue.submit('fal-ai/x', {
        input: {},
        ...(signal && { abortSignal: signal }),
      }),
    wait: (fetch, signal) =>
      createFalClient({ credentials: KEY, fetch }).queue.subscribeToStatus('fal-ai/x', {
        requestId: 't',
        ...(signal && { abortSignal: signal }),
      }),
    made: () => json({ request_id: 't', status: 'IN_QUEUE' }),
    running: () => falStatus('IN_PROGRESS'),
    done: () => falStatus('COMPLETED'),
    strange: () => falStatus('INVENTING'),
    failing: () => json({ detail: 'not found' }, 404),
  },
  {
    name: 'replicate',
    create: (fetch, signal) =>
      new Replicate({ auth: KEY, fetch: fetch as never }).predictions.create({
        version: 'v',
        input: {},
        ...(signal && { signal }),
      }),
    wait: (fetch, signal) => {
      const replicate = new Replicate({ auth: KEY, fetch: fetch as never });
      const stop = async (): Promise<boolean> => signal?.aborted ?? false;
      return replicate.wait({ id: 't', status: 'starting' } as never, {}, stop as never);
    },
    made: () => json({ id: 't', status: 'starting' }, 201),
    running: () => prediction('processing'),
    done: () => prediction('succeeded'),
    strange: () => prediction('inventing'),
    failing: () => json({ detail: 'not found' }, 404),
  },
  {
    name: 'openai',
    create: (fetch, signal) =>
      openai(fetch).images.generate({ prompt: 'x', model: 'gpt-image-1' }, signal ? { signal } : {}),
    wait: () => Promise.reject(new Error('no waiter in this client for images')),
    made: () => json({ created: 1, data: [] }),
    running: () => json({}),
    done: () => json({}),
    strange: () => json({}),
    failing: () => json({}),
  },
  {
    name: 'runway',
    create: (fetch, signal) => runway(fetch).imageToVideo.create(RUNWAY, signal ? { signal } : {}),
    wait: (fetch, signal) =>
      runway(fetch)
        .tasks.retrieve('t')
        .waitForTaskOutput(signal ? ({ abortSignal: signal } as never) : {}),
    made: () => json({ id: 't' }),
    running: () => runwayTask('RUNNING'),
    done: () => runwayTask('SUCCEEDED'),
    strange: () => runwayTask('INVENTING'),
    failing: () => json({ error: 'not found' }, 404),
  },
];

const reset: Answer = () => {
  throw Object.assign(new TypeError('fetch failed'), {
    cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
  });
};

interface Outcome {
  readonly sent: number;
  readonly ms: number;
  readonly value?: unknown;
  readonly error?: unknown;
}

async function play(
  answer: Answer,
  call: (fetch: Fetch) => Promise<unknown>,
  limitMs: number,
): Promise<Outcome> {
  let sent = 0;
  const fetchOne = (async (input: RequestInfo | URL, init?: RequestInit) => {
    // As the platform's own does: a signal that fired ends the request.
    (init?.signal ?? (input instanceof Request ? input.signal : undefined))?.throwIfAborted();
    sent += 1;
    return answer(sent);
  }) as Fetch;
  const started = performance.now();
  const end = call(fetchOne).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  const late = new Promise<{ value: string }>((resolve) =>
    setTimeout(resolve, limitMs, { value: 'still going' }),
  );
  const result = await Promise.race([end, late]);
  return { sent, ms: performance.now() - started, ...result };
}

const words = ({ sent, ms, value, error }: Outcome): string =>
  `${sent}${value === 'still going' ? '+' : ''} POST, ${(ms / 1000).toFixed(1)} s, ${error === undefined ? (value === 'still going' ? 'still trying' : 'success') : 'error'}`;

const LIMIT = 12_000;
const table: Record<string, Record<string, string>> = {};
const put = (row: string, name: string, text: string): void => {
  (table[row] ??= {})[name] = text;
};
await Promise.all(
  contestants.map(async ({ name, create, wait, made, running, done, strange, failing }) => {
    const faults: readonly (readonly [string, Answer])[] = [
      ['create: reset after sending', reset],
      ['create: 503 for ever', () => json({ error: 'unavailable' }, 503)],
      ['create: HTML 502', () => new Response('<html>', { status: 502 })],
      [
        'create: 429, Retry-After 2, then made',
        (count) => (count === 1 ? json({}, 429, { 'retry-after': '2' }) : made()),
      ],
      [
        'create: HTTP 200, body says 401',
        () => json({ code: 401, msg: 'You do not have access permissions' }),
      ],
    ];
    for (const [row, answer] of faults) put(row, name, words(await play(answer, create, LIMIT)));

    const failed = await play(() => json({ code: 401, msg: 'no', error: 'no' }, 401), create, LIMIT);
    put(
      'create: key in util.inspect(error)',
      name,
      inspect(failed.error, { depth: 12 }).includes(KEY) ? 'YES' : 'no',
    );

    const controller = new AbortController();
    let abortedAt = 0;
    setTimeout(() => {
      abortedAt = performance.now();
      controller.abort();
    }, 250);
    const retried = await play(
      () => json({}, 429),
      (fetchOne) => create(fetchOne, controller.signal),
      LIMIT,
    );
    const settled = performance.now() - abortedAt;
    put(
      'create: abort while it pauses',
      name,
      abortedAt === 0
        ? `ended before (${words(retried)})`
        : retried.value === 'still going'
          ? 'not within 12 s'
          : `${Math.max(0, settled).toFixed(0)} ms`,
    );

    if (name === 'openai') return;
    const looks: readonly (readonly [string, Answer])[] = [
      ['wait: one 500', (count) => (count === 1 ? json({ error: 'x' }, 500) : done())],
      ['wait: not visible yet, once', (count) => (count === 1 ? failing() : done())],
      ['wait: an unknown state, then done', (count) => (count < 4 ? strange() : done())],
    ];
    for (const [row, answer] of looks) {
      const { error, value, sent } = await play(answer, wait, 40_000);
      put(
        row,
        name,
        error !== undefined ? 'throws' : value === 'still going' ? `goes on (${sent} looks)` : 'survives',
      );
    }
    const paced = await play(running, wait, 20_000);
    put('wait: looks in 20 s', name, String(paced.sent));
    const stopper = new AbortController();
    let stoppedAt = 0;
    setTimeout(() => {
      stoppedAt = performance.now();
      stopper.abort();
    }, 1_000);
    const ended = await play(running, (fetchOne) => wait(fetchOne, stopper.signal), LIMIT);
    const took = `${(performance.now() - stoppedAt).toFixed(0)} ms`;
    put(
      'wait: abort settles after',
      name,
      ended.value === 'still going'
        ? 'not within 12 s'
        : `${took}, ${ended.error === undefined ? 'AS SUCCESS' : 'error'}`,
    );
  }),
);
console.log(JSON.stringify(table));
process.exit(0);
