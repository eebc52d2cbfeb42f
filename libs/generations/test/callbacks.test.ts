import { expect, test } from 'vitest';
import { generationFiles, receiveCallback, signCallback } from '../src/index.ts';
import type { CheckResult, GenerationWorkerOptions } from '../src/index.ts';
import { anImage, notSubmitted } from './support/fake-handler.ts';
import { eventually, modelId, pipeline } from './support/pipeline.ts';
import type { Pipeline } from './support/pipeline.ts';

const callbackUrl = (generationId: string, attempt: number): string =>
  `https://bot.example/kie/${generationId}/${attempt}/${signCallback('secret', { generationId, attempt })}`;

const running = (times: number): CheckResult[] =>
  Array.from({ length: times }, () => ({ status: 'running' }));

function call(p: Pipeline, generationId: string, taskId: string, attempt = 1) {
  return receiveCallback(p.database.db, p.wakeUps, { generationId, attempt, taskId });
}

async function lost(p: Pipeline, options: Partial<GenerationWorkerOptions> = {}): Promise<string> {
  p.handler.submits.push(notSubmitted('unknown', 'network'));
  const { id } = await p.start();
  await p.worker({ callbackUrl, ...options });
  return id;
}

test('the paid request carries the signed URL of its own attempt', async () => {
  const p = await pipeline();
  p.handler.submits.push(notSubmitted('refused', 'rate_limit', true));
  const { id } = await p.start();
  await p.worker({ callbackUrl });
  await p.reach(id, 'succeeded');
  expect(p.handler.sent.map((request) => request.callbackUrl)).toEqual([
    callbackUrl(id, 1),
    callbackUrl(id, 2),
  ]);
});

test('a lost task comes home by its callback: charged once, sent once', async () => {
  const p = await pipeline();
  const id = await lost(p);
  await p.reach(id, 'submit_unknown');
  expect(await p.credits()).toEqual({ available: 90, held: 10 });
  expect(await call(p, id, 'kie-1')).toBe('noted');
  expect(await p.reach(id, 'succeeded')).toMatchObject({
    task_ref: { taskId: 'kie-1', api: 'jobs', model: modelId },
  });
  expect(p.handler.sent).toHaveLength(1);
  expect(await p.credits()).toEqual({ available: 90, held: 0 });
  expect(await p.events(id)).toContain('adopted');
});

test('a callback that came before the loss was noticed is found', async () => {
  const p = await pipeline();
  const { id } = await p.start();
  p.handler.submits.push(async () => {
    await call(p, id, 'kie-1');
    return notSubmitted('unknown', 'network');
  });
  await p.worker({ callbackUrl });
  await p.reach(id, 'succeeded');
  expect(p.handler.checked).toEqual(['kie-1']);
});

test('without a callback the grace spans the run, then it is refunded', async () => {
  const p = await pipeline();
  const id = await lost(p, { timeoutMs: 150 });
  await p.reach(id, 'submit_unknown');
  const failed = await p.reach(id, 'failed');
  expect(failed.failure?.code).toBe('submit_unknown');
  expect(failed.finished_at?.getTime()).toBeGreaterThanOrEqual(failed.deadline_at?.getTime() ?? Infinity);
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
});

test('a result after the refund is a gift', async () => {
  const p = await pipeline();
  const id = await lost(p, { timeoutMs: 20 });
  await p.reach(id, 'failed');
  const late = await p.worker({ callbackUrl, wakeUps: { ...p.wakeUps, listen: onLate } });
  await call(p, id, 'kie-1');
  wakeLate(id);
  await eventually(async () => expect((await p.get(id)).gift).toBe(true));
  expect(await p.get(id)).toMatchObject({ state: 'failed', failure: { code: 'submit_unknown' } });
  expect(await generationFiles(p.database.db, id)).toHaveLength(1);
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
  expect(p.woken.filter((woken) => woken === `delivery ${id}`)).toHaveLength(2);
  await late.stop();
  expect(await call(p, id, 'kie-1')).toBe('repeated');
  expect((await p.get(id)).next_check_at.getFullYear()).toBeGreaterThan(3000);
});

test('a timed-out task whose callback names it later is a gift, unless it failed', async () => {
  const p = await pipeline();
  p.handler.checks.push(...running(1000));
  const ids = [(await p.start()).id, (await p.start()).id];
  await p.worker({ callbackUrl, timeoutMs: 60, wakeUps: { ...p.wakeUps, listen: onLate } });
  await Promise.all(ids.map((id) => p.reach(id, 'failed')));
  p.handler.checks.length = 0;
  p.handler.checks.push({ status: 'failed', failure: { code: '500', message: '', category: 'provider' } });
  for (const id of ids) {
    await call(p, id, (await p.get(id)).task_ref?.taskId ?? '');
    wakeLate(id);
    await eventually(async () => expect((await p.get(id)).next_check_at.getFullYear()).toBe(9999));
    expect(p.handler.checks).toHaveLength(0);
  }
  await eventually(async () => expect((await p.get(ids[1] ?? '')).gift).toBe(true));
  expect((await p.get(ids[0] ?? '')).gift).toBe(false);
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
});

test('a callback in the very moment of giving up is not lost', async () => {
  const p = await pipeline();
  const { id } = await p.start();
  let looks = 0;
  p.handler.check = async ({ taskId }) => {
    looks += 1;
    if (looks > 1) return { status: 'succeeded', files: [anImage] };
    await call(p, id, taskId);
    return { status: 'running' };
  };
  await p.worker({ timeoutMs: 0, wakeUps: { ...p.wakeUps, listen: onLate } });
  await p.reach(id, 'failed');
  expect(p.woken.filter((woken) => woken === `generation ${id}`)).toHaveLength(3);
  wakeLate(id);
  await eventually(async () => expect((await p.get(id)).gift).toBe(true));
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
});

test('an answer that comes after the refund still leads to a gift', async () => {
  const p = await pipeline();
  let answer: () => void = () => {};
  const slow = new Promise<void>((resolve) => (answer = resolve));
  p.handler.submits.push(async () => {
    await slow;
    return { status: 'submitted', ref: { taskId: 'kie-late', api: 'jobs', model: modelId } };
  });
  const { id } = await p.start();
  await p.worker({ wakeUps: { ...p.wakeUps, listen: onLate } });
  await p.reach(id, 'submitting');
  // As if this worker had been frozen for longer than its lease, and another one had swept.
  await p.database.db
    .updateTable('generations')
    .set({ locked_until: new Date(0), locked_by: 'frozen', next_check_at: new Date(0) })
    .where('id', '=', id)
    .execute();
  await p.worker();
  await p.reach(id, 'failed');
  answer();
  await eventually(async () => expect((await p.get(id)).task_ref?.taskId).toBe('kie-late'));
  await eventually(async () => {
    wakeLate(id);
    expect((await p.get(id)).gift).toBe(true);
  });
  expect(p.handler.sent).toHaveLength(1);
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
});

test('repeated, foreign, old and forged callbacks change nothing', async () => {
  const p = await pipeline();
  p.handler.checks.push({ status: 'failed', failure: { code: '500', message: '', category: 'provider' } });
  const { id } = await p.start();
  await p.worker();
  const done = await p.reach(id, 'succeeded');
  expect(done.attempt).toBe(2);
  expect(await call(p, id, 'x', 1)).toBe('noted');
  expect(await call(p, id, 'x', 1)).toBe('repeated');
  expect(await call(p, id, 'x', 3)).toBe('unknown');
  expect(await call(p, id, 'x', 0)).toBe('unknown');
  expect(await call(p, crypto.randomUUID(), 'x')).toBe('unknown');
  expect(await call(p, 'not-an-id', 'x')).toBe('unknown');
  expect(await p.get(id)).toEqual(done);
});

test('the task of another generation is not adopted', async () => {
  const p = await pipeline();
  const { id: first } = await p.start();
  const id = await lostAfter(p, first);
  const taken = (await p.get(first)).task_ref?.taskId ?? '';
  await call(p, id, taken);
  await call(p, id, 'kie-own');
  await p.reach(id, 'succeeded');
  expect(p.handler.checked.at(-1)).toBe('kie-own');
});

async function lostAfter(p: Pipeline, first: string): Promise<string> {
  await p.worker({ callbackUrl });
  await p.reach(first, 'succeeded');
  p.handler.submits.push(notSubmitted('unknown', 'network'));
  const { id } = await p.start();
  await p.reach(id, 'submit_unknown');
  return id;
}

test('a callback makes a task due that would have been looked at much later', async () => {
  const p = await pipeline();
  p.handler.checks.push({ status: 'running' });
  const { id } = await p.start();
  await p.worker({ pollMs: 60_000 });
  const { task_ref } = await p.reach(id, 'running');
  for (let looks = 0; looks < 2; looks += 1) {
    await call(p, id, task_ref?.taskId ?? '');
    await eventually(() => expect(p.handler.checked).toHaveLength(looks + 1));
  }
  await p.reach(id, 'succeeded');
});

let wakeLate: (id: string) => void = () => {};
const onLate = async (_: string, onWake: (ids: readonly string[]) => void): Promise<() => Promise<void>> => {
  wakeLate = (id) => onWake([id]);
  return async () => {};
};
