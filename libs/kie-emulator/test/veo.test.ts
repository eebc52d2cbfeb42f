import { describe, expect, test } from 'vitest';
import { flatCalls } from './flat.ts';
import { start, stillClock, zImage } from './kie.ts';
import { receiver } from './receiver.ts';
import { refused, rows, sources } from './row.ts';
import type { Kit } from './row.ts';

const veo = (kit: Kit) => flatCalls(kit, '/veo/generate', '/veo/record-info');
const timed = { speed: 1, clock: stillClock() };
const page = (name: string): string => sources.page(`veo3-api/${name}`);

describe('generate and record', () => {
  rows([
    {
      says: 'the record of a finished video: numbers as times, hasAudioList, seeds, no originUrls at 16:9',
      mark: 'seen',
      source: sources.veoRecord,
      check: async (kit) => {
        const { make, look } = veo(kit);
        const body = { prompt: 'waves', model: 'veo3_fast', aspect_ratio: '16:9' };
        const taskId = await make(body);
        const data = await look(taskId);
        expect(data).toEqual({
          taskId,
          paramJson: JSON.stringify(body),
          createTime: expect.any(Number),
          completeTime: expect.any(Number),
          response: {
            taskId,
            resolution: '720p',
            originUrls: null,
            resultUrls: [expect.stringMatching(/\.mp4$/)],
            fullResultUrls: null,
            hasAudioList: [true],
            seeds: [expect.any(Number)],
          },
          successFlag: 1,
          errorCode: null,
          errorMessage: '',
          fallbackFlag: false,
        });
        expect(kit.emulator.task(taskId)).toMatchObject({
          model: 'veo3_fast',
          reserved: 60,
          state: 'success',
        });
      },
    },
    {
      says: 'originUrls are given when the shape is not 16:9',
      mark: 'docs',
      source: page('get-veo-3-video-details'),
      check: async (kit) => {
        const { make, look } = veo(kit);
        const { response } = await look(await make({ prompt: 'waves', aspectRatio: '9:16' }));
        expect((response as { originUrls: unknown }).originUrls).toHaveLength(1);
      },
    },
    {
      says: 'successFlag 0 while it runs, response null',
      mark: 'docs',
      source: page('get-veo-3-video-details'),
      options: timed,
      check: async (kit) => {
        const { make, look } = veo(kit);
        const taskId = await make({ prompt: 'waves' });
        await kit.emulator.advance(1000);
        expect(await look(taskId)).toMatchObject({
          successFlag: 0,
          response: null,
          completeTime: null,
          errorCode: null,
        });
      },
    },
    {
      says: 'a failure has a numeric errorCode and successFlag 2 or 3, and the credits come back',
      mark: 'docs',
      source: page('get-veo-3-video-details'),
      check: async (kit) => {
        const { make, look } = veo(kit);
        const flagged = await look(await make({ prompt: 'a [fail] wave' }));
        expect(flagged).toMatchObject({ successFlag: 2, errorCode: 400, response: null });
        const broken = await look(await make({ prompt: 'a [fail:internal] wave' }));
        expect(broken).toMatchObject({ successFlag: 3, errorCode: 500, errorMessage: 'Internal Error' });
        expect(kit.emulator.credits()).toBe(100_000);
      },
    },
    {
      says: 'reference pictures with veo3 are refused',
      mark: 'seen',
      source: sources.production,
      check: async (kit) => {
        const body = {
          prompt: 'x',
          generationType: 'REFERENCE_2_VIDEO',
          imageUrls: ['https://x.test/a.png'],
        };
        const text = 'Reference to video only supports the Veo Fast model and Veo Lite model.';
        expect(await kit.post('/api/v1/veo/generate', { ...body, model: 'veo3' })).toEqual(
          refused(422, text),
        );
        expect((await kit.post('/api/v1/veo/generate', { ...body, model: 'veo3_lite' })).code).toBe(200);
      },
    },
    {
      says: 'a missing prompt and a value outside the options are 422',
      mark: 'docs',
      source: page('generate-veo-3-video'),
      check: async (kit) => {
        expect((await kit.post('/api/v1/veo/generate', {})).code).toBe(422);
        expect(await kit.post('/api/v1/veo/generate', { prompt: 'x', resolution: '8k' })).toEqual(
          refused(422, 'resolution is not within the range of allowed options'),
        );
      },
    },
    {
      says: 'an unknown task is 422 "record is null.", one of another product says so',
      mark: 'docs',
      source: page('get-veo-3-video-details'),
      check: async (kit) => {
        const path = '/api/v1/veo/record-info?taskId=';
        expect(await kit.get(`${path}${'0'.repeat(32)}`)).toEqual(refused(422, 'record is null.'));
        const other = await kit.created('z-image', zImage);
        expect(await kit.get(path + other)).toEqual(refused(422, 'The record does not exist'));
      },
    },
    {
      says: 'records are told for 14 days',
      mark: 'docs',
      source: page('get-veo-3-video-details'),
      options: timed,
      check: async (kit) => {
        const { make, look } = veo(kit);
        const taskId = await make({ prompt: 'x' });
        await kit.emulator.advance(14 * 24 * 3_600_000 - 1000);
        await look(taskId);
        await kit.emulator.advance(2000);
        const expected = refused(422, 'Temporarily supports records within 14 days.');
        expect(await kit.get(`/api/v1/veo/record-info?taskId=${taskId}`)).toEqual(expected);
      },
    },
  ]);
});

describe('what is made of a finished video', () => {
  rows([
    {
      says: 'extend gives the new part and the whole; not after 1080p, not while the source runs',
      mark: 'docs',
      source: page('extend-video'),
      options: timed,
      check: async (kit) => {
        const { make, look } = veo(kit);
        const first = await make({ prompt: 'x', duration: 4 });
        const extend = (taskId: string) => kit.post('/api/v1/veo/extend', { taskId, prompt: 'go on' });
        expect(await extend(first)).toEqual(refused(422, 'record status is not success.'));
        await kit.emulator.advance(600_000);
        const { taskId } = (await extend(first)).data as { taskId: string };
        await kit.emulator.advance(600_000);
        const { response } = await look(taskId);
        const { resultUrls, fullResultUrls } = response as { resultUrls: string[]; fullResultUrls: string[] };
        expect(resultUrls).toHaveLength(1);
        expect(fullResultUrls).toHaveLength(1);
        const large = await make({ prompt: 'x', resolution: '1080p' });
        await kit.emulator.advance(600_000);
        expect((await extend(large)).code).toBe(422);
        expect(await extend('0'.repeat(32))).toEqual(refused(422, 'record is null.'));
      },
    },
    {
      says: '1080p: a code that is not 200 for one to three minutes, then resultUrl',
      mark: 'docs',
      source: page('get-veo-3-1080-p-video'),
      options: timed,
      check: async (kit) => {
        const taskId = await veo(kit).make({ prompt: 'x', duration: 4 });
        const path = `/api/v1/veo/get-1080p-video?taskId=${taskId}&index=0`;
        expect((await kit.get(path)).code).toBe(422);
        await kit.emulator.advance(97_000);
        expect((await kit.get(path)).code).toBe(400);
        await kit.emulator.advance(180_000);
        const { data } = await kit.get(path);
        expect(data).toEqual({ resultUrl: `${kit.emulator.url}/files/${taskId}_1080p_0.mp4` });
        expect(
          (await kit.post('/api/v1/common/download-url', { url: (data as { resultUrl: string }).resultUrl }))
            .code,
        ).toBe(200);
      },
    },
    {
      says: '4K: a task of its own; asking again is 422 with the state, then with the addresses',
      mark: 'docs',
      source: page('get-veo-3-4k-video'),
      options: timed,
      check: async (kit) => {
        const { url, received } = await receiver();
        const { make, look } = veo(kit);
        const first = await make({ prompt: 'x' });
        await kit.emulator.advance(600_000);
        const ask = () => kit.post('/api/v1/veo/get-4k-video', { taskId: first, index: 0, callBackUrl: url });
        const { taskId } = (await ask()).data as { taskId: string };
        expect(await ask()).toEqual({
          code: 422,
          msg: '4k is processing. It should be ready in 5-10 minutes. Please check back shortly.',
          data: { taskId, resultUrls: null, imageUrls: null },
        });
        await kit.emulator.advance(600_000);
        expect(await ask()).toMatchObject({ code: 422, data: { taskId, resultUrls: [expect.any(String)] } });
        expect(await look(taskId)).toMatchObject({ successFlag: 1, response: { resolution: '4k' } });
        expect(received.map(({ body }) => body)).toEqual([
          {
            code: 200,
            msg: '4K Video generated successfully.',
            data: { taskId, info: { resultUrls: [expect.any(String)], imageUrls: [expect.any(String)] } },
          },
        ]);
      },
    },
  ]);
});

describe('callbacks', () => {
  rows([
    {
      says: 'success carries promptJson, info and fallbackFlag; failure only the id and the flag',
      mark: 'docs',
      source: page('generate-veo-3-video-callbacks'),
      options: timed,
      check: async (kit) => {
        const { url: callBackUrl, received } = await receiver();
        const { make } = veo(kit);
        const good = await make({ prompt: 'x', callBackUrl });
        await kit.emulator.advance(600_000);
        const bad = await make({ prompt: '[fail]', callBackUrl });
        await kit.emulator.advance(600_000);
        expect(received.map(({ body }) => body)).toEqual([
          {
            code: 200,
            msg: 'Veo3.1 video generated successfully.',
            data: {
              taskId: good,
              promptJson: JSON.stringify({ prompt: 'x', callBackUrl }),
              info: { resultUrls: [expect.any(String)], originUrls: null, resolution: '720p' },
              fallbackFlag: false,
            },
          },
          {
            code: 400,
            msg: 'Content was flagged by the safety system. Try different prompts or inputs.',
            data: { taskId: bad, fallbackFlag: false },
          },
        ]);
      },
    },
  ]);
});

test('faults strike tasks of flat APIs by model; they share the limit of new tasks', async () => {
  const kit = await start({ createLimit: { max: 2, perMs: 10_000 }, ...timed });
  kit.emulator.faults.add({ on: 'create', action: 'fail', model: 'veo3_lite' });
  const { make, look } = veo(kit);
  const failing = await make({ prompt: 'x', model: 'veo3_lite' });
  await kit.created('z-image', zImage);
  expect((await kit.post('/api/v1/veo/generate', { prompt: 'x' })).code).toBe(429);
  await kit.emulator.advance(600_000);
  expect(await look(failing)).toMatchObject({ successFlag: 3 });
});
