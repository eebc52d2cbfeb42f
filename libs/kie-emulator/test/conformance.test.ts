import { describe, expect, test } from 'vitest';
import { start, stillClock, zImage } from './kie.ts';
import { refused, rows, sources } from './row.ts';
import type { Kit } from './row.ts';

const docs = {
  quickstart: sources.page('market/quickstart'),
  detail: sources.page('market/common/get-task-detail'),
  credits: sources.page('common-api/get-account-credits'),
  link: sources.page('common-api/download-url'),
  recorded: sources.recorded,
  log: sources.log,
};
type Row = readonly [statement: string, source: string, check: (kit: Kit) => Promise<void>];

const creating: Row[] = [
  [
    'createTask answers taskId and the same value as recordId, 32 hex digits',
    docs.recorded,
    async ({ create }) => {
      const answer = await create('z-image', zImage);
      const { taskId } = answer.data as { taskId: string };
      expect(taskId).toMatch(/^[0-9a-f]{32}$/);
      expect(answer).toEqual({ code: 200, msg: 'success', data: { taskId, recordId: taskId } });
    },
  ],
  [
    'application errors come with HTTP status 200 and the JSON type of a Java server',
    docs.recorded,
    async ({ emulator, headers }) => {
      const body = JSON.stringify({ model: 'no/such', input: {} });
      const response = await fetch(`${emulator.url}/api/v1/jobs/createTask`, {
        method: 'POST',
        headers,
        body,
      });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/json;charset=UTF-8');
      expect(response.headers.has('retry-after')).toBe(false);
    },
  ],
  [
    'an unknown model is "page does not exist"',
    docs.recorded,
    async ({ create }) => {
      const expected = refused(422, 'The page does not exist or is not published');
      expect(await create('no/such-model', {})).toEqual(expected);
      expect(await create('sora-2-text-to-video', { prompt: 'x' })).toEqual(expected); // retired in 2026
      expect(await create('veo3', { prompt: 'x' })).toEqual(expected); // has an API of its own
    },
  ],
  [
    'a missing required field is code 500 "This field is required"',
    'vladholos492-wq/TRT-main docs/KIE_API_MIGRATION_REQUIRED.md, 2025-12',
    async ({ create }) => {
      expect(await create('z-image', { prompt: 'x' })).toEqual(refused(500, 'This field is required'));
      expect(await create('z-image', {})).toEqual(refused(500, 'This field is required'));
    },
  ],
  [
    'an empty required text is code 500, with the name of the field',
    'production logs, 2026-09/10',
    async ({ create }) => {
      const expected = refused(500, 'prompt cannot be empty');
      expect(await create('z-image', { ...zImage, prompt: '' })).toEqual(expected);
    },
  ],
  [
    'a value outside the options is code 500, case matters',
    'production logs, 2026-09/10',
    async ({ create }) => {
      const expected = (field: string) => refused(500, `${field} is not within the range of allowed options`);
      expect(await create('z-image', { ...zImage, aspect_ratio: '16:10' })).toEqual(expected('aspect_ratio'));
      const hailuo = { prompt: 'x', image_url: 'https://x.test/a.png', duration: '6', resolution: '768p' };
      expect(await create('hailuo/2-3-image-to-video-pro', hailuo)).toEqual(expected('resolution'));
    },
  ],
  [
    'unknown fields are ignored',
    'public generator with comments from live batches, mid 2026',
    async ({ create }) => {
      expect((await create('z-image', { ...zImage, image_input: ['x'], nonsense: { a: 1 } })).code).toBe(200);
    },
  ],
  [
    'a dead input address is accepted at submit and fails later, with the credits back',
    docs.recorded,
    async ({ emulator, created, record }) => {
      const before = emulator.credits();
      const input = { prompt: 'x', image_urls: ['http://127.0.0.1:9/a.png'] };
      const failed = await record(await created('google/nano-banana-edit', input));
      expect(failed).toMatchObject({
        state: 'fail',
        failCode: '422',
        failMsg: 'Your media file is unavailable, please replace it.',
        creditsConsumed: 0,
        resultJson: '',
      });
      expect(emulator.credits()).toBe(before);
    },
  ],
  [
    'an empty balance is code 402',
    'production logs, 2026-09/10',
    async ({ emulator, create }) => {
      emulator.setCredits(0.7);
      const text =
        "Credits insufficient : Your current balance isn't enough to run this request. Please top up to continue.";
      expect(await create('z-image', zImage)).toEqual(refused(402, text));
      emulator.setCredits(0.8);
      expect((await create('z-image', zImage)).code).toBe(200);
      expect(emulator.credits()).toBe(0);
    },
  ],
];

const asking: Row[] = [
  [
    'a finished task has the recorded keys and types, param is JSON in JSON in JSON',
    docs.log,
    async ({ created, record }) => {
      const taskId = await created('z-image', zImage, { callBackUrl: 'http://127.0.0.1:9/cb' });
      const data = await record(taskId);
      const param = JSON.parse(String(data['param'])) as Record<string, unknown>;
      expect(Object.keys(param)).toEqual(['input', 'model', 'callBackUrl']);
      expect(JSON.parse(String(param['input']))).toEqual({ ...zImage, nsfw_checker: false });
      const result = JSON.parse(String(data['resultJson'])) as { resultUrls: string[] };
      expect(result.resultUrls).toHaveLength(1);
      expect(data).toEqual({
        taskId,
        model: 'z-image',
        state: 'success',
        param: data['param'],
        resultJson: data['resultJson'],
        failCode: null,
        failMsg: null,
        costTime: expect.any(Number),
        completeTime: expect.any(Number),
        createTime: expect.any(Number),
        creditsConsumed: 0.8,
        operationType: 'z-image',
        response: result,
        successFlag: 1,
        paramJson: data['param'],
      });
    },
  ],
  [
    'an unknown task, and one of another account, is 422 "recordInfo is null"',
    docs.recorded,
    async ({ get }) => {
      const answer = await get('/api/v1/jobs/recordInfo?taskId=00000000000000000000000000000000');
      expect(answer).toEqual(refused(422, 'recordInfo is null'));
    },
  ],
  [
    'without an id it is 422 "task id is blank"',
    docs.recorded,
    async ({ get }) => expect(await get('/api/v1/jobs/recordInfo')).toEqual(refused(422, 'task id is blank')),
  ],
];

const around: Row[] = [
  [
    'the balance is a bare number with decimals',
    docs.recorded,
    async ({ emulator, get }) => {
      emulator.setCredits(5916.25);
      expect(await get('/api/v1/chat/credit')).toEqual({ code: 200, msg: 'success', data: 5916.25 });
    },
  ],
  [
    'a missing or wrong key is code 401 without data, HTTP 200',
    docs.credits,
    async ({ emulator }) => {
      for (const headers of [{}, { authorization: 'Bearer nonsense' }, { authorization: 'test-key' }]) {
        const response = await fetch(`${emulator.url}/api/v1/chat/credit`, { headers });
        expect(response.status).toBe(200);
        expect(await response.json()).toEqual({ code: 401, msg: 'You do not have access permissions' });
      }
    },
  ],
  [
    'task detail says "Unauthorized" instead',
    docs.detail,
    async ({ emulator }) => {
      const response = await fetch(`${emulator.url}/api/v1/jobs/recordInfo?taskId=1`);
      expect(await response.json()).toEqual({ code: 401, msg: 'Unauthorized' });
    },
  ],
  [
    'a download link is given for own files only and lives 20 minutes',
    docs.link,
    async ({ emulator, post, resultUrl, download }) => {
      const url = await resultUrl('z-image', zImage);
      const link = String((await post('/api/v1/common/download-url', { url })).data);
      expect(await download(link)).toEqual(await download(url));
      await emulator.advance(20 * 60_000 + 1);
      expect((await fetch(link)).status).toBe(404);
      expect((await fetch(url)).status).toBe(200);
      const foreign = await post('/api/v1/common/download-url', { url: 'https://example.com/a.png' });
      expect(foreign).toEqual(refused(422, 'url is wrong'));
    },
  ],
];

describe.each([
  ['createTask', creating],
  ['recordInfo', asking],
  ['the rest', around],
])('%s', (_name, list) => {
  rows(
    list.map(([says, source, check]) => ({
      says,
      source,
      check,
      mark: source.startsWith('https:') ? 'docs' : 'seen',
    })),
  );
});

describe('while time passes', () => {
  test(`waiting, generating, success with seconds as costTime (${docs.recorded})`, async () => {
    const { emulator, created, get, record } = await start({ speed: 1, clock: stillClock() });
    const taskId = await created('z-image', zImage);
    const path = `/api/v1/jobs/recordInfo?taskId=${taskId}`;
    expect(await get(path)).toEqual(refused(422, 'recordInfo is null')); // for a moment after submit
    await emulator.advance(200);
    expect(await record(taskId)).toMatchObject({
      state: 'waiting',
      resultJson: '',
      failCode: null,
      failMsg: null,
      costTime: null,
      completeTime: null,
      creditsConsumed: null,
      successFlag: 0,
    });
    const states: unknown[] = [];
    for (let second = 0; second < 200 && states.at(-1) !== 'success'; second++) {
      await emulator.advance(1000);
      const { state } = await record(taskId);
      if (state !== states.at(-1)) states.push(state);
    }
    expect(states).toEqual(['waiting', 'generating', 'success']);
    const { costTime, createTime, completeTime } = await record(taskId);
    expect(createTime).toBe(1_790_000_000_000);
    expect(costTime).toBe(Math.round((Number(completeTime) - Number(createTime)) / 1000));
    expect(costTime).toBeGreaterThan(1);
  });

  test(`20 new tasks in 10 seconds, then 429 in an HTTP 200 body (${docs.quickstart})`, async () => {
    const { emulator, create } = await start({
      createLimit: { max: 20, perMs: 10_000 },
      clock: stillClock(),
    });
    const codes: number[] = [];
    for (let call = 0; call < 22; call++) codes.push((await create('z-image', zImage)).code);
    expect(codes).toEqual([...Array<number>(20).fill(200), 429, 429]);
    expect((await create('z-image', zImage)).msg).toBe(
      'Your call frequency is too high. Please try again later.',
    );
    await emulator.advance(10_000);
    expect((await create('z-image', zImage)).code).toBe(200);
  });

  test('files are kept 14 days (https://docs.kie.ai, data retention)', async () => {
    const { emulator, resultUrl } = await start({ clock: stillClock() });
    const url = await resultUrl('z-image', zImage);
    await emulator.advance(14 * 24 * 3_600_000 - 1000);
    expect((await fetch(url)).status).toBe(200);
    await emulator.advance(2000);
    expect((await fetch(url)).status).toBe(404);
  });
});
