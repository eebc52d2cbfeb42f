import { expect, test } from 'vitest';
import {
  createKieLimiter,
  TaskWaitTimeoutError,
  type StateChangeEvent,
  type Task,
  type TaskRef,
} from '../src/index.ts';
import { clientOf, rejection } from './support/client.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { closedPort, envelope, record, startServer, type Answer } from './support/server.ts';

const REF = { taskId: 'a1', api: 'jobs', model: 'z-image' } as const;
const DONE = record('success', { resultJson: '{"resultUrls":["https://tempfile.aiquickdraw.com/a.png"]}' });

/** One answer after the other; the last one for ever. */
function script(...answers: readonly Answer[]): Answer {
  return (response, seen, count) => answers[Math.min(count, answers.length) - 1]?.(response, seen, count);
}
const state =
  (name: string, more = {}): Answer =>
  (response) =>
    envelope(response, 200, 'success', record(name, more));
const done: Answer = (response) => envelope(response, 200, 'success', DONE);

test('looks at once, then about every 3 s, and tells each change once', async () => {
  const clock = createFakeClock();
  const changes: StateChangeEvent[] = [];
  const server = await startServer(
    script(
      state('waiting'),
      state('waiting'),
      state('queuing'),
      state('generating'),
      state('generating'),
      done,
    ),
  );
  const kie = clientOf(server.url, { clock, hooks: { onStateChange: (event) => changes.push(event) } });
  const updates: string[] = [];
  const waited = kie.waitTask('a1', { onUpdate: (task) => void updates.push(task.rawState) });
  const task = await clock.runUntil(waited);
  expect(task).toMatchObject({ status: 'succeeded', ref: REF });
  expect(updates).toEqual(['waiting', 'queuing', 'generating', 'success']);
  expect(changes.map(({ from, to }) => `${from ?? ''}>${to}`)).toEqual([
    '>waiting',
    'waiting>queuing',
    'queuing>generating',
    'generating>success',
  ]);
  expect(clock.sleeps).toEqual([900_000, 3_000, 3_000, 3_000, 3_000, 3_000]);
  expect(clock.sleeping()).toBe(0);
});

test('watchTask gives the same changes, and stops looking when its reader leaves', async () => {
  const clock = createFakeClock();
  const server = await startServer(script(state('waiting'), state('generating'), done));
  const kie = clientOf(server.url, { clock });
  const read = async (until: string): Promise<string[]> => {
    const states: string[] = [];
    for await (const task of kie.watchTask(REF)) {
      states.push(task.rawState);
      if (task.rawState === until) break;
    }
    return states;
  };
  expect(await clock.runUntil(read('generating'))).toEqual(['waiting', 'generating']);
  expect(server.seen).toHaveLength(2);
  expect(await clock.runUntil(read('success'))).toEqual(['success']);
});

test('the pause is spread by 15 % to either side', async () => {
  const clock = createFakeClock();
  const spread = [0, 0.999_999];
  const server = await startServer(script(state('waiting'), state('waiting'), done));
  const kie = clientOf(server.url, { clock, random: () => spread.shift() ?? 0.5 });
  await clock.runUntil(kie.waitTask(REF, { pollMs: 1_000 }));
  expect(clock.sleeps.slice(1).map(Math.round)).toEqual([850, 1_150]);
});

test('a failed task is returned, not thrown', async () => {
  const server = await startServer(state('fail', { failCode: '500', failMsg: 'Internal Error' }));
  const task = await clientOf(server.url).waitTask(REF);
  expect(task).toMatchObject({
    status: 'failed',
    failure: { code: '500', message: 'Internal Error', category: 'provider' },
  });
});

test('bad answers of every kind do not end the wait', async () => {
  const clock = createFakeClock();
  const server = await startServer(
    script(
      (response) => envelope(response, 422, 'recordInfo is null', null),
      (response) => envelope(response, 404, 'Task not found', null),
      (response) => void response.socket?.resetAndDestroy(),
      (response) => void response.writeHead(502).end('<html>'),
      (response) => envelope(response, 500, 'Server exception', null),
      (response) => envelope(response, 408, 'Timeout', null),
      (response) => envelope(response, 429, 'Too frequent', null),
      (response) => envelope(response, 401, 'Unauthorized', null),
      (response) => envelope(response, 455, 'maintenance', null),
      (response) => envelope(response, 200, 'success', null),
      (response) => void response.end('{"code":'),
      state('inventing'),
      done,
    ),
  );
  const task = await clock.runUntil(clientOf(server.url, { clock }).waitTask(REF));
  expect(task.status).toBe('succeeded');
  expect(server.seen).toHaveLength(13);
  // The next look is the only retry.
  expect(clock.sleeps.slice(1)).toEqual(Array.from({ length: 12 }, () => 3_000));
});

test('a wait without any connection goes on to its deadline', async () => {
  const clock = createFakeClock();
  const kie = clientOf(await closedPort(), { clock });
  const error = await rejection(clock.runUntil(kie.waitTask(REF, { timeoutMs: 600_000 })));
  expect(error).toBeInstanceOf(TaskWaitTimeoutError);
  expect(error).toMatchObject({ lastError: 'connection_failed', outcome: 'accepted', ref: REF });
  expect((error as Error).message).toBe(
    "Task a1 was not over after 600000 ms; it was not seen. The last look failed with 'connection_failed'. It goes on at KIE: wait for it again with its ref, do not create it again.",
  );
});

test('the deadline cancels the request in flight, and the wait can be taken up again', async () => {
  const clock = createFakeClock();
  const server = await startServer((response, _seen, count) => {
    if (count === 1) envelope(response, 200, 'success', record('generating'));
    if (count > 2) envelope(response, 200, 'success', DONE);
  });
  const kie = clientOf(server.url, { clock, requestTimeoutMs: 60_000 });
  const waited = rejection(kie.waitTask(REF, { timeoutMs: 900_000 }));
  await clock.asleep(3_000);
  clock.advance(3_000);
  await server.received(2);
  clock.advance(900_000);
  const error = await waited;
  expect(error).toMatchObject({
    name: 'TaskWaitTimeoutError',
    code: 'wait_timeout',
    category: 'timeout',
    outcome: 'accepted',
    lastState: 'generating',
    ref: REF,
    message:
      "Task a1 was not over after 900000 ms; it was last seen as 'generating'. It goes on at KIE: wait for it again with its ref, do not create it again.",
  });
  const { ref } = JSON.parse(JSON.stringify(error)) as { ref: typeof REF };
  await expect(kie.waitTask(ref)).resolves.toMatchObject({ status: 'succeeded' });
});

test.each([
  [422, 'recordInfo is null', 'task_not_found'],
  [401, 'Unauthorized', 'unauthorized'],
] as const)('90 s of nothing but code %i ends the wait as a time-out', async (code, msg, lastError) => {
  const clock = createFakeClock();
  const started = clock.now();
  const server = await startServer((response) => envelope(response, code, msg, null));
  const error = await rejection(clock.runUntil(clientOf(server.url, { clock }).waitTask('typo')));
  expect(error).toMatchObject({ code: 'wait_timeout', lastError, ref: { taskId: 'typo' } });
  expect((error as Error).message).toContain('The wait for task typo ended: for 90 s KIE');
  expect(clock.now() - started).toBe(90_000);
});

test.each([
  ['a usable answer', state('waiting')],
  ['another trouble', (response) => envelope(response, 500, 'Server exception', null)],
] as const satisfies readonly (readonly [string, Answer])[])(
  '%s between starts the 90 s anew',
  async (_name, between) => {
    const clock = createFakeClock();
    const server = await startServer((response, seen, count) => {
      if (count === 21) return between(response, seen, count);
      envelope(response, 422, 'recordInfo is null', null);
    });
    const started = clock.now();
    await rejection(clock.runUntil(clientOf(server.url, { clock }).waitTask('a1')));
    expect(clock.now() - started).toBe(63_000 + 90_000);
  },
);

test('what onUpdate throws ends the wait', async () => {
  const server = await startServer(state('waiting'));
  const waited = clientOf(server.url).waitTask(REF, {
    onUpdate: () => {
      throw new Error('the caller’s own');
    },
  });
  await expect(waited).rejects.toThrow('the caller’s own');
});

test('many waits share the budget of status reads', async () => {
  const clock = createFakeClock();
  const server = await startServer(done);
  const limiter = createKieLimiter({ clock, status: { limit: 2, windowMs: 1_000 } });
  const kie = clientOf(server.url, { clock, limiter });
  const waits = Promise.all(['a', 'b', 'c', 'd', 'e'].map((id) => kie.waitTask(id)));
  const started = clock.now();
  const tasks: Task[] = await clock.runUntil(waits);
  expect(tasks).toHaveLength(5);
  expect(clock.now() - started).toBe(2_000);
});

test('a wrong option or ref is refused before anything is sent', async () => {
  const kie = clientOf('http://127.0.0.1:9');
  const wrong = { code: 'invalid_argument', outcome: 'not_sent' };
  await expect(kie.waitTask(REF, { pollMs: Number.NaN })).rejects.toThrow(/^pollMs must be/);
  await expect(kie.waitTask(REF, { timeoutMs: Number.NaN })).rejects.toThrow(/^timeoutMs must be/);
  await expect(kie.waitTask(REF, { expectedMs: -1 })).rejects.toThrow(/^expectedMs must be/);
  await expect(kie.waitTask(REF, { timeoutMs: 0 })).rejects.toMatchObject(wrong);
  await expect(kie.waitTask(' ')).rejects.toMatchObject(wrong);
  await expect(
    kie.waitTask(JSON.parse('{"taskId":"a1","api":"suno","model":""}') as TaskRef),
  ).rejects.toMatchObject({ code: 'api_not_supported' });
});
