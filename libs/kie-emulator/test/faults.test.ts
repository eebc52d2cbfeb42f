import { describe, expect, test } from 'vitest';
import type { FaultSpec } from '../src/index.ts';
import { start, stillClock, zImage } from './kie.ts';

const path = '/api/v1/jobs/createTask';

describe('calls', () => {
  test('reset: the connection breaks and nothing has happened', async () => {
    const { emulator, create } = await start({ faults: [{ on: 'create', action: 'reset' }] });
    await expect(create('z-image', zImage)).rejects.toThrow('fetch failed');
    expect(emulator.tasks()).toEqual([]);
    expect((await create('z-image', zImage)).code).toBe(200); // struck once
  });

  test('lost-reply: the connection breaks and a paid task exists', async () => {
    const { emulator, create } = await start({ faults: [{ on: 'create', action: 'lost-reply' }] });
    await expect(create('z-image', zImage)).rejects.toThrow('fetch failed');
    expect(emulator.tasks()).toHaveLength(1);
    expect(emulator.credits()).toBe(100_000 - 0.8);
  });

  test('hang: no answer until the caller gives up, and nothing has happened', async () => {
    const { emulator, headers } = await start({ faults: [{ on: 'create', action: 'hang' }] });
    const body = JSON.stringify({ model: 'z-image', input: zImage });
    const signal = AbortSignal.timeout(100);
    const call = fetch(emulator.url + path, { method: 'POST', headers, body, signal });
    await expect(call).rejects.toThrow(/timeout/);
    expect(emulator.tasks()).toEqual([]);
  });

  test('slow: the answer comes, later', async () => {
    const { create } = await start({ faults: [{ on: 'create', action: { type: 'slow', ms: 120 } }] });
    const before = performance.now();
    expect((await create('z-image', zImage)).code).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(110);
  });

  test.each([
    [{ type: 'http', status: 503 }, 503, ''],
    [{ type: 'http', status: 500, body: '{"a":1}' }, 500, '{"a":1}'],
    ['html', 502, '<html>'],
    [{ type: 'rate-limit', httpStatus: 429 }, 429, '{"code":429'],
    ['rate-limit', 200, '{"code":429'],
    ['maintenance', 200, '{"code":500,"msg":"The server is currently being maintained'],
    ['insufficient-credits', 200, '{"code":402'],
    [
      { type: 'error', code: 433, msg: 'sub-key usage limit' },
      200,
      '{"code":433,"msg":"sub-key usage limit","data":null}',
    ],
  ] as const)('%j', async (action, status, text) => {
    const { emulator, headers } = await start({ faults: [{ on: 'create', action }] });
    const body = JSON.stringify({ model: 'z-image', input: zImage });
    const response = await fetch(emulator.url + path, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    expect((await response.text()).startsWith(text)).toBe(true);
    expect(emulator.tasks()).toEqual([]);
  });

  test('each kind of call has its own faults', async () => {
    const { emulator, get, post, created, resultUrl } = await start();
    const taskId = await created('z-image', zImage);
    for (const on of ['status', 'credit', 'upload', 'chat'] as const)
      emulator.faults.add({ on, action: 'maintenance' });
    const upload = { base64Data: 'aGk=', uploadPath: 'a', fileName: 'a.txt' };
    const ask = { messages: [{ role: 'user', content: 'x' }], stream: false };
    const calls = [
      () => get(`/api/v1/jobs/recordInfo?taskId=${taskId}`),
      () => get('/api/v1/chat/credit'),
      () => post('/api/file-base64-upload', upload),
      () => post('/gpt-5-2/v1/chat/completions', ask),
    ];
    for (const call of calls) expect((await call()).code).toBe(500);
    for (const call of calls) expect((await call()).code).not.toBe(500);
    const url = await resultUrl('z-image', zImage);
    emulator.faults.add({ on: 'result', action: 'expired-link' });
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(url)).status).toBe(200);
  });
});

describe('tasks', () => {
  test.each(['create', 'result'] as const)('fail, decided at %s: credits come back', async (on) => {
    const action = { type: 'fail', failMsg: 'timed out', failCode: '408' } as const;
    const { emulator, created, record } = await start({ faults: [{ on, action }] });
    const data = await record(await created('z-image', zImage));
    expect(data).toMatchObject({ state: 'fail', failMsg: 'timed out', failCode: '408', successFlag: 3 });
    expect(data).toMatchObject({ creditsConsumed: 0, resultJson: '', response: null });
    expect(emulator.credits()).toBe(100_000);
  });

  test('empty-result: success without a result', async () => {
    const { created, record } = await start({ faults: [{ on: 'result', action: 'empty-result' }] });
    const data = await record(await created('z-image', zImage));
    expect(data).toMatchObject({ state: 'success', resultJson: '', response: null });
  });

  test('[slow] takes ten times longer', async () => {
    const { emulator, created } = await start({ speed: 1, clock: stillClock() });
    const runs = [
      await created('z-image', zImage),
      await created('z-image', { ...zImage, prompt: '[slow] fox' }),
    ];
    await emulator.advance(24 * 3_600_000);
    const [usual, slow] = runs.map((taskId) => Number(emulator.task(taskId)?.record['costTime']));
    expect(slow).toBeGreaterThan(Number(usual) * 9);
  });

  test('stuck: generating for ever, until the control says otherwise', async () => {
    const { emulator, created, record } = await start({ faults: [{ on: 'create', action: 'stuck' }] });
    const taskId = await created('z-image', zImage);
    await emulator.advance(30 * 24 * 3_600_000);
    expect(await record(taskId)).toMatchObject({ state: 'generating', successFlag: 0 });
  });

  test.each([
    [
      'a fox [fail]',
      200,
      'fail',
      'Content was flagged by the safety system. Try different prompts or inputs.',
    ],
    ['a fox [fail:internal]', 200, 'fail', 'Internal Error'],
    ['a fox [fail:input]', 200, 'fail', 'Your media file is unavailable, please replace it.'],
    ['a fox [stuck]', 200, 'generating', null],
    ['a fox [empty]', 200, 'success', null],
    ['a fox [no-credits]', 402, undefined, undefined],
    ['a fox [busy]', 429, undefined, undefined],
    ['a fox [maintenance]', 500, undefined, undefined],
    ['a fox', 200, 'success', null],
  ])('typed by a person: %s', async (prompt, code, state, failMsg) => {
    const { create, record } = await start();
    const answer = await create('z-image', { ...zImage, prompt });
    expect(answer.code).toBe(code);
    if (code !== 200) return;
    expect(await record((answer.data as { taskId: string }).taskId)).toMatchObject({ state, failMsg });
  });
});

describe('the plan', () => {
  const codes = async (spec: FaultSpec, models: string[], seed = 'plan') => {
    const { create } = await start({ seed, faults: [spec] });
    const result: number[] = [];
    for (const model of models) {
      result.push((await create(model, { ...zImage, output_format: 'png' })).code);
    }
    return result;
  };
  const five = Array<string>(5).fill('z-image');

  test('nth and times', async () => {
    expect(await codes({ on: 'create', action: 'maintenance', nth: 2 }, five)).toEqual([
      200, 500, 200, 200, 200,
    ]);
    const twice = { on: 'create', action: 'maintenance', nth: 2, times: 3 } as const;
    expect(await codes(twice, five)).toEqual([200, 500, 500, 500, 200]);
  });

  test('by model', async () => {
    const spec = { on: 'create', action: 'rate-limit', model: 'google/nano-banana', times: 9 } as const;
    const models = ['z-image', 'google/nano-banana', 'z-image', 'google/nano-banana'];
    expect(await codes(spec, models)).toEqual([200, 429, 200, 429]);
  });

  test('by probability, the same for the same seed', async () => {
    const spec = { on: 'create', action: 'maintenance', probability: 0.5 } as const;
    const many = Array<string>(60).fill('z-image');
    const first = await codes(spec, many, 'a');
    expect(first.filter((code) => code === 500).length).toBeGreaterThan(15);
    expect(first.filter((code) => code === 200).length).toBeGreaterThan(15);
    expect(await codes(spec, many, 'a')).toEqual(first);
    expect(await codes(spec, many, 'b')).not.toEqual(first);
  });

  test('counts, and can be taken back', async () => {
    const { emulator, create } = await start();
    const fault = emulator.faults.add({ on: 'create', action: 'maintenance', times: 10 });
    await create('z-image', zImage);
    expect(emulator.faults.list().map(({ seen, struck }) => [seen, struck])).toEqual([[1, 1]]);
    fault.remove();
    expect((await create('z-image', zImage)).code).toBe(200);
  });

  test.each([
    [{ on: 'creation', action: 'reset' }, /fault.on is "creation"; it must be one of create, status/],
    [
      { on: 'callback', action: 'reset' },
      /fault.action for "callback" is "reset"; it must be one of lost, duplicate/,
    ],
    [{ on: 'create', action: 'slow' }, /needs ms/],
    [{ on: 'create', action: { type: 'http', status: 99 } }, /status from 200 to 599/],
    [{ on: 'create', action: 'reset', probability: 2 }, /between 0 and 1/],
  ])('a wrong rule is refused: %j', async (spec, message) => {
    const { emulator } = await start();
    expect(() => emulator.faults.add(spec as FaultSpec)).toThrow(message);
  });
});
