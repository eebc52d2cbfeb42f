import { expect, test } from 'vitest';
import type { LimitedKind, RetryEvent } from '../src/index.ts';
import { clientOf, rejection } from './support/client.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { envelope, startServer } from './support/server.ts';

test.each([
  [408, 200, 3],
  [500, 200, 3],
  [501, 200, 3],
  [429, 200, 3],
  [430, 200, 3],
  [455, 500, 3],
  [455, 200, 1],
  [401, 200, 1],
  [422, 200, 1],
])('a free call on code %i with HTTP %i is sent %i times', async (code, status, times) => {
  const clock = createFakeClock();
  const server = await startServer((response) => envelope(response, code, 'no', null, { status }));
  const retries: RetryEvent[] = [];
  const kie = clientOf(server.url, { clock, hooks: { onRetry: (event) => retries.push(event) } });
  await rejection(clock.runUntil(kie.getCredits()));
  expect(server.seen).toHaveLength(times);
  const common = { operation: 'getCredits', method: 'GET', path: '/api/v1/chat/credit' };
  expect(
    retries.map(({ operation, method, path, attempt }) => ({ operation, method, path, attempt })),
  ).toEqual(Array.from({ length: times - 1 }, (_, at) => ({ ...common, attempt: at + 1 })));
});

test('a limiter hears of each refusal for the rate, and of nothing else', async () => {
  const clock = createFakeClock();
  const told: LimitedKind[] = [];
  const limiter = {
    acquire: async (): Promise<void> => undefined,
    penalize: (kind: LimitedKind): void => void told.push(kind),
  };
  let code = 429;
  const server = await startServer((response) => envelope(response, code, 'no', null));
  const kie = clientOf(server.url, { clock, limiter, retry: { attempts: 0, rateLimitBudgetMs: 0 } });
  await rejection(kie.createTask('z-image', { prompt: 'x', aspect_ratio: '1:1' }));
  await rejection(kie.getTaskStatus('a1'));
  expect(told).toEqual(['create', 'status']);
  code = 500;
  await rejection(kie.createTask('z-image', { prompt: 'x', aspect_ratio: '1:1' }));
  await rejection(kie.getTaskStatus('a1'));
  expect(told).toEqual(['create', 'status']);
});
