import { inspect } from 'node:util';
import ky from 'ky';
import { expect, test } from 'vitest';
import type { KieClient, KieHooks, KieLogger } from '../src/index.ts';
import { clientOf, KEY, rejection } from './support/client.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { closedPort, envelope, record, startServer, type Answer, type Seen } from './support/server.ts';

const PROMPT = 'Ada Lovelace rides a purple tricycle through Trieste at midnight';
const SIGNED = 'https://tempfile.aiquickdraw.com/x/photo.png?token=SIGNED-8f3a&expires=1790090670';
const PAYLOAD = { prompt: PROMPT, aspect_ratio: '1:1' } as const;

/** Every way an error or a log line may be written down. */
function written(value: unknown): string {
  const error = value as { message?: unknown; stack?: unknown; cause?: unknown };
  return [
    inspect(value, { depth: 12, showHidden: true, getters: true }),
    inspect(error.cause, { depth: 12 }),
    JSON.stringify(value),
    String(error.message),
    String(error.stack),
    String(value),
  ].join('\n');
}

function expectClean(text: string): void {
  expect(text).not.toContain(KEY);
  expect(text).not.toContain('SIGNED-8f3a');
  expect(text.toLowerCase()).not.toContain('purple tricycle');
  expect(text.toLowerCase()).not.toContain('trieste');
}

const quoted = `"${PROMPT}" (${PROMPT.slice(10, 60).toUpperCase()})`;
const echo = `Bad: ${quoted} image ${SIGNED} for Bearer ${KEY}`;
/** KIE can only quote what it was sent. */
const echoOf = (seen: Seen): string => (seen.body.includes('Lovelace') ? echo : echo.replace(quoted, ''));
const FAULTS: readonly (readonly [string, Answer])[] = [
  ['a reset', (response) => void response.socket?.resetAndDestroy()],
  ['silence', () => undefined],
  ['HTML that echoes', (response, seen) => void response.writeHead(502).end(`<html>${echoOf(seen)}</html>`)],
  [
    'broken JSON that echoes',
    (response, seen) => void response.end(`{"code":200,"msg":${JSON.stringify(echoOf(seen))}`),
  ],
  ['a redirect that echoes', (response) => void response.writeHead(302, { location: SIGNED }).end()],
  ...[400, 401, 402, 422, 429, 451, 500, 501, 999].map((code): readonly [string, Answer] => [
    `code ${code} that echoes`,
    (response, seen) => envelope(response, code, echoOf(seen)),
  ]),
];

const CALLS: readonly (readonly [string, (kie: KieClient) => Promise<unknown>])[] = [
  ['createTask', (kie) => kie.createTask('z-image', PAYLOAD)],
  ['run', (kie) => kie.run('z-image', PAYLOAD)],
  ['getDownloadUrl', (kie) => kie.getDownloadUrl(SIGNED)],
  ['uploadFile', (kie) => kie.uploadFile(new URL(SIGNED))],
];

const CASES = FAULTS.flatMap(([fault, answer]) =>
  CALLS.map(([verb, call]) => ({ fault, answer, verb, call })),
);

test.each(CASES)('$verb on $fault writes down nothing secret', async ({ answer, call }) => {
  const server = await startServer(answer);
  const lines: unknown[] = [];
  const log = (...line: unknown[]): void => void lines.push(line);
  const logger: KieLogger = { debug: log, info: log, warn: log, error: log };
  const hooks: KieHooks = { onRequest: log, onResponse: log, onRetry: log, onStateChange: log };
  const clock = createFakeClock();
  const kie = clientOf(server.url, {
    clock,
    logger,
    hooks,
    requestTimeoutMs: 60,
    uploadTimeoutMs: 60,
    retry: { attempts: 1, rateLimitBudgetMs: 500 },
  });
  const error = await rejection(clock.runUntil(call(kie)));
  expect(error).toMatchObject({ code: expect.any(String) });
  expectClean(written(error));
  expectClean(inspect(lines, { depth: 12 }));
});

test('a failed task that quotes its prompt and media', async () => {
  const param = JSON.stringify({
    model: 'z-image',
    input: JSON.stringify({ prompt: PROMPT, image_url: SIGNED }),
  });
  const server = await startServer((response, seen) =>
    seen.method === 'POST'
      ? envelope(response, 200, 'success', { taskId: 'a1' })
      : envelope(response, 200, 'success', record('fail', { param, failCode: '400', failMsg: echo })),
  );
  const clock = createFakeClock();
  const error = await rejection(clock.runUntil(clientOf(server.url, { clock }).run('z-image', PAYLOAD)));
  expect(error).toMatchObject({ name: 'TaskFailedError' });
  expectClean(written(error));
});

test('a status error that quotes the prompt of the task', async () => {
  const param = JSON.stringify({ input: JSON.stringify({ prompt: PROMPT }) });
  const server = await startServer((response) => envelope(response, 400, echo, { param }));
  const error = await rejection(clientOf(server.url).getTaskStatus('a1'));
  expect(error).toMatchObject({ kieCode: 400, ref: { taskId: 'a1' } });
  expectClean(written(error));
});

test('a connection that is refused, and a fetch that throws the request', async () => {
  const refused = await rejection(clientOf(await closedPort()).createTask('z-image', PAYLOAD));
  expectClean(written(refused));
  const rude: typeof fetch = async (input) => {
    throw Object.assign(new TypeError(`failed ${KEY} ${PROMPT}`), { input, cause: new Error(SIGNED) });
  };
  const thrown = await rejection(
    clientOf('http://127.0.0.1:9', { fetch: rude }).createTask('z-image', PAYLOAD),
  );
  expect(thrown).toMatchObject({ code: 'connection_lost', outcome: 'unknown' });
  expectClean(written(thrown));
});

test('a download that is refused or missing', async () => {
  const server = await startServer((response) => void response.writeHead(403).end());
  const kie = clientOf(server.url);
  const missing = await rejection(kie.download(`${server.url}/a.png?token=SIGNED-8f3a`));
  expect(missing).toMatchObject({ code: 'not_found' });
  expectClean(written(missing));
  const refused = await rejection(kie.download('https://evil.example/a.png?token=SIGNED-8f3a'));
  expect(refused).toMatchObject({ code: 'host_refused' });
  expectClean(written(refused));
});

test('a key that cannot be a header is refused without being repeated', () => {
  for (const apiKey of [`${KEY}\n`, ` ${KEY}`]) {
    try {
      clientOf('http://127.0.0.1:9', { apiKey });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'invalid_argument' });
      expectClean(written(error));
    }
  }
});

test('negative control: a bare ky error prints the key and the prompt', async () => {
  const server = await startServer((response) => void response.writeHead(500).end('{}'));
  const headers = { authorization: `Bearer ${KEY}` };
  const error = await rejection(ky.post(server.url, { json: PAYLOAD, headers, retry: 0 }).json());
  expect(written(error)).toContain(KEY);
});
