import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger, createRedactor } from '@kie/service-kit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPromptWriter } from './prompt-writer.ts';
import type { PromptWriter, PromptWriterOptions } from './prompt-writer.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let server: Server;
let answer: Answer;
let asked: { path: string; authorization: string; body: Record<string, unknown> }[];

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
      asked.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', body });
      answer(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

function origin(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function writer(options: Partial<PromptWriterOptions> = {}): PromptWriter {
  return createPromptWriter({
    apiKey: 'k-1',
    baseUrl: `${origin()}/gemini/v1`,
    model: 'gemini',
    timeoutMs: 5000,
    ...options,
  });
}

const says =
  (content: unknown, type = 'application/json'): Answer =>
  (response) =>
    void response
      .setHeader('content-type', type)
      .end(JSON.stringify({ choices: [{ message: { content } }] }));

const raw =
  (status: number, body: string, type = 'application/json'): Answer =>
  (response) =>
    void response.writeHead(status, { 'content-type': type }).end(body);

const wish = { text: 'cat in rain', modelTitle: 'Nano Banana', maxLength: 200 };

test('asks once, without a stream, and gives the bare prompt', async () => {
  answer = says('"A soaked tabby cat under a neon sign"');
  expect(await writer().improve({ ...wish, language: 'en' })).toEqual({
    text: 'A soaked tabby cat under a neon sign',
  });
  expect(asked).toMatchObject([
    {
      path: '/gemini/v1/chat/completions',
      authorization: 'Bearer k-1',
      body: {
        model: 'gemini',
        stream: false,
        messages: [{ role: 'system' }, { role: 'user', content: 'cat in rain' }],
      },
    },
  ]);
  const sent = JSON.stringify(asked[0]?.body['messages']);
  expect(sent).toContain('Nano Banana');
  expect(sent).toContain('BCP 47 tag): en.');
});

test.each([
  [
    'parts',
    says([
      { type: 'text', text: 'A cat, ' },
      { type: 'text', text: 'wet' },
    ]),
    'A cat, wet',
  ],
  ['a code fence', says('```text\nA wet cat\n```'), 'A wet cat'],
  ['quotes inside', says('"Yes" says the cat, "no"'), '"Yes" says the cat, "no"'],
  ['guillemets', says('«Мокрый кот»'), 'Мокрый кот'],
  ['JSON without its type', says('A wet cat', 'text/plain'), 'A wet cat'],
])('reads %s', async (_, given, text) => {
  answer = given;
  expect(await writer().improve(wish)).toEqual({ text });
});

test('cuts at a word, and counts emoji as one', async () => {
  answer = says(`${'🐱'.repeat(8)} meow meow`);
  expect(await writer().improve({ ...wish, maxLength: 15 })).toEqual({ text: `${'🐱'.repeat(8)} meow` });
  answer = says('x'.repeat(50));
  expect(await writer().improve({ ...wish, maxLength: 15 })).toEqual({ text: 'x'.repeat(15) });
});

test.each([
  ['HTTP 401', raw(401, '{"error":{"message":"bad key"}}'), 'auth'],
  ['HTTP 429', raw(429, '{}'), 'rate_limit'],
  ['HTTP 500 with a page', raw(500, '<html>', 'text/html'), 'provider'],
  ['200 with code 401', raw(200, '{"code":401,"msg":"You do not have access permissions"}'), 'auth'],
  ['200 with code 402', raw(200, '{"code":402,"msg":"Credits insufficient"}'), 'credits'],
  ['200 with code 500', raw(200, '{"code":500,"msg":"maintained"}'), 'provider'],
  ['200 with a code, no type', raw(200, '{"code":"429","msg":"too fast"}', 'text/plain'), 'rate_limit'],
  ['200 with a page', raw(200, '<html>', 'text/html'), 'empty'],
  ['200 with half a body', raw(200, '{"choices":['), 'provider'],
  ['no words', says('  '), 'empty'],
  ['no choices', raw(200, '{"choices":[]}'), 'empty'],
  ['null', raw(200, 'null'), 'empty'],
  ['a cut connection', (response: ServerResponse) => void response.destroy(), 'network'],
] as const)('%s is no prompt, and no exception', async (_, given, unavailable) => {
  answer = given;
  expect(await writer().improve(wish)).toEqual({ unavailable });
  expect(asked).toHaveLength(1);
});

test('nobody listening', async () => {
  const client = writer({ baseUrl: 'http://127.0.0.1:9/v1' });
  expect(await client.improve(wish)).toEqual({ unavailable: 'network' });
});

test.each([
  ['no answer', () => {}],
  ['a body that never ends', (response: ServerResponse) => void response.writeHead(200).write('{"choices"')],
])('%s ends at the time-out', async (_, given) => {
  answer = given;
  expect(await writer({ timeoutMs: 100 }).improve(wish)).toEqual({ unavailable: 'timeout' });
});

test('the caller may give up, before and while', async () => {
  const controller = new AbortController();
  answer = () => controller.abort();
  expect(await writer().improve({ ...wish, signal: controller.signal })).toEqual({ unavailable: 'aborted' });
  expect(await writer().improve({ ...wish, signal: controller.signal })).toEqual({ unavailable: 'aborted' });
  expect(asked).toHaveLength(1);
});

test('takes nothing from the environment and writes no words to the log', async () => {
  vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:9');
  vi.stubEnv('OPENAI_ORG_ID', 'org-of-somebody');
  vi.stubEnv('OPENAI_LOG', 'debug');
  const lines: string[] = [];
  const logger = createLogger({
    level: 'trace',
    redactor: createRedactor({ secrets: [] }),
    destination: { write: (line: string) => void lines.push(line) },
  });
  answer = (response, request) => {
    expect(request.headers['openai-organization']).toBeUndefined();
    says('A wet cat')(response, request);
  };
  await writer({ logger }).improve(wish);
  expect(lines).toHaveLength(1);
  expect(lines.join('')).toContain('"outcome":"written"');
  expect(lines.join('')).not.toMatch(/cat|k-1/);
});
