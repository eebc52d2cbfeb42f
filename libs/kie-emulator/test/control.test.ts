import { request } from 'node:http';
import { expect, test } from 'vitest';
import { start, stillClock, zImage } from './kie.ts';
import { receiver } from './receiver.ts';

test('time, tasks, callbacks, credits and faults by HTTP, without a key', async () => {
  const { url: callBackUrl, received } = await receiver();
  const { emulator, created, create } = await start({ speed: 1, clock: stillClock() });
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${emulator.url}/sim${path}`, { method, headers, ...init })).json();
  };
  const first = await created('z-image', zImage, { callBackUrl });
  const second = await created('z-image', zImage);
  expect(await ask('POST', `/tasks/${first}/callback`, {})).toEqual({ error: 'the task is still waiting' });
  expect(await ask('POST', `/tasks/${second}/fail`, { failMsg: 'timed out' })).toMatchObject({
    state: 'fail',
    failMsg: 'timed out',
  });
  expect(await ask('POST', `/tasks/${first}/finish`, {})).toMatchObject({ state: 'success', reserved: 0.8 });
  await emulator.advance(0);
  expect(await ask('POST', `/tasks/${first}/callback`, {})).toEqual({ accepted: true });
  expect(received).toHaveLength(2);
  expect(await ask('GET', '/tasks')).toMatchObject([{ taskId: first }, { taskId: second }]);
  expect(await ask('GET', `/tasks/${first}`)).toMatchObject({ model: 'z-image', callBackUrl });
  expect(await ask('GET', '/tasks/none')).toEqual({ error: 'no task with this id' });
  expect(await ask('POST', '/credits', { credits: 5 })).toMatchObject({ tasks: { success: 1, fail: 1 } });
  expect(emulator.credits()).toBe(5);
  const { now } = (await ask('GET', '/state')) as { now: number };
  expect(await ask('POST', '/advance', { ms: 60_000 })).toMatchObject({ now: now + 60_000 });
  expect(await ask('POST', '/advance', { ms: '1' })).toEqual({ error: 'ms must be a number of 0 or more' });
  expect(await ask('POST', '/faults', { on: 'create', action: 'maintenance' })).toMatchObject({
    id: 'fault-1',
  });
  expect(await ask('POST', '/faults', { on: 'x' })).toMatchObject({
    error: expect.stringContaining('fault.on'),
  });
  expect((await create('z-image', zImage)).code).toBe(500);
  expect(await ask('GET', '/faults')).toMatchObject([{ id: 'fault-1', seen: 1, struck: 1 }]);
  expect(await ask('DELETE', '/faults/fault-1')).toEqual({ ok: true });
  expect(await ask('GET', '/calls')).toMatchObject([
    { path: '/api/v1/jobs/createTask', code: 200, taskId: first, model: 'z-image' },
    { taskId: second },
    { kind: 'callback', taskId: first, status: 200, attempt: 1 },
    { kind: 'callback', taskId: first },
    { code: 500, fault: 'maintenance', body: { model: 'z-image', input: zImage } },
  ]);
  await ask('DELETE', '/calls');
  expect(emulator.calls()).toEqual([]);
});

test('a web page elsewhere cannot steer it: a body that is not declared as JSON is refused', async () => {
  const { emulator } = await start();
  const response = await fetch(`${emulator.url}/sim/credits`, { method: 'POST', body: '{"credits":0}' });
  expect(response.status).toBe(415);
  expect(emulator.credits()).toBe(100_000);
});

test('nor by a name of its own that points here', async () => {
  const { emulator } = await start();
  const { port } = new URL(emulator.url);
  const ask = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const options = { port, host: '127.0.0.1', path: '/sim/tasks', headers: { host } };
      request(options, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
  expect(await ask(`evil.example:${port}`)).toBe(403);
  expect(await ask(`localhost:${port}`)).toBe(200);
});

test('keys do not show in the journal or the state', async () => {
  const { emulator, get } = await start({ apiKeys: ['test-key', 'other-secret'] });
  await get('/api/v1/chat/credit');
  const state = await (await fetch(`${emulator.url}/sim/state`)).text();
  expect(JSON.stringify(emulator.calls()) + state).not.toMatch(/test-key|other-secret/);
});
