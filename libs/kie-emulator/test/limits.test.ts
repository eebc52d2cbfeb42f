import { describe, expect } from 'vitest';
import { flatCalls } from './flat.ts';
import { stillClock, zImage } from './kie.ts';
import { receiver } from './receiver.ts';
import { refused, rows, sources } from './row.ts';

const timed = { speed: 1, clock: stillClock() };
const tooFrequent = refused(429, 'Your call frequency is too high. Please try again later.');

describe('limits', () => {
  rows([
    {
      says: 'ten status calls a second and task, then 429 in an HTTP 200 body',
      mark: 'docs',
      source: sources.skill,
      options: timed,
      check: async (kit) => {
        const [first, second] = [await kit.created('z-image', zImage), await kit.created('z-image', zImage)];
        await kit.emulator.advance(1000);
        const ask = (taskId: string) => kit.get(`/api/v1/jobs/recordInfo?taskId=${taskId}`);
        for (let call = 0; call < 10; call++) expect((await ask(first)).code).toBe(200);
        expect(await ask(first)).toEqual(tooFrequent);
        expect((await ask(second)).code).toBe(200); // per task
        await kit.emulator.advance(1000);
        expect((await ask(first)).code).toBe(200);
      },
    },
    {
      says: 'HTTP status 429 is the other form, for those who ask for it',
      mark: 'docs',
      source: sources.page(''),
      check: async (kit) => {
        kit.emulator.faults.add({ on: 'create', action: { type: 'rate-limit', httpStatus: 429 } });
        const body = JSON.stringify({ model: 'z-image', input: zImage });
        const url = `${kit.emulator.url}/api/v1/jobs/createTask`;
        const response = await fetch(url, { method: 'POST', headers: kit.headers, body });
        expect([response.status, await response.json()]).toEqual([429, tooFrequent]);
      },
    },
    {
      says: 'a task that waits behind a hundred others reads queuing, with flag 0',
      mark: 'docs',
      source: sources.page('market/common/get-task-detail'),
      options: timed,
      check: async (kit) => {
        for (let task = 0; task < 100; task++) await kit.create('z-image', zImage);
        const taskId = await kit.created('z-image', zImage);
        await kit.emulator.advance(1000);
        expect(await kit.record(taskId)).toMatchObject({ state: 'queuing', successFlag: 0, resultJson: '' });
        await kit.emulator.advance(600_000);
        expect(await kit.record(taskId)).toMatchObject({ state: 'success' });
        const next = await kit.created('z-image', { ...zImage, prompt: '[queue]' });
        await kit.emulator.advance(1000);
        expect(await kit.record(next)).toMatchObject({ state: 'queuing' });
      },
    },
    {
      says: 'log records are kept two months, media 14 days',
      mark: 'docs',
      source: sources.page(''),
      options: timed,
      check: async (kit) => {
        const taskId = await kit.created('z-image', zImage);
        await kit.emulator.advance(15 * 24 * 3_600_000);
        const { response } = await kit.record(taskId);
        const url = (response as { resultUrls: string[] }).resultUrls[0] ?? '';
        expect((await fetch(url)).status).toBe(404);
        expect(await kit.post('/api/v1/common/download-url', { url })).toEqual(refused(422, 'url is wrong'));
        await kit.emulator.advance(47 * 24 * 3_600_000);
        const answer = await kit.get(`/api/v1/jobs/recordInfo?taskId=${taskId}`);
        expect(answer).toEqual(refused(422, 'recordInfo is null'));
      },
    },
    {
      says: 'a task of a flat API is none of recordInfo, nor the other way round',
      mark: 'seen',
      source: sources.recorded,
      check: async (kit) => {
        const { make } = flatCalls(kit, '/veo/generate', '/veo/record-info');
        const path = `/api/v1/jobs/recordInfo?taskId=${await make({ prompt: 'x' })}`;
        expect(await kit.get(path)).toEqual(refused(422, 'The record does not exist'));
      },
    },
  ]);
});

describe('conditions between fields', () => {
  rows([
    {
      says: 'shots that are on by default have to be listed',
      mark: 'docs',
      source: sources.page('market/kling/kling-3-0-omni-text-to-video'),
      check: async (kit) => {
        const input = { prompt: 'x', duration: 5, resolution: '720p', aspect_ratio: '16:9', audio: false };
        const model = 'kling-3.0-omni/text-to-video';
        expect(await kit.create(model, input)).toEqual(refused(500, 'This field is required'));
        expect((await kit.create(model, { ...input, customize_multi_shots: false })).code).toBe(200);
      },
    },
    {
      says: 'a value that is not to be had with another is out of the options',
      mark: 'docs',
      source: sources.page('market/hailuo/2-3-image-to-video-pro'),
      check: async (kit) => {
        const input = { prompt: 'x', image_url: 'https://x.test/a.png', duration: '10', resolution: '1080P' };
        const expected = refused(500, 'duration is not within the range of allowed options');
        expect(await kit.create('hailuo/2-3-image-to-video-pro', input)).toEqual(expected);
      },
    },
    {
      says: 'one of several inputs has to be there',
      mark: 'docs',
      source: sources.page('4o-image-api/generate-4-o-image'),
      check: async (kit) => {
        const answer = await kit.create('4o-image-api', { size: '1:1' });
        expect(answer).toEqual(refused(500, 'This field is required'));
      },
    },
  ]);
});

describe('the catalogue', () => {
  rows([
    {
      says: 'models by type, provider and words; schema, price, success rate; a slash is not escaped',
      mark: 'docs',
      source: sources.skill,
      check: async (kit) => {
        const models = async (query: string) => {
          const { data } = await kit.get(`/api/v1/models${query}`);
          return data as { total: number; models: Record<string, unknown>[] };
        };
        const all = await models('');
        expect(all.total).toBe(all.models.length);
        expect(all.total).toBeGreaterThan(180);
        const found = await models('?taskType=text_to_image&q=z-image');
        expect(found.models).toEqual([
          {
            model: 'z-image',
            slug: 'z-image',
            title: expect.any(String),
            provider: expect.any(String),
            taskType: expect.arrayContaining(['text_to_image']),
            description: null,
            pricingDesc: '0.8 credits per image',
          },
        ]);
        const fact = async (path: string) => (await kit.get(`/api/v1/models/kling-3.0/video/${path}`)).data;
        expect(await fact('price')).toEqual({ model: 'kling-3.0/video', pricingDesc: expect.any(String) });
        expect(await fact('schema')).toMatchObject({
          model: 'kling-3.0/video',
          openapi: { openapi: '3.0.1' },
        });
        const { points } = (await fact('success-rate')) as { points: unknown[] };
        expect(points[0]).toMatchObject({ start: expect.any(Number), successRate: 100, isNormal: true });
        expect((await kit.get('/api/v1/models/no/such/price')).code).toBe(422);
      },
    },
    {
      says: 'one call a second, all four together',
      mark: 'docs',
      source: sources.skill,
      options: timed,
      check: async (kit) => {
        expect((await kit.get('/api/v1/models')).code).toBe(200);
        expect(await kit.get('/api/v1/models/z-image/price')).toEqual(tooFrequent);
        await kit.emulator.advance(1000);
        expect((await kit.get('/api/v1/models/z-image/price')).code).toBe(200);
      },
    },
  ]);
});

describe('keys', () => {
  rows([
    {
      says: 'a wrong key is code 401 in an HTTP 200 body, with the words of the path that was asked',
      mark: 'docs',
      source: `${sources.page('market/common/get-task-detail')} and ${sources.page('common-api/quickstart')}`,
      check: async (kit) => {
        const words = {
          '/api/v1/jobs/recordInfo': 'Unauthorized',
          '/api/v1/veo/record-info': 'Unauthorized',
        };
        const access = 'You do not have access permissions';
        const all = { ...words, '/api/v1/models': access, '/api/v1/chat/credit': access };
        for (const [path, msg] of Object.entries(all)) {
          const headers = { authorization: 'Bearer wrong' };
          const response = await fetch(`${kit.emulator.url}${path}?taskId=x`, { headers });
          expect([response.status, await response.json()]).toEqual([200, { code: 401, msg }]);
        }
      },
    },
  ]);
});

describe('callbacks', () => {
  rows([
    {
      says: 'a callback that is not answered in 15 s is given up and tried again, three times at most',
      mark: 'docs',
      source: sources.page('veo3-api/generate-veo-3-video-callbacks'),
      options: timed,
      check: async (kit) => {
        const { url, received } = await receiver([500, 500, 500, 500]);
        await kit.created('z-image', zImage, { callBackUrl: url });
        await kit.emulator.advance(3_600_000);
        expect(received).toHaveLength(3);
      },
    },
  ]);
});
