import { expect, test } from 'vitest';
import type { Outcome } from '../src/index.ts';
import { clientOf, rejection } from './support/client.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { envelope, startServer, type Answer } from './support/server.ts';

const PAYLOAD = { prompt: 'a lighthouse', aspect_ratio: '1:1' } as const;
const html: Answer = (response) => void response.writeHead(502).end('<html>');
const ok: Answer = (response) => envelope(response, 200, 'success', { taskId: 't1' });
const script =
  (...answers: readonly Answer[]): Answer =>
  (response, seen, count) =>
    answers[Math.min(count, answers.length) - 1]?.(response, seen, count);

test("retry.create '5xx' sends again after HTTP 5xx and code 500", async () => {
  const clock = createFakeClock();
  const server = await startServer(
    script(html, (response) => envelope(response, 500, 'Server exception', null), ok),
  );
  const kie = clientOf(server.url, { clock, retry: { create: '5xx' } });
  await expect(clock.runUntil(kie.createTask('z-image', PAYLOAD))).resolves.toMatchObject({ taskId: 't1' });
  expect(server.seen).toHaveLength(3);
});

test('without it one POST only (control)', async () => {
  const server = await startServer(html);
  expect(await rejection(clientOf(server.url).createTask('z-image', PAYLOAD))).toMatchObject({
    outcome: 'unknown',
  });
  expect(server.seen).toHaveLength(1);
});

test.each([
  ['5xx for ever', [html], 3],
  ['a refusal afterwards', [html, (response) => envelope(response, 402, 'no credits', null)], 2],
  ['too many requests afterwards', [html, (response) => envelope(response, 429, 'too many', null)], 5],
  ['a lost connection afterwards', [html, (response) => void response.socket?.resetAndDestroy()], 2],
] satisfies readonly (readonly [string, readonly Answer[], number])[])(
  'with it, %s: the outcome stays unknown',
  async (_name, answers, posts) => {
    const clock = createFakeClock();
    const server = await startServer(script(...answers));
    const kie = clientOf(server.url, { clock, retry: { create: '5xx', rateLimitBudgetMs: 10_000 } });
    const error = await rejection(clock.runUntil(kie.createTask('z-image', PAYLOAD)));
    expect(error).toMatchObject({ outcome: 'unknown' satisfies Outcome, retryable: false });
    expect(server.seen).toHaveLength(posts);
  },
);

test('with it, an abort between two tries does not say that nothing was sent', async () => {
  const clock = createFakeClock();
  const server = await startServer(html);
  const controller = new AbortController();
  const kie = clientOf(server.url, { clock, retry: { create: '5xx' } });
  const created = rejection(kie.createTask('z-image', PAYLOAD, { signal: controller.signal }));
  await clock.asleep(1_000);
  controller.abort();
  expect(await created).toMatchObject({ name: 'AbortError', outcome: 'unknown' });
});

test('with it, a time-out is not repeated', async () => {
  const server = await startServer(() => undefined);
  const kie = clientOf(server.url, { requestTimeoutMs: 100, retry: { create: '5xx' } });
  expect(await rejection(kie.createTask('z-image', PAYLOAD))).toMatchObject({ code: 'request_timeout' });
  expect(server.seen).toHaveLength(1);
});

test('another word for it is a mistake', () => {
  const retry = { create: 'always' as '5xx' };
  expect(() => clientOf('http://127.0.0.1:9', { retry })).toThrow(/retry\.create/);
});
