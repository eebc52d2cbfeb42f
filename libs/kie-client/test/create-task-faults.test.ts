import ky from 'ky';
import { expect, test } from 'vitest';
import { isKieError, type KieErrorCode, type Outcome } from '../src/index.ts';
import { clientOf, rejection } from './support/client.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { closedPort, envelope, startServer, startSocketServer, type Answer } from './support/server.ts';

const PAYLOAD = { prompt: 'a lighthouse at dusk', aspect_ratio: '1:1' } as const;
const TIMEOUT_MS = 250;

interface Fault {
  readonly name: string;
  readonly answer: Answer;
  readonly code: KieErrorCode;
  readonly outcome: Outcome;
}

const html = '<html><body>Bad gateway</body></html>';

const UNKNOWN: readonly Fault[] = [
  {
    name: 'reset before the headers',
    answer: (response) => void response.socket?.resetAndDestroy(),
    code: 'connection_lost',
    outcome: 'unknown',
  },
  {
    name: 'closed before the headers',
    answer: (response) => void response.socket?.end(),
    code: 'connection_lost',
    outcome: 'unknown',
  },
  {
    name: 'reset in the middle of the body',
    answer: (response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write('{"code":200,', () => response.socket?.resetAndDestroy());
    },
    code: 'connection_lost',
    outcome: 'unknown',
  },
  { name: 'no answer at all', answer: () => undefined, code: 'request_timeout', outcome: 'unknown' },
  {
    name: 'a body that never ends',
    answer: (response) => {
      response.writeHead(200);
      response.write('{"code":200,');
    },
    code: 'request_timeout',
    outcome: 'unknown',
  },
  {
    name: 'HTML with HTTP 502',
    answer: (response) => void response.writeHead(502, { 'content-type': 'text/html' }).end(html),
    code: 'malformed_response',
    outcome: 'unknown',
  },
  {
    name: 'nothing with HTTP 503',
    answer: (response) => void response.writeHead(503).end(),
    code: 'malformed_response',
    outcome: 'unknown',
  },
  {
    name: 'HTML with HTTP 403',
    answer: (response) => void response.writeHead(403).end(html),
    code: 'malformed_response',
    outcome: 'unknown',
  },
  {
    name: 'half of the JSON',
    answer: (response) => void response.end('{"code":200,"msg":"success","da'),
    code: 'malformed_response',
    outcome: 'unknown',
  },
  {
    name: 'JSON without a code',
    answer: (response) => void response.end('{"ok":true}'),
    code: 'malformed_response',
    outcome: 'unknown',
  },
  {
    name: 'a redirect',
    answer: (response) => void response.writeHead(307, { location: '/elsewhere' }).end(),
    code: 'redirect_refused',
    outcome: 'unknown',
  },
  {
    name: 'code 200 without a task id',
    answer: (response) => envelope(response, 200, 'success', {}),
    code: 'no_task_id',
    outcome: 'unknown',
  },
  ...[408, 500, 501, 531, 999].map((code): Fault => ({
    name: `envelope code ${code}`,
    answer: (response) => envelope(response, code, 'Server exception', null),
    code: 'provider_error',
    outcome: 'unknown',
  })),
];

const REFUSED: readonly Fault[] = (
  [
    [400, 'invalid_request'],
    [401, 'unauthorized'],
    [402, 'insufficient_credits'],
    [404, 'not_found'],
    [405, 'invalid_request'],
    [422, 'invalid_request'],
    [433, 'key_limit_reached'],
    [451, 'media_unreachable'],
    [455, 'maintenance'],
    [505, 'feature_disabled'],
    [550, 'queue_full'],
  ] as const
).map(([kieCode, code]) => ({
  name: `envelope code ${kieCode}`,
  answer: (response) => envelope(response, kieCode, 'No.'),
  code,
  outcome: 'refused',
}));

test.each([...UNKNOWN, ...REFUSED])('$name: one POST, $outcome', async ({ answer, code, outcome }) => {
  const server = await startServer(answer);
  const kie = clientOf(server.url, { requestTimeoutMs: TIMEOUT_MS });
  const error = await rejection(kie.createTask('z-image', PAYLOAD));
  expect(error).toMatchObject({ name: 'KieError', code, outcome });
  expect(isKieError(error) && error.retryable && outcome === 'unknown').toBe(false);
  expect(server.seen).toHaveLength(1);
});

test.each(UNKNOWN)('negative control: a naive retry pays twice on: $name', async ({ answer }) => {
  const server = await startServer(answer);
  const create = async (): Promise<string> => {
    const options = { json: { model: 'z-image', input: PAYLOAD }, timeout: TIMEOUT_MS, retry: 0 } as const;
    const url = `${server.url}/api/v1/jobs/createTask`;
    const body = await ky.post(url, { ...options, redirect: 'error' }).json<{ data?: { taskId?: string } }>();
    if (body.data?.taskId === undefined) throw new Error('no task');
    return body.data.taskId;
  };
  await create()
    .catch(create)
    .catch(() => undefined);
  expect(server.seen).toHaveLength(2);
});

test('an answer that is not HTTP at all is unknown', async () => {
  const server = await startSocketServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n'));
  const error = await rejection(clientOf(server.url).createTask('z-image', PAYLOAD));
  expect(error).toMatchObject({ code: 'connection_lost', outcome: 'unknown' });
  expect(server.count()).toBe(1);
});

test('a refused connection is not_sent and may be tried again', async () => {
  const error = await rejection(clientOf(await closedPort()).createTask('z-image', PAYLOAD));
  expect(error).toMatchObject({ code: 'connection_failed', outcome: 'not_sent', retryable: true });
});

test('an unknown host is not_sent', async () => {
  const error = await rejection(clientOf('http://kie.invalid').createTask('z-image', PAYLOAD));
  expect(error).toMatchObject({ code: 'connection_failed', outcome: 'not_sent' });
});

test.each([422, 500])('a task id beside error code %i: unknown, with its ref', async (code) => {
  const server = await startServer((response) => envelope(response, code, 'busy', { taskId: 'a1' }));
  const error = await rejection(clientOf(server.url).createTask('z-image', PAYLOAD));
  expect(error).toMatchObject({ outcome: 'unknown', ref: { taskId: 'a1', api: 'jobs', model: 'z-image' } });
});

test('a task id in a valid envelope counts, whatever the HTTP status', async () => {
  const server = await startServer((response) =>
    envelope(response, '200', 'success', { taskId: 'a1' }, { status: 502 }),
  );
  await expect(clientOf(server.url).createTask('z-image', PAYLOAD)).resolves.toEqual({
    taskId: 'a1',
    api: 'jobs',
    model: 'z-image',
  });
});

const RATE_LIMITS: readonly { readonly name: string; readonly answer: Answer }[] = [
  { name: 'HTTP 200 with code 429', answer: (response) => envelope(response, 429, 'Too frequent') },
  { name: 'HTTP 200 with code 430', answer: (response) => envelope(response, '430', 'Too frequent') },
  {
    name: 'HTTP 429 with code 429',
    answer: (response) => envelope(response, 429, 'x', null, { status: 429 }),
  },
  { name: 'HTTP 429 with HTML', answer: (response) => void response.writeHead(429).end(html) },
];

test.each(RATE_LIMITS)('$name is tried again', async ({ answer }) => {
  const clock = createFakeClock();
  const server = await startServer((response, seen, count) =>
    count <= 2 ? answer(response, seen, count) : envelope(response, 200, 'success', { taskId: 'a1' }),
  );
  const created = clientOf(server.url, { clock }).createTask('z-image', PAYLOAD);
  await expect(clock.runUntil(created)).resolves.toMatchObject({ taskId: 'a1' });
  expect(server.seen).toHaveLength(3);
  expect(clock.sleeps).toEqual([375, 750]);
});

test('rate limits for ever: refused when the budget is used up', async () => {
  const clock = createFakeClock();
  const started = clock.now();
  const server = await startServer((response) => envelope(response, 429, 'Too frequent'));
  const kie = clientOf(server.url, { clock, retry: { rateLimitBudgetMs: 10_000 } });
  const error = await rejection(clock.runUntil(kie.createTask('z-image', PAYLOAD)));
  expect(error).toMatchObject({ code: 'rate_limited', outcome: 'refused', retryable: true, kieCode: 429 });
  expect(clock.now() - started).toBeLessThanOrEqual(10_000);
  expect(server.seen.length).toBeGreaterThan(3);
});

test('Retry-After is honoured up to its cap', async () => {
  const clock = createFakeClock();
  const after = ['7', '3600', new Date(clock.now() + 5_000).toUTCString()];
  const server = await startServer((response, _seen, count) => {
    const header = after[count - 1];
    if (header === undefined) envelope(response, 200, 'success', { taskId: 'a1' });
    else envelope(response, 429, 'x', null, { status: 429, headers: { 'retry-after': header } });
  });
  const kie = clientOf(server.url, { clock, retry: { maxRetryAfterMs: 20_000 } });
  await clock.runUntil(kie.createTask('z-image', PAYLOAD));
  // The date had passed by 22 s when it was read.
  expect(clock.sleeps).toEqual([7_000, 20_000, 1_500]);
});

test('a change of the payload after the call does not ride along', async () => {
  const clock = createFakeClock();
  const server = await startServer((response, _seen, count) =>
    count === 1 ? envelope(response, 429, 'x') : envelope(response, 200, 'success', { taskId: 'a1' }),
  );
  const payload: { prompt: string; aspect_ratio: '1:1' } = { prompt: 'first', aspect_ratio: '1:1' };
  const created = clientOf(server.url, { clock }).createTask('z-image', payload);
  payload.prompt = 'second';
  await clock.runUntil(created);
  expect(server.seen.map((seen) => seen.json()['input'])).toEqual([
    { prompt: 'first', aspect_ratio: '1:1' },
    { prompt: 'first', aspect_ratio: '1:1' },
  ]);
});
