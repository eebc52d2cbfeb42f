import { expect, test } from 'vitest';
import { clientOf, rejection } from './support/client.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { envelope, startServer } from './support/server.ts';

test('the live catalogue: list, schema, price, success rate', async () => {
  const clock = createFakeClock();
  const server = await startServer((response, seen) => {
    const answers: Record<string, unknown> = {
      '/api/v1/models': {
        total: 3,
        models: [
          {
            model: 'kling-2.6/text-to-video',
            slug: 'kling-2-6',
            title: 'Kling 2.6',
            provider: 'Kling',
            taskType: ['text-to-video'],
            description: null,
            pricingDesc: '55 credits',
          },
          { model: 'plain', taskType: 'text-to-image' },
          { title: 'no id' },
        ],
      },
      '/api/v1/models/kling-2.6/text-to-video/schema': { model: 'x', openapi: { openapi: '3.1.0' } },
      '/api/v1/models/plain/schema': { model: 'plain', openapi: null },
      '/api/v1/models/plain/price': { model: 'plain', pricingDesc: '1 credit' },
      '/api/v1/models/plain/success-rate': {
        points: [
          { start: 1, end: 2, successRate: 0.5, errorRate: null, isNormal: true },
          { start: '2026-09-01', end: '2026-09-02', successRate: null, errorRate: 0.5 },
        ],
      },
    };
    envelope(response, 200, 'success', answers[seen.path]);
  });
  const { catalogue } = clientOf(server.url, { clock });
  const started = clock.now();
  const all = Promise.all([
    catalogue.models({ taskType: 'text-to-video', provider: 'Kling', query: 'kling' }),
    catalogue.schema('kling-2.6/text-to-video'),
    catalogue.schema('plain'),
    catalogue.price('plain'),
    catalogue.successRate('plain'),
  ]);
  expect(await clock.runUntil(all)).toEqual([
    [
      {
        model: 'kling-2.6/text-to-video',
        slug: 'kling-2-6',
        title: 'Kling 2.6',
        provider: 'Kling',
        taskTypes: ['text-to-video'],
        price: '55 credits',
      },
      { model: 'plain', taskTypes: ['text-to-image'] },
    ],
    { openapi: '3.1.0' },
    undefined,
    '1 credit',
    [
      { start: 1, end: 2, successRate: 0.5, isNormal: true },
      { start: '2026-09-01', end: '2026-09-02', errorRate: 0.5 },
    ],
  ]);
  // One a second for the account.
  expect(clock.now() - started).toBeGreaterThanOrEqual(4_400);
  expect(server.seen[0]?.query.toString()).toBe('taskType=text-to-video&provider=Kling&q=kling');
});

test('an answer without a list, and an id that would lead elsewhere', async () => {
  const server = await startServer((response) => envelope(response, 200, 'success', { models: 'none' }));
  const { catalogue } = clientOf(server.url);
  expect(await rejection(catalogue.models())).toMatchObject({ code: 'malformed_response' });
  for (const id of ['', '../chat/credit', 'a/../../b', 'a?b', 'a b', '/a']) {
    expect(await rejection(catalogue.price(id))).toMatchObject({ code: 'invalid_argument' });
  }
  expect(server.seen).toHaveLength(1);
});
