import { describe, expect } from 'vitest';
import { flatCalls, media } from './flat.ts';
import { stillClock } from './kie.ts';
import { receiver } from './receiver.ts';
import { rows, sources } from './row.ts';
import type { Kit } from './row.ts';

const runway = (kit: Kit) => flatCalls(kit, '/runway/generate', '/runway/record-detail');
const aleph = (kit: Kit) => flatCalls(kit, '/aleph/generate', '/aleph/record-info');
const timed = { speed: 1, clock: stillClock() };
const wish = { prompt: 'waves', duration: 5, quality: '720p', aspectRatio: '16:9' };
const page = (name: string): string => sources.page(`runway-api/${name}`);
const mp4 = expect.stringMatching(/\.mp4$/) as string;
const png = expect.stringMatching(/\.png$/) as string;

describe('Runway', () => {
  rows([
    {
      says: 'states wait, queueing, generating, success; generateParam, videoInfo and a numeric failCode',
      mark: 'docs',
      source: page('get-ai-video-details'),
      options: timed,
      check: async (kit) => {
        const { make, look } = runway(kit);
        const taskId = await make(wish);
        const states: unknown[] = [];
        for (let step = 0; step < 100; step++) {
          await kit.emulator.advance(1000);
          const { state } = await look(taskId);
          if (state !== states.at(-1)) states.push(state);
        }
        expect(states).toEqual(['wait', 'queueing', 'generating', 'success']);
        expect(await look(taskId)).toEqual({
          taskId,
          parentTaskId: '',
          generateParam: { prompt: 'waves', imageUrl: '', expandPrompt: false },
          state: 'success',
          generateTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
          videoInfo: { videoId: expect.stringMatching(/^\w{8}-/), taskId, videoUrl: mp4, imageUrl: png },
          failCode: 0,
          failMsg: '',
          expireFlag: 0,
        });
      },
    },
    {
      says: 'expireFlag is 1 after 14 days, when the file is gone',
      mark: 'docs',
      source: page('get-ai-video-details'),
      options: timed,
      check: async (kit) => {
        const { make, look } = runway(kit);
        const taskId = await make(wish);
        await kit.emulator.advance(15 * 24 * 3_600_000);
        const { expireFlag, videoInfo } = await look(taskId);
        expect(expireFlag).toBe(1);
        expect((await fetch((videoInfo as { videoUrl: string }).videoUrl)).status).toBe(404);
      },
    },
    {
      says: '1080p is not to be had with ten seconds; duration and quality are required',
      mark: 'docs',
      source: page('generate-ai-video'),
      check: async (kit) => {
        const ask = async (more: object) =>
          (await kit.post('/api/v1/runway/generate', { ...wish, ...more })).code;
        expect(await ask({ duration: 10 })).toBe(200);
        expect(await ask({ duration: 10, quality: '1080p' })).toBe(422);
        expect(await ask({ duration: 7 })).toBe(422);
        expect(await ask({ quality: null })).toBe(422);
      },
    },
    {
      says: 'extend names its parent; callbacks use task_id, and empty texts with code 400 at failure',
      mark: 'docs',
      source: `${page('extend-ai-video')} and …/extend-ai-video-callbacks`,
      options: timed,
      check: async (kit) => {
        const { url: callBackUrl, received } = await receiver();
        const first = await runway(kit).make(wish);
        await kit.emulator.advance(600_000);
        const { make, look } = flatCalls(kit, '/runway/extend', '/runway/record-detail');
        const body = { taskId: first, prompt: 'go on', quality: '720p', callBackUrl };
        const task_id = await make(body);
        await kit.emulator.advance(600_000);
        expect(await look(task_id)).toMatchObject({ parentTaskId: first, state: 'success' });
        await make({ ...body, prompt: '[fail]' });
        await kit.emulator.advance(600_000);
        expect(received.map((call) => call.body)).toMatchObject([
          {
            code: 200,
            msg: 'All generated successfully.',
            data: { task_id, video_id: expect.any(String), video_url: mp4, image_url: png },
          },
          { code: 400, data: { video_id: '', video_url: '', image_url: '' } },
        ]);
      },
    },
  ]);
});

describe('Aleph', () => {
  rows([
    {
      says: 'successFlag 0 means running and failed alike; only errorCode and completeTime tell',
      mark: 'docs',
      source: page('get-aleph-video-details'),
      options: timed,
      check: async (kit) => {
        const { video } = await media(kit);
        const { make, look } = aleph(kit);
        const good = await make({ prompt: 'snow', videoUrl: video });
        const bad = await make({ prompt: '[fail]', videoUrl: video });
        await kit.emulator.advance(1000);
        expect(await look(bad)).toMatchObject({ successFlag: 0, errorCode: 0, completeTime: null });
        await kit.emulator.advance(600_000);
        const completeTime = expect.stringMatching(/Z$/) as string;
        expect(await look(bad)).toMatchObject({
          successFlag: 0,
          errorCode: 400,
          completeTime,
          response: null,
        });
        expect(await look(good)).toEqual({
          taskId: good,
          paramJson: JSON.stringify({ prompt: 'snow', videoUrl: video }),
          response: { taskId: good, resultVideoUrl: mp4, resultImageUrl: png },
          completeTime,
          createTime: '2026-09-21T14:13:20.000Z',
          successFlag: 1,
          errorCode: 0,
          errorMessage: '',
        });
      },
    },
    {
      says: 'callbacks have the task id at the top',
      mark: 'docs',
      source: page('generate-aleph-video-callbacks'),
      options: timed,
      check: async (kit) => {
        const { url: callBackUrl, received } = await receiver();
        const { video: videoUrl } = await media(kit);
        const taskId = await aleph(kit).make({ prompt: 'snow', videoUrl, callBackUrl });
        await kit.emulator.advance(600_000);
        const failed = await aleph(kit).make({ prompt: '[fail]', videoUrl, callBackUrl });
        await kit.emulator.advance(600_000);
        expect(received.map(({ body }) => body)).toMatchObject([
          { code: 200, msg: 'success', taskId, data: { result_video_url: mp4, result_image_url: png } },
          { code: 400, taskId: failed, data: null },
        ]);
      },
    },
  ]);
});
