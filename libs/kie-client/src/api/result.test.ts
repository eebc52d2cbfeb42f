import { expect, test } from 'vitest';
import { jobsAdapter } from './jobs.ts';
import { readResult } from './result.ts';

const HOST = 'https://tempfile.aiquickdraw.com';
const REF = { taskId: 'a1', api: 'jobs', model: '' } as const;
const object = (resultObject: unknown): ReturnType<typeof readResult> =>
  readResult({ resultObject }, undefined);

test.each([
  ['an empty object', {}],
  ['an empty list', []],
  ['null', null],
])('resultObject as %s is no data, and no key of its own', (_name, value) => {
  expect(Object.keys(object(value))).toEqual(['files']);
});

test('resultObject as a list is data', () => {
  expect(object([1])).toEqual({ files: [], data: [1] });
});

test('URLs in a resultObject: by the end of the name of the field', () => {
  const { files } = object({
    mask_url: `${HOST}/m`,
    preview_urls: [`${HOST}/p.png`],
    resultURL: `${HOST}/r.mp4`,
    urlsafe: `${HOST}/no.png`,
    link: `${HOST}/no2.png`,
  });
  expect(files).toEqual([
    { url: `${HOST}/m`, kind: 'image', role: 'mask' },
    { url: `${HOST}/p.png`, kind: 'image', role: 'result' },
    { url: `${HOST}/r.mp4`, kind: 'video', role: 'result' },
  ]);
});

test.each([['ftp://a.b/c.png'], [`see ${HOST}/c.png`], ['https://'], [5], [{ link: `${HOST}/c.png` }]])(
  '%j is no file',
  (value) => {
    expect(readResult({ resultUrls: [value] }, undefined).files).toEqual([]);
  },
);

test('http, objects with a url, and each URL once', () => {
  const urls = [
    'http://a.b/c.png',
    { url: 'http://a.b/d.mp3' },
    { resultUrl: 'http://a.b/e' },
    'http://a.b/c.png',
  ];
  expect(readResult({ resultUrls: urls }, undefined).files).toEqual([
    { url: 'http://a.b/c.png', kind: 'image', role: 'result' },
    { url: 'http://a.b/d.mp3', kind: 'audio', role: 'result' },
    { url: 'http://a.b/e', kind: 'file', role: 'result' },
  ]);
});

test('tracks that are bare URLs, and the list under its other name', () => {
  expect(readResult({ data: [`${HOST}/song`] }, undefined).files).toEqual([
    { url: `${HOST}/song`, kind: 'audio', role: 'result' },
  ]);
  expect(readResult({ sunoData: [{ audioUrl: `${HOST}/a.mp3` }] }, undefined)).toEqual({
    files: [{ url: `${HOST}/a.mp3`, kind: 'audio', role: 'result' }],
    data: [{ audioUrl: `${HOST}/a.mp3` }],
  });
});

test('lyrics: texts only; without any the other words count', () => {
  expect(object({ lyricsData: [{ text: 'la' }, 'no text', { title: 'x' }, { text: 'lo' }] }).text).toBe(
    'la\n\nlo',
  );
  expect(object({ lyricsData: [], transcript: 'hello' }).text).toBe('hello');
  expect(object({ content: 'second', lyrics: 'last' }).text).toBe('second');
});

test('jobs: which answers tell of a task, which say that there is none', () => {
  const tells = (code: number, data: unknown): boolean => jobsAdapter.tells({ code, msg: '', data }, REF);
  expect([tells(501, null), tells(531, null), tells(500, { state: 'fail' })]).toEqual([true, true, true]);
  expect([tells(500, null), tells(500, { other: 'x' }), tells(429, [])]).toEqual([false, false, false]);
  const missing = [404, 422, 400, 200].map((code) => jobsAdapter.isMissing({ code, msg: '', data: null }));
  expect(missing).toEqual([true, true, false, false]);
});

test('jobs: it takes every model, and sends no empty callback', () => {
  expect(jobsAdapter.takes('anything')).toBe(true);
  const request = jobsAdapter.create({ model: 'm', payload: { prompt: 'x' } });
  expect(request).toMatchObject({ body: '{"model":"m","input":{"prompt":"x"}}' });
});

test.each([
  [{ successFlag: 2 }, 'failed'],
  [{ successFlag: 3 }, 'failed'],
  [{ successFlag: 0 }, 'running'],
])('jobs: %j is %s', (data, status) => {
  const task = jobsAdapter.parse({ code: 200, msg: '', data }, { ref: REF, apiKey: 'key-0123456789' });
  expect(task?.status).toBe(status);
});

test('jobs: a failure that quotes the prompt in paramJson is cleaned; a number is a code too', () => {
  const prompt = 'a very secret prompt of mine';
  const paramJson = JSON.stringify({ input: JSON.stringify({ prompt }) });
  const data = { state: 'fail', failCode: 500, failMsg: `refused: ${prompt}`, paramJson };
  const task = jobsAdapter.parse({ code: 200, msg: '', data }, { ref: REF, apiKey: 'key-0123456789' });
  expect(task).toMatchObject({ failure: { code: '500' } });
  expect(JSON.stringify(task)).not.toContain('secret');
});
