import { expect, test } from 'vitest';
import { anyModel, TaskFailedError, type RetryEvent, type TaskRef } from '../src/index.ts';
import { clientOf, KEY, rejection } from './support/client.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { envelope, record, startServer, type Answer } from './support/server.ts';

const PAYLOAD = { prompt: 'a lighthouse', aspect_ratio: '1:1' } as const;

/** A KIE whose tasks end after one look. */
function kieThat(end: Record<string, unknown>): Answer {
  return (response, seen, count) => {
    if (seen.path.endsWith('/createTask'))
      envelope(response, 200, 'success', { taskId: 'a1', recordId: 'a1' });
    else envelope(response, 200, 'success', count > 2 ? end : record('waiting'));
  };
}

test('creates, tells the ref, waits, and gives the succeeded task', async () => {
  const clock = createFakeClock();
  const end = record('success', {
    resultJson: '{"resultUrls":["https://tempfile.aiquickdraw.com/a.png"]}',
    costTime: 5,
    createTime: 1_790_090_665_254,
    completeTime: 1_790_090_670_333,
    creditsConsumed: 0.8,
  });
  const server = await startServer(kieThat(end));
  const created: TaskRef[] = [];
  const kie = clientOf(server.url, { clock });
  const task = await clock.runUntil(
    kie.run('z-image', PAYLOAD, {
      callbackUrl: 'https://example.com/kie',
      onCreated: (ref) => void created.push(ref),
    }),
  );
  expect(created).toEqual([{ taskId: 'a1', api: 'jobs', model: 'z-image' }]);
  expect(JSON.parse(JSON.stringify(task))).toEqual({
    ref: { taskId: 'a1', api: 'jobs', model: 'z-image' },
    status: 'succeeded',
    rawState: 'success',
    files: [{ url: 'https://tempfile.aiquickdraw.com/a.png', kind: 'image', role: 'result' }],
    costTime: 5,
    createTime: 1_790_090_665_254,
    completeTime: 1_790_090_670_333,
    creditsConsumed: 0.8,
  });
  expect(task.raw()).toEqual(end);
  const [create, status] = server.seen;
  expect(create?.headers).toMatchObject({
    authorization: `Bearer ${KEY}`,
    'content-type': 'application/json',
  });
  expect(create?.json()).toEqual({
    model: 'z-image',
    callBackUrl: 'https://example.com/kie',
    input: PAYLOAD,
  });
  expect(`${status?.method} ${status?.path}?${status?.query.toString()}`).toBe(
    'GET /api/v1/jobs/recordInfo?taskId=a1',
  );
});

test('a failed task is thrown, with the task on it', async () => {
  const clock = createFakeClock();
  const server = await startServer(
    kieThat(record('fail', { failCode: '400', failMsg: 'Content was flagged by the safety system.' })),
  );
  const error = await rejection(clock.runUntil(clientOf(server.url, { clock }).run('z-image', PAYLOAD)));
  expect(error).toBeInstanceOf(TaskFailedError);
  expect(error).toMatchObject({
    code: 'task_failed',
    category: 'moderation',
    retryable: false,
    outcome: 'accepted',
    ref: { taskId: 'a1' },
    task: { status: 'failed', failure: { code: '400' } },
  });
});

test('maxCredits refuses before anything is sent', async () => {
  const server = await startServer(kieThat(record('success')));
  const refused = { code: 'max_credits_exceeded', outcome: 'not_sent' };
  const priced = clientOf(server.url, { quote: () => ({ kind: 'upTo', credits: 12 }) });
  const unpriced = clientOf(server.url, { quote: () => ({ kind: 'unknown', reason: 'no price' }) });
  const plain = clientOf(server.url);
  await expect(priced.run('z-image', PAYLOAD, { maxCredits: 11 })).rejects.toMatchObject(refused);
  await expect(unpriced.run('z-image', PAYLOAD, { maxCredits: 11 })).rejects.toMatchObject(refused);
  await expect(plain.run('z-image', PAYLOAD, { maxCredits: 1, estimate: 2 })).rejects.toMatchObject(refused);
  const unknown = plain.run('z-image', PAYLOAD, { maxCredits: 1, estimate: Number.NaN });
  await expect(unknown).rejects.toMatchObject(refused);
  const wrong = { code: 'invalid_argument', outcome: 'not_sent' };
  await expect(plain.run('z-image', PAYLOAD, { maxCredits: 11 })).rejects.toMatchObject(wrong);
  await expect(priced.run('z-image', PAYLOAD, { maxCredits: Number.NaN })).rejects.toMatchObject(wrong);
  expect(server.seen).toHaveLength(0);
});

test('maxCredits lets a price at the limit through', async () => {
  const clock = createFakeClock();
  const server = await startServer(kieThat(record('success')));
  const kie = clientOf(server.url, { clock, quote: async () => ({ kind: 'exact', credits: 12 }) });
  const task = await clock.runUntil(kie.run('z-image', PAYLOAD, { maxCredits: 12 }));
  expect(task.files).toEqual([]);
});

test('a payload that JSON cannot carry is refused with its path', async () => {
  const kie = clientOf('http://127.0.0.1:9');
  const wrong = { code: 'invalid_argument', outcome: 'not_sent' };
  const model = anyModel('x/y');
  const withFile = await rejection(kie.createTask(model, { image_urls: [new Blob(['x'])] }));
  expect(withFile).toMatchObject(wrong);
  expect(String(withFile)).toContain("'image_urls[0]'");
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  await expect(kie.createTask(model, cycle)).rejects.toMatchObject(wrong);
  await expect(kie.createTask(model, { n: 1n })).rejects.toMatchObject(wrong);
  await expect(kie.createTask(anyModel(''), {})).rejects.toMatchObject(wrong);
  await expect(kie.createTask(model, {}, { callbackUrl: 'ftp://x' })).rejects.toMatchObject(wrong);
});

test('free calls are tried three times, and hooks and logger see it', async () => {
  const clock = createFakeClock();
  const retries: RetryEvent[] = [];
  const lines: string[] = [];
  const server = await startServer((response, _seen, count) => {
    if (count === 1) response.socket?.resetAndDestroy();
    else if (count === 2) response.writeHead(502).end('<html>');
    else envelope(response, 200, 'success', 60.62);
  });
  const log = (message: string): void => void lines.push(message);
  const kie = clientOf(server.url, {
    clock,
    hooks: {
      onRetry: (event) => retries.push(event),
      onRequest: () => {
        throw new Error('a broken metric');
      },
    },
    logger: { debug: log, info: log, warn: log, error: log },
  });
  await expect(clock.runUntil(kie.getCredits())).resolves.toBe(60.62);
  expect(server.seen).toHaveLength(3);
  expect(retries.map(({ operation, attempt, delayMs, code }) => [operation, attempt, delayMs, code])).toEqual(
    [
      ['getCredits', 1, 375, 'connection_lost'],
      ['getCredits', 2, 750, 'malformed_response'],
    ],
  );
  expect(lines.filter((line) => line === 'kie retry')).toHaveLength(2);
});

test('free calls give up after their tries, and never repeat a refusal', async () => {
  const clock = createFakeClock();
  const server = await startServer((response) => void response.writeHead(503).end());
  const error = await rejection(clock.runUntil(clientOf(server.url, { clock }).getCredits()));
  expect(error).toMatchObject({ code: 'malformed_response', httpStatus: 503, retryable: true });
  expect(server.seen).toHaveLength(3);

  const strict = await startServer((response) =>
    envelope(response, 401, 'You do not have access permissions'),
  );
  await expect(clientOf(strict.url).getCredits()).rejects.toMatchObject({
    code: 'unauthorized',
    category: 'auth',
    kieCode: 401,
    httpStatus: 200,
  });
  expect(strict.seen).toHaveLength(1);
});

test('getDownloadUrl', async () => {
  const url = 'https://tempfile.aiquickdraw.com/a.png?token=secret-token';
  const server = await startServer((response, seen) =>
    seen.json()['url'] === url
      ? envelope(response, 200, 'success', 'https://tempfile.aiquickdraw.com/download/a.png')
      : envelope(response, 422, 'url is wrong', null),
  );
  const kie = clientOf(server.url);
  await expect(kie.getDownloadUrl(url)).resolves.toBe('https://tempfile.aiquickdraw.com/download/a.png');
  await expect(kie.getDownloadUrl('https://example.com/x')).rejects.toMatchObject({ kieCode: 422 });
  await expect(kie.getDownloadUrl('x')).rejects.toMatchObject({ code: 'invalid_argument' });
});

test('a base URL keeps its path, for proxies', async () => {
  const server = await startServer((response) => envelope(response, 200, 'success', 1));
  await clientOf(`${server.url}/kie/`).getCredits();
  expect(server.seen[0]?.path).toBe('/kie/api/v1/chat/credit');
});

test('a limiter that breaks: not sent, and nothing of its error is repeated', async () => {
  const limiter = { acquire: () => Promise.reject(new RangeError('postgres://user:secret@db')) };
  const error = await rejection(clientOf('http://127.0.0.1:9', { limiter }).createTask('z-image', PAYLOAD));
  expect(error).toMatchObject({ code: 'limiter_failed', outcome: 'not_sent', retryable: true });
  expect(String(error)).not.toContain('secret');
});
