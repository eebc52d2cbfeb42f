import { expect, test } from 'vitest';
import { anyModel, KieError, type ApiAdapter, type Task, type TaskApi, type TaskRef } from '../src/index.ts';
import { aleph } from '../src/aleph.ts';
import { adapterForModel } from '../src/api/adapters.ts';
import { fluxKontextAdapter } from '../src/api/flux-kontext.ts';
import { veoAdapter } from '../src/api/veo.ts';
import { gpt4o } from '../src/gpt4o.ts';
import { runway } from '../src/runway.ts';
import { suno } from '../src/suno.ts';
import { registry } from '@kie/registry';
import { clientOf, KEY, rejection } from './support/client.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { envelope, startServer } from './support/server.ts';

const HOST = 'https://tempfile.aiquickdraw.com';
const CALLBACK = 'https://example.com/kie';

function read(api: ApiAdapter, model: string, data: unknown, code = 200, msg = 'success'): Task | undefined {
  return api.parse(
    { code, msg, data },
    { ref: { taskId: 't1', api: api.api as TaskApi, model }, apiKey: KEY },
  );
}

/** Buys, waits, and tells what went over the wire. */
async function roundTrip(
  model: string,
  payload: Record<string, unknown>,
  answers: readonly unknown[],
  apis: readonly ApiAdapter[] = [],
): Promise<{ task: Task; sent: string; body: unknown; asked: string; looks: number }> {
  const clock = createFakeClock();
  const server = await startServer((response, seen, count) => {
    if (seen.method === 'POST') envelope(response, 200, 'success', { taskId: 't1' });
    else envelope(response, 200, 'success', answers[Math.min(count - 2, answers.length - 1)]);
  });
  const kie = clientOf(server.url, { clock, apis });
  const task = await clock.runUntil(kie.run(anyModel(model), payload, { callbackUrl: CALLBACK }));
  const [post, get] = server.seen;
  return {
    task,
    sent: post?.path ?? '',
    body: post?.json(),
    asked: `${get?.path}?${get?.query.toString()}`,
    looks: server.seen.length - 1,
  };
}

test('every active model of the catalogue has an adapter of its own API', () => {
  const models = registry.list();
  expect(models.length).toBeGreaterThanOrEqual(189);
  expect(models.filter((model) => adapterForModel([], model.id).api !== model.api)).toEqual([]);
  const paths = models.map((model) => {
    const request = adapterForModel([], model.id).create({ model: model.id, payload: {} });
    return 'path' in request ? request.path : 'nothing to buy';
  });
  expect([...new Set(paths)].toSorted()).toEqual([
    '/api/v1/flux/kontext/generate',
    '/api/v1/jobs/createTask',
    '/api/v1/veo/generate',
  ]);
});

test('veo3: flat body, own record, videos', async () => {
  const { task, ...wire } = await roundTrip('veo3_fast', { prompt: 'waves', duration: 8 }, [
    { successFlag: 0, response: null },
    {
      successFlag: 1,
      createTime: 1_790_000_000_000,
      completeTime: 1_790_000_090_000,
      response: JSON.stringify({ resolution: '720p', resultUrls: [`${HOST}/v`], fullResultUrls: null }),
    },
  ]);
  expect(wire).toEqual({
    sent: '/api/v1/veo/generate',
    body: { prompt: 'waves', duration: 8, model: 'veo3_fast', callBackUrl: CALLBACK },
    asked: '/api/v1/veo/record-info?taskId=t1',
    looks: 2,
  });
  expect(task).toMatchObject({
    status: 'succeeded',
    ref: { taskId: 't1', api: 'veo', model: 'veo3_fast' },
    files: [{ url: `${HOST}/v`, kind: 'video', role: 'result' }],
    completeTime: 1_790_000_090_000,
  });
});

test('veo3: failures, with the reason', () => {
  const failed = read(veoAdapter, 'veo3', {
    successFlag: 2,
    errorCode: 400,
    errorMessage: 'Your prompt was flagged by our AI moderator.',
    createTime: '2026-01-01 10:00:00',
  });
  expect(failed).toMatchObject({
    status: 'failed',
    failure: { code: '400', category: 'moderation' },
  });
  expect(failed).not.toHaveProperty('createTime');
  expect(read(veoAdapter, 'veo3', { successFlag: 3 })).toMatchObject({
    status: 'failed',
    failure: { code: 'unknown', message: 'KIE gave no reason.' },
  });
  expect(read(veoAdapter, 'veo3', null, 501, 'failed')).toMatchObject({
    status: 'failed',
    failure: { code: '501', message: 'failed' },
  });
  expect(read(veoAdapter, 'veo3', {})).toBeUndefined();
});

test('veo3/extend: the joined video first', async () => {
  const { task, sent, body } = await roundTrip('veo3/extend', { taskId: 'v0', prompt: 'on', model: 'fast' }, [
    { successFlag: 1, response: { resultUrls: [`${HOST}/part.mp4`], fullResultUrls: [`${HOST}/whole.mp4`] } },
  ]);
  expect(sent).toBe('/api/v1/veo/extend');
  expect(body).toEqual({ taskId: 'v0', prompt: 'on', model: 'fast', callBackUrl: CALLBACK });
  expect(task).toMatchObject({ files: [{ url: `${HOST}/whole.mp4` }, { url: `${HOST}/part.mp4` }] });
});

test('veo3/1080p: nothing is bought; "not yet" in three codes; the index survives in the ref', async () => {
  const clock = createFakeClock();
  const codes = [400, 422, 500];
  const server = await startServer((response, _seen, count) => {
    const code = codes[count - 1];
    if (code === undefined) envelope(response, 200, 'success', { resultUrl: `${HOST}/hd.mp4` });
    else envelope(response, code, '1080P is processing', null);
  });
  const kie = clientOf(server.url, { clock });
  const ref = await kie.createTask('veo3/1080p', { taskId: 'v0', index: 2 });
  expect(server.seen).toHaveLength(0);
  const stored = JSON.parse(JSON.stringify(ref)) as typeof ref;
  const task = await clock.runUntil(kie.waitTask(stored));
  expect(task).toMatchObject({ status: 'succeeded', files: [{ url: `${HOST}/hd.mp4`, kind: 'video' }] });
  expect(server.seen.map((each) => `${each.method} ${each.path}?${each.query.toString()}`)).toEqual(
    Array.from({ length: 4 }, () => 'GET /api/v1/veo/get-1080p-video?taskId=v0&index=2'),
  );
  expect(await rejection(kie.createTask(anyModel('veo3/1080p'), {}))).toMatchObject({ outcome: 'not_sent' });
  expect(veoAdapter.status({ taskId: 'v0', api: 'veo', model: 'veo3/1080p' }).query).toEqual({
    taskId: 'v0',
    index: '0',
  });
});

test('veo3/4k: bought once, and the smaller video is not taken for the result', async () => {
  const { task, sent, looks } = await roundTrip('veo3/4k', { taskId: 'v0' }, [
    { successFlag: 1, response: { resolution: '720p', resultUrls: [`${HOST}/small.mp4`] } },
    { successFlag: 1, response: { resolution: '4K', resultUrls: [`${HOST}/large.mp4`] } },
  ]);
  expect({ sent, looks }).toEqual({ sent: '/api/v1/veo/get-4k-video', looks: 2 });
  expect(task).toMatchObject({ files: [{ url: `${HOST}/large.mp4` }] });
});

test('flux-kontext: flat body, one image, the prepared input is no result', async () => {
  const { task, ...wire } = await roundTrip('flux-kontext-max', { prompt: 'a fox' }, [
    { successFlag: 0 },
    { successFlag: 1, response: { resultImageUrl: `${HOST}/f`, originImageUrl: `${HOST}/o.png` } },
  ]);
  expect(wire).toMatchObject({
    sent: '/api/v1/flux/kontext/generate',
    body: { prompt: 'a fox', model: 'flux-kontext-max', callBackUrl: CALLBACK },
    asked: '/api/v1/flux/kontext/record-info?taskId=t1',
  });
  expect(task).toMatchObject({ files: [{ url: `${HOST}/f`, kind: 'image', role: 'result' }] });
  expect(read(fluxKontextAdapter, 'flux-kontext-pro', { successFlag: 2, errorCode: 500 })?.status).toBe(
    'failed',
  );
});

test('suno music: running words, tracks, and a lost callback of KIE', async () => {
  const track = {
    id: 's1',
    audioUrl: `${HOST}/song.mp3`,
    streamAudioUrl: `${HOST}/stream`,
    imageUrl: `${HOST}/song.jpeg`,
    duration: 12.5,
  };
  const { task, ...wire } = await roundTrip(
    'suno/music',
    { prompt: 'calm', customMode: false, instrumental: true, model: 'V5' },
    [
      null,
      { status: 'PENDING' },
      { status: 'TEXT_SUCCESS' },
      { status: 'FIRST_SUCCESS', response: { sunoData: [track] } },
      { status: 'SUCCESS', response: { sunoData: [track] } },
    ],
    [suno],
  );
  expect(wire).toMatchObject({
    sent: '/api/v1/generate',
    asked: '/api/v1/generate/record-info?taskId=t1',
    looks: 5,
  });
  expect(task).toMatchObject({
    files: [
      { url: `${HOST}/song.mp3`, kind: 'audio', role: 'result' },
      { url: `${HOST}/song.jpeg`, kind: 'image', role: 'cover' },
    ],
    data: [track],
  });
  const lost = { status: 'CALLBACK_EXCEPTION', response: { sunoData: [track] } };
  expect(read(suno, 'suno/music', lost)?.status).toBe('succeeded');
  expect(read(suno, 'suno/music', { status: 'CALLBACK_EXCEPTION' })?.status).toBe('failed');
  expect(read(suno, 'suno/music', { status: 'SENSITIVE_WORD_ERROR' })?.status).toBe('failed');
});

test('suno: without a callback URL nothing is sent, as KIE would refuse it', async () => {
  const kie = clientOf('http://127.0.0.1:9', { apis: [suno] });
  const error = await rejection(kie.createTask(anyModel('suno/lyrics'), { prompt: 'x' }));
  expect(error).toMatchObject({ code: 'invalid_argument', outcome: 'not_sent' });
  expect((error as KieError).message).toContain('callbackUrl');
  const own = { prompt: 'x', callBackUrl: CALLBACK };
  expect(suno.create({ model: 'suno/lyrics', payload: own })).toMatchObject({ body: JSON.stringify(own) });
  expect(suno.create({ model: 'suno/cover', payload: { taskId: 'a' } })).toMatchObject({
    path: '/api/v1/suno/cover/generate',
  });
});

test.each([
  [
    'suno/lyrics',
    { status: 'SUCCESS', response: { data: [{ text: 'la' }, { text: 'lo' }] } },
    { text: 'la\n\nlo' },
  ],
  ['suno/lyrics', { status: 'GENERATE_LYRICS_FAILED', errorMessage: 'no' }, { status: 'failed' }],
  [
    'suno/wav',
    { successFlag: 'SUCCESS', response: { audioWavUrl: `${HOST}/a` } },
    { files: [{ kind: 'audio' }] },
  ],
  ['suno/wav', { successFlag: 'GENERATE_WAV_FAILED' }, { status: 'failed' }],
  [
    'suno/mp4',
    { successFlag: 'SUCCESS', response: { videoUrl: `${HOST}/a` } },
    { files: [{ kind: 'video' }] },
  ],
  [
    'suno/stems',
    { successFlag: 'SUCCESS', response: { originUrl: `${HOST}/o`, vocalUrl: `${HOST}/v`, drumsUrl: null } },
    { files: [{ role: 'preview' }, { kind: 'audio', role: 'result' }] },
  ],
  [
    'suno/midi',
    { successFlag: 1, midiData: { instruments: [{ name: 'piano' }] } },
    { data: [{ name: 'piano' }] },
  ],
  ['suno/midi', { successFlag: 2, errorCode: '500' }, { status: 'failed', failure: { code: '500' } }],
  ['suno/cover', { successFlag: 2, errorCode: 200 }, { status: 'running' }],
  ['suno/cover', { successFlag: 1, response: { images: [`${HOST}/c`] } }, { files: [{ kind: 'image' }] }],
  ['suno/cover', { successFlag: 3 }, { status: 'failed' }],
])('%s reads %j', (model, data, expected) => {
  expect(read(suno, model, data)).toMatchObject(expected);
});

test.each([
  [runway, 'runway/generate', { state: 'queueing' }, { status: 'running', rawState: 'queueing' }],
  [runway, 'runway/generate', { state: 'wait', expireFlag: 0 }, { status: 'running' }],
  [
    runway,
    'runway/extend',
    { state: 'success', videoInfo: { videoUrl: `${HOST}/v.mp4`, imageUrl: `${HOST}/v.jpg` } },
    { files: [{ role: 'result' }, { role: 'cover' }] },
  ],
  [
    runway,
    'runway/generate',
    { state: 'fail', failCode: 400, failMsg: 'content policy' },
    { failure: { code: '400', category: 'moderation' } },
  ],
  [aleph, 'aleph/generate', { successFlag: 0, errorCode: 0, errorMessage: '' }, { status: 'running' }],
  [aleph, 'aleph/generate', { successFlag: 0, errorCode: 500 }, { status: 'failed' }],
  [aleph, 'aleph/generate', { successFlag: 0, completeTime: 1_790_000_000_000 }, { status: 'failed' }],
  [
    aleph,
    'aleph/generate',
    { successFlag: 1, response: { resultVideoUrl: `${HOST}/a` } },
    { files: [{ kind: 'video' }] },
  ],
  [gpt4o, 'gpt4o/generate', { status: 'GENERATING', successFlag: 0, progress: '0.25' }, { progress: 25 }],
  [
    gpt4o,
    'gpt4o/generate',
    { successFlag: 1, response: { result_urls: [`${HOST}/i`] } },
    { files: [{ kind: 'image' }] },
  ],
  [gpt4o, 'gpt4o/generate', { status: 'CREATE_TASK_FAILED', successFlag: 2 }, { status: 'failed' }],
] as const)('%o: %s reads %j', (api, model, data, expected) => {
  expect(read(api, model, data)).toMatchObject(expected);
});

test('a ref of an API that was not passed says where to get it', async () => {
  const kie = clientOf('http://127.0.0.1:9');
  const stored = '{"taskId":"t1","api":"runway","model":"runway/generate"}';
  const error = await rejection(kie.getTaskStatus(JSON.parse(stored) as TaskRef));
  expect(error).toMatchObject({ code: 'api_not_supported' });
  expect((error as KieError).message).toContain("'@kie/client/runway'");
});

test.each([
  [veoAdapter, 'veo3', { successFlag: 2, errorMessage: 'x' }, 'paramJson'],
  [runway, 'runway/generate', { state: 'fail', failMsg: 'x' }, 'generateParam'],
  [suno, 'suno/music', { status: 'GENERATE_AUDIO_FAILED', errorMessage: 'x' }, 'param'],
] as const)('%o: %s: a failure that quotes the prompt is cleaned', (api, model, data, field) => {
  const prompt = 'a purple tricycle in Trieste at midnight';
  const message = `Refused: ${prompt}`;
  const words = 'failMsg' in data ? { failMsg: message } : { errorMessage: message };
  const task = read(api, model, { ...data, ...words, [field]: JSON.stringify({ prompt }) });
  expect(task).toMatchObject({ status: 'failed', failure: { message: expect.stringContaining('[input]') } });
  expect(JSON.stringify(task)).not.toContain('tricycle');
});
