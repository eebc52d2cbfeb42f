import { expect, test } from 'vitest';
import { readEnvelope } from '../http/envelope.ts';
import type { Task } from '../task.ts';
import { jobsAdapter } from './jobs.ts';

const REF = { taskId: 'a1', api: 'jobs', model: '' } as const;
const HOST = 'https://tempfile.aiquickdraw.com';

function parse(data: unknown, code: number | string = 200, msg = 'success'): Task | undefined {
  const envelope = readEnvelope(JSON.stringify({ code, msg, data }));
  if (typeof envelope === 'string') throw new Error(envelope);
  return jobsAdapter.parse(envelope, { ref: REF, apiKey: 'key-0123456789' });
}

function succeeded(resultJson: unknown, more: Record<string, unknown> = {}): Record<string, unknown> {
  const { files, text, data } = parse({ state: 'success', resultJson, ...more }) as unknown as Record<
    string,
    unknown
  >;
  return { files: (files as { url: string }[]).map((file) => Object.values(file).join(' ')), text, data };
}

test('the newest recorded success', () => {
  const urls = [`${HOST}/js/z5/9d18.png`];
  const data = {
    taskId: '1b6e',
    model: 'z-image',
    state: 'success',
    param: '{"input":"{\\"aspect_ratio\\":\\"16:9\\"}","model":"z-image"}',
    resultJson: JSON.stringify({ resultUrls: urls }),
    failCode: null,
    failMsg: null,
    costTime: 5,
    completeTime: 1_790_090_670_333,
    createTime: 1_790_090_665_254,
    creditsConsumed: 0.8,
    operationType: 'z-image',
    response: { resultUrls: urls },
    successFlag: 1,
    paramJson: '{}',
  };
  const task = parse(data);
  expect(JSON.parse(JSON.stringify(task))).toEqual({
    ref: { taskId: 'a1', api: 'jobs', model: 'z-image' },
    rawState: 'success',
    status: 'succeeded',
    createTime: 1_790_090_665_254,
    completeTime: 1_790_090_670_333,
    costTime: 5,
    creditsConsumed: 0.8,
    files: [{ url: urls[0], kind: 'image', role: 'result' }],
  });
  expect(task?.raw()).toEqual(data);
});

test.each(['waiting', 'queuing', 'generating', 'processing', 'Zustand-X'])('%s is running', (state) => {
  const running = {
    state,
    resultJson: '',
    failCode: null,
    failMsg: null,
    costTime: null,
    completeTime: null,
  };
  expect(parse(running)).toEqual({ ref: REF, rawState: state, status: 'running' });
});

test('progress is given when KIE gives it', () => {
  expect(parse({ state: 'generating', progress: 40 })).toMatchObject({ progress: 40 });
});

test('the state in numbers counts when the word is missing', () => {
  expect(parse({ successFlag: 0 })).toMatchObject({ status: 'running', rawState: 'generating' });
  expect(parse({ successFlag: 1 })).toMatchObject({ status: 'succeeded' });
  expect(parse({ successFlag: 3, failMsg: 'x' })).toMatchObject({ status: 'failed' });
});

test.each([
  ['400', 'The current content could not be processed', 'moderation'],
  ['422', 'Content was flagged by the safety system. Try different prompts or inputs.', 'moderation'],
  [
    '500',
    'The input or output was flagged as sensitive. Please try again with different inputs.',
    'moderation',
  ],
  ['500', 'CONTENT_POLICY_BLOCKED: x', 'moderation'],
  ['500', 'Your prompt was caught by our AI moderator. Please adjust it and try again!', 'moderation'],
  ['500', 'Request blocked: The uploaded audio was flagged by Google safety review.', 'moderation'],
  ['500', 'Content moderation check failed: sexual', 'moderation'],
  ['500', 'nsfw', 'moderation'],
  ['500', 'Internal Error', 'provider'],
  ['500', 'internal error, please try again later', 'provider'],
  ['500', 'the server is busy', 'provider'],
  ['500', 'timed out', 'timeout'],
  ['500', 'The server is currently being maintained, please try again later~', 'maintenance'],
  ['500', 'Your media file is unavailable, please replace it.', 'input'],
  ['500', 'File type not supported', 'input'],
  ['500', 'resolution is not within the range of allowed options', 'input'],
  ['422', '', 'input'],
  ['GENERATION_FAILED', '', 'provider'],
  ['', '', 'unknown'],
])('failure %s "%s" is %s', (failCode, failMsg, category) => {
  const task = parse({ state: 'fail', failCode, failMsg, resultJson: '', creditsConsumed: 0 });
  expect(task).toMatchObject({
    status: 'failed',
    creditsConsumed: 0,
    failure: { code: failCode || 'unknown', message: failMsg || 'KIE gave no reason.', category },
  });
});

test('a failure in the envelope instead of the state', () => {
  expect(parse(null, 501, 'Playground task failed.')).toMatchObject({
    status: 'failed',
    failure: { code: '501' },
  });
  const body = { state: 'fail', failCode: 'GENERATION_FAILED', failMsg: 'x' };
  expect(parse(body, 501)).toMatchObject({ failure: { code: 'GENERATION_FAILED' } });
  expect(parse({ state: 'generating' }, 501)).toMatchObject({ status: 'running' });
});

test('what makes no sense is no task', () => {
  for (const data of [null, [], 'x', {}, { state: null }]) expect(parse(data)).toBeUndefined();
});

test('an older callback body: consumeCredits, numbers as text', () => {
  const old = { state: 'success', consumeCredits: '3.5', costTime: '17', failCode: '' };
  expect(parse(old)).toMatchObject({ creditsConsumed: 3.5, costTime: 17 });
});

const a = `${HOST}/a.png`;
const b = `${HOST}/b.mp4`;

test.each([
  ['a list of URLs', { resultUrls: [a, b] }, [`${a} image result`, `${b} video result`]],
  ['one URL instead of a list', { resultUrls: a }, [`${a} image result`]],
  [
    'objects with a url',
    { resultUrls: [{ url: a }, { resultUrl: b }] },
    [`${a} image result`, `${b} video result`],
  ],
  ['a bare list', [a], [`${a} image result`]],
  ['the same URL twice', { resultUrls: [a, a] }, [`${a} image result`]],
  [
    'frames',
    { resultUrls: [b], firstFrameUrl: [`${HOST}/f`], lastFrameUrl: `${HOST}/l` },
    [`${b} video result`, `${HOST}/f image first_frame`, `${HOST}/l image last_frame`],
  ],
  ['frames, empty', { resultUrls: [], firstFrameUrl: [], lastFrameUrl: [] }, []],
  [
    'a marked copy',
    { resultUrls: [b], resultWaterMarkUrls: [`${HOST}/w.mp4`] },
    [`${b} video result`, `${HOST}/w.mp4 video watermarked`],
  ],
  ['no extension', { resultUrls: [`${HOST}/x`] }, [`${HOST}/x file result`]],
  ['what is no URL', { resultUrls: ['', null, 7, 'x', 'javascript:alert(1)', 'file:///etc/passwd'] }, []],
])('resultJson with %s', (_name, result, files) => {
  expect(succeeded(JSON.stringify(result))).toEqual({ files, text: undefined, data: undefined });
  expect(succeeded(result)).toEqual({ files, text: undefined, data: undefined });
  expect(succeeded('', { response: result })).toEqual({ files, text: undefined, data: undefined });
});

test('a bare URL that is no JSON', () => {
  expect(succeeded(a)['files']).toEqual([`${a} image result`]);
});

test.each([[''], [null], [undefined], ['{"resultUrls":['], ['null'], ['{}']])(
  'success with %j: succeeded, without files',
  (resultJson) => {
    expect(succeeded(resultJson)).toEqual({ files: [], text: undefined, data: undefined });
  },
);

test('resultObject: data, text, and the URLs in it', () => {
  expect(succeeded('{"resultObject":{"subject_status":1}}')).toEqual({
    files: [],
    text: undefined,
    data: { subject_status: 1 },
  });
  expect(succeeded({ resultObject: { mask_urls: [a] } })).toMatchObject({ files: [`${a} image mask`] });
  expect(succeeded({ resultObject: '{"text":"Hello"}' })).toMatchObject({
    text: 'Hello',
    data: { text: 'Hello' },
  });
  expect(succeeded({ resultObject: 'Hello' })).toMatchObject({ text: 'Hello' });
  const lyricsData = [{ text: '[Verse]\nOne', title: 'x' }, { text: 'Two' }, { text: '' }];
  expect(succeeded('', { response: { resultObject: { lyricsData } } })).toMatchObject({
    text: '[Verse]\nOne\n\nTwo',
    data: { lyricsData },
  });
});

test('Suno tracks: songs, covers, and a stream only while the song is missing', () => {
  const song = {
    audio_url: `${HOST}/1`,
    stream_audio_url: `${HOST}/s1`,
    image_url: `${HOST}/1.jpeg`,
    title: 'One',
  };
  const early = { audio_url: '', stream_audio_url: `${HOST}/s2`, image_url: `${HOST}/2.jpeg`, title: 'Two' };
  expect(succeeded('', { response: { data: [song, early] } })).toEqual({
    files: [
      `${HOST}/1 audio result`,
      `${HOST}/1.jpeg image cover`,
      `${HOST}/s2 audio preview`,
      `${HOST}/2.jpeg image cover`,
    ],
    text: undefined,
    data: [song, early],
  });
});
