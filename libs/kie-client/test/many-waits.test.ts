import { expect, test } from 'vitest';
import type { Task } from '../src/index.ts';
import { createGate } from '../src/gate.ts';
import { nextPause } from '../src/tasks/pace.ts';
import { clientOf, rejection } from './support/client.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { envelope, record, startServer } from './support/server.ts';

const unlimited = { acquire: async (): Promise<void> => undefined };

test('300 waits at once have no more requests under way than allowed', async () => {
  const clock = createFakeClock();
  let open = 0;
  let most = 0;
  const fetchOne = async (): Promise<Response> => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setImmediate(resolve));
    open -= 1;
    return Response.json({ code: 200, msg: 'success', data: record('success') });
  };
  const options = { clock, fetch: fetchOne, limiter: unlimited };
  const kie = clientOf('http://127.0.0.1:1', { ...options, maxConcurrentLooks: 20 });
  const waits = Array.from({ length: 300 }, (_, at) => kie.waitTask(`t${at}`));
  const tasks: Task[] = await clock.runUntil(Promise.all(waits));
  expect(tasks.every((task) => task.status === 'succeeded')).toBe(true);
  expect(most).toBe(20);
  expect(clock.sleeping()).toBe(0);
});

test('an abort ends a wait that stands in line for its look, and gives up the place', async () => {
  const clock = createFakeClock();
  const hanging = await startServer(() => undefined);
  const kie = clientOf(hanging.url, { clock, limiter: unlimited, maxConcurrentLooks: 1 });
  const [first, second] = [new AbortController(), new AbortController()];
  const waiting = rejection(kie.waitTask('a', { signal: first.signal }));
  await hanging.received(1);
  const inLine = rejection(kie.waitTask('b', { signal: second.signal }));
  second.abort();
  expect(await inLine).toMatchObject({ name: 'AbortError', ref: { taskId: 'b' } });
  first.abort();
  await waiting;
  expect(hanging.seen).toHaveLength(1);
});

test('a gate lets the next one in after a failure', async () => {
  const gate = createGate(1);
  const { signal } = new AbortController();
  const failed = gate.pass(signal, async () => {
    throw new Error('broken');
  });
  const next = gate.pass(signal, async () => 'in');
  await expect(failed).rejects.toThrow('broken');
  await expect(next).resolves.toBe('in');
  await expect(gate.pass(AbortSignal.abort('late'), async () => 'never')).rejects.toBe('late');
});

test('a known duration: one early look, a rest until 40 % of it, then about 3 s', async () => {
  const clock = createFakeClock();
  const started = clock.now();
  const looks: number[] = [];
  const server = await startServer((response) => {
    looks.push(clock.now() - started);
    envelope(
      response,
      200,
      'success',
      record(looks.length < 5 ? 'waiting' : 'success', { createTime: started }),
    );
  });
  const kie = clientOf(server.url, {
    clock,
    expectedMs: (model) => (model === 'slow' ? 100_000 : undefined),
  });
  await clock.runUntil(kie.waitTask({ taskId: 'a1', api: 'jobs', model: 'slow' }));
  expect(looks).toEqual([0, 40_000, 43_000, 46_000, 49_000]);
  expect(await rejection(kie.waitTask('a1', { expectedMs: Number.NaN }))).toMatchObject({
    code: 'invalid_argument',
  });
});

test('a wait that is taken up late counts from the birth of the task', async () => {
  const clock = createFakeClock();
  const born = clock.now() - 30_000;
  const looks: number[] = [];
  const server = await startServer((response) => {
    looks.push(clock.now() - born);
    envelope(
      response,
      200,
      'success',
      record(looks.length < 3 ? 'waiting' : 'success', { createTime: born }),
    );
  });
  await clock.runUntil(clientOf(server.url, { clock }).waitTask('a1', { expectedMs: 100_000 }));
  expect(looks).toEqual([30_000, 40_000, 43_000]);
});

test('a wait that is taken up late does not rest again', () => {
  const random = (): number => 0.5;
  expect(nextPause({ pollMs: 3_000, ageMs: 90_000, expectedMs: 100_000, random })).toBe(3_000);
  expect(nextPause({ pollMs: 3_000, ageMs: 10_000, expectedMs: 100_000, random })).toBe(30_000);
  expect(nextPause({ pollMs: 3_000, ageMs: 0, random })).toBe(3_000);
});
