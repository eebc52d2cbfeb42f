import { describe, expect } from 'vitest';
import { flatCalls, media } from './flat.ts';
import { stillClock } from './kie.ts';
import { receiver } from './receiver.ts';
import { refused, rows, sources } from './row.ts';
import type { Kit } from './row.ts';

const flux = (kit: Kit) => flatCalls(kit, '/flux/kontext/generate', '/flux/kontext/record-info');
const gpt4o = (kit: Kit) => flatCalls(kit, '/gpt4o-image/generate', '/gpt4o-image/record-info');
const timed = { speed: 1, clock: stillClock() };
const url = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/files\//) as string;

/** Whether the file is still there, without drawing it. */
const lives = async (kit: Kit, address: string | undefined): Promise<boolean> =>
  (await kit.post('/api/v1/common/download-url', { url: address })).code === 200;

describe('Flux Kontext', () => {
  rows([
    {
      says: 'the record has ISO times, one result address and successFlag 1',
      mark: 'docs',
      source: sources.page('flux-kontext-api/get-image-details'),
      options: timed,
      check: async (kit) => {
        const { make, look } = flux(kit);
        const body = { prompt: 'a fox', model: 'flux-kontext-max', aspectRatio: '4:3' };
        const taskId = await make(body);
        await kit.emulator.advance(1000);
        expect(await look(taskId)).toMatchObject({ successFlag: 0, response: null, completeTime: null });
        await kit.emulator.advance(600_000);
        expect(await look(taskId)).toEqual({
          taskId,
          paramJson: JSON.stringify(body),
          createTime: '2026-09-21T14:13:20.000Z',
          completeTime: expect.stringMatching(/^2026-09-21T14:1\d:\d\d\.\d{3}Z$/),
          response: { originImageUrl: null, resultImageUrl: expect.stringMatching(/\.jpg$/) },
          successFlag: 1,
          errorCode: null,
          errorMessage: '',
        });
        expect(kit.emulator.task(taskId)).toMatchObject({ model: 'flux-kontext-max', reserved: 10 });
      },
    },
    {
      says: 'the copy of an input picture lives ten minutes, the result 14 days',
      mark: 'docs',
      source: sources.page('flux-kontext-api/quickstart'),
      options: timed,
      check: async (kit) => {
        const { make, look } = flux(kit);
        const { image } = await media(kit);
        const taskId = await make({ prompt: 'x', inputImage: image });
        await kit.emulator.advance(21_000);
        const { response } = await look(taskId);
        const { originImageUrl, resultImageUrl } = response as Record<string, string>;
        expect(await lives(kit, originImageUrl)).toBe(true);
        await kit.emulator.advance(10 * 60_000);
        expect(await lives(kit, originImageUrl)).toBe(false);
        expect(await lives(kit, resultImageUrl)).toBe(true);
      },
    },
    {
      says: 'safetyTolerance is 0 to 6, and 0 to 2 with an input picture',
      mark: 'docs',
      source: sources.page('flux-kontext-api/generate-or-edit-image'),
      check: async (kit) => {
        const ask = async (more: object) =>
          (await kit.post('/api/v1/flux/kontext/generate', { prompt: 'x', ...more })).code;
        expect(await ask({ safetyTolerance: 6 })).toBe(200);
        expect(await ask({ safetyTolerance: 7 })).toBe(422);
        expect(await ask({ safetyTolerance: 3, inputImage: 'https://x.test/a.png' })).toBe(422);
        expect(await ask({ model: 'flux-kontext-mini' })).toBe(422);
      },
    },
    {
      says: 'callbacks: info with addresses, or with empty texts',
      mark: 'docs',
      source: sources.page('flux-kontext-api/generate-or-edit-image-callbacks'),
      options: timed,
      check: async (kit) => {
        const { url: callBackUrl, received } = await receiver();
        const taskId = await flux(kit).make({ prompt: 'x', callBackUrl });
        await kit.emulator.advance(600_000);
        await flux(kit).make({ prompt: '[fail:internal]', callBackUrl });
        await kit.emulator.advance(600_000);
        expect(received.map(({ body }) => body)).toMatchObject([
          {
            code: 200,
            msg: 'BFL image generated successfully.',
            data: { taskId, info: { originImageUrl: '', resultImageUrl: url } },
          },
          { code: 500, msg: 'Internal Error', data: { info: { originImageUrl: '', resultImageUrl: '' } } },
        ]);
      },
    },
  ]);
});

describe('4o image', () => {
  rows([
    {
      says: 'status in words beside the flag, progress as text from 0.00 to 1.00',
      mark: 'docs',
      source: sources.page('4o-image-api/get-4-o-image-details'),
      options: timed,
      check: async (kit) => {
        const { make, look } = gpt4o(kit);
        const body = { prompt: 'a sunset', size: '1:1' };
        const taskId = await make(body);
        await kit.emulator.advance(10_000);
        expect(await look(taskId)).toMatchObject({ status: 'GENERATING', successFlag: 0, progress: '0.50' });
        await kit.emulator.advance(600_000);
        expect(await look(taskId)).toEqual({
          taskId,
          paramJson: JSON.stringify(body),
          completeTime: expect.any(Number),
          response: { resultUrls: [url] },
          successFlag: 1,
          status: 'SUCCESS',
          errorCode: null,
          errorMessage: '',
          createTime: 1_790_000_000_000,
          progress: '1.00',
        });
      },
    },
    {
      says: 'size is required, and a prompt or a picture',
      mark: 'docs',
      source: sources.page('4o-image-api/generate-4-o-image'),
      check: async (kit) => {
        const path = '/api/v1/gpt4o-image/generate';
        expect((await kit.post(path, { prompt: 'x' })).code).toBe(422);
        expect((await kit.post(path, { size: '1:1' })).code).toBe(422);
        expect((await kit.post(path, { size: '16:9', prompt: 'x' })).code).toBe(422);
        expect((await kit.post(path, { size: '3:2', filesUrl: ['https://x.test/a.png'] })).code).toBe(200);
      },
    },
    {
      says: 'three status calls a second and task',
      mark: 'docs',
      source: sources.page('4o-image-api/quickstart'),
      options: timed,
      check: async (kit) => {
        const taskId = await gpt4o(kit).make({ prompt: 'x', size: '1:1' });
        await kit.emulator.advance(500);
        const path = `/api/v1/gpt4o-image/record-info?taskId=${taskId}`;
        const codes: number[] = [];
        for (let call = 0; call < 4; call++) codes.push((await kit.get(path)).code);
        expect(codes).toEqual([200, 200, 200, 429]);
      },
    },
    {
      says: 'its own download-url: an address of that task, for 20 minutes',
      mark: 'docs',
      source: sources.page('4o-image-api/get-4-o-image-download-url'),
      check: async (kit) => {
        const { make, look } = gpt4o(kit);
        const taskId = await make({ prompt: 'x', size: '1:1' });
        const { response } = await look(taskId);
        const given = (response as { resultUrls: string[] }).resultUrls[0];
        const ask = (body: object) => kit.post('/api/v1/gpt4o-image/download-url', body);
        const link = String((await ask({ taskId, url: given })).data);
        expect(link).toMatch(/\?expires=\d+$/);
        await kit.emulator.advance(20 * 60_000 + 1);
        expect((await fetch(link, { method: 'HEAD' })).status).toBe(404);
        expect(await ask({ taskId: '0'.repeat(32), url: given })).toEqual(refused(422, 'url is wrong'));
      },
    },
    {
      says: 'callbacks: result_urls in snake_case, a failure is code 400 with info null',
      mark: 'docs',
      source: sources.page('4o-image-api/generate-4-o-image-callbacks'),
      options: timed,
      check: async (kit) => {
        const { url: callBackUrl, received } = await receiver();
        const taskId = await gpt4o(kit).make({ prompt: 'x', size: '1:1', callBackUrl });
        await kit.emulator.advance(600_000);
        await gpt4o(kit).make({ prompt: '[fail:internal]', size: '1:1', callBackUrl });
        await kit.emulator.advance(600_000);
        expect(received.map(({ body }) => body)).toMatchObject([
          { code: 200, msg: 'success', data: { taskId, info: { result_urls: [url] } } },
          { code: 400, data: { info: null } },
        ]);
      },
    },
  ]);
});
