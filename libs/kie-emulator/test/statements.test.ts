import { describe, expect } from 'vitest';
import { signature } from '../src/callbacks.ts';
import { realFailures } from '../src/index.ts';
import { media } from './flat.ts';
import { stillClock, zImage } from './kie.ts';
import { receiver } from './receiver.ts';
import { refused, rows, sources } from './row.ts';
import type { Kit } from './row.ts';

const timed = { speed: 1, clock: stillClock() };
const responseOf = async (kit: Kit, model: string, input: object) =>
  (await kit.record(await kit.created(model, input)))['response'] as Record<string, unknown>;

describe('money and keys', () => {
  rows([
    {
      says: 'the balance falls at submit and comes back with a failure, which cost 0',
      mark: 'seen',
      source: sources.recorded,
      options: timed,
      check: async (kit) => {
        const before = kit.emulator.credits();
        const taskId = await kit.created('z-image', { ...zImage, prompt: '[fail]' });
        expect(kit.emulator.credits()).toBe(before - 0.8);
        await kit.emulator.advance(600_000);
        expect(await kit.record(taskId)).toMatchObject({ creditsConsumed: 0 });
        expect(kit.emulator.credits()).toBe(before);
      },
    },
    {
      says: 'answers carry a JSESSIONID cookie and nothing about limits',
      mark: 'seen',
      source: sources.recorded,
      check: async ({ emulator, headers }) => {
        const { headers: answered } = await fetch(`${emulator.url}/api/v1/chat/credit`, { headers });
        expect(answered.get('set-cookie')).toMatch(/^JSESSIONID=\w+; Path=\/; HttpOnly$/);
        expect([...answered.keys()].filter((name) => /rate|retry/.test(name))).toEqual([]);
      },
    },
    {
      says: 'a running task cannot be cancelled: there is no such path',
      mark: 'docs',
      source: sources.page('market/quickstart'),
      check: async ({ post }) => {
        expect((await post('/api/v1/jobs/cancelTask', { taskId: 'x' })).code).toBe(404);
      },
    },
  ]);
});

describe('states and results', () => {
  rows([
    {
      says: 'most of a task is waiting; flags are 0 while it runs, 1 at success, 3 at failure',
      mark: 'seen',
      source: `${sources.recorded}; ${sources.skill}`,
      options: timed,
      check: async (kit) => {
        const [good, bad] = [
          await kit.created('z-image', zImage),
          await kit.created('z-image', { ...zImage, prompt: '[fail]' }),
        ];
        const { dueAt, now } = await times(kit, good);
        const states: unknown[] = [];
        for (let step = 1; step < 10; step++) {
          await kit.emulator.advance((dueAt - now) / 10);
          states.push((await kit.record(good))['state']);
        }
        expect(states.filter((state) => state === 'waiting').length).toBeGreaterThan(6);
        await kit.emulator.advance(600_000);
        expect(await kit.record(good)).toMatchObject({ state: 'success', successFlag: 1 });
        expect(await kit.record(bad)).toMatchObject({
          state: 'fail',
          successFlag: 3,
          resultJson: '',
          failCode: '400',
        });
      },
    },
    {
      says: 'one to six addresses: grok text-to-image gives six',
      mark: 'seen',
      source: sources.recorded,
      check: async (kit) => {
        const { resultUrls } = await responseOf(kit, 'grok-imagine/text-to-image', {
          prompt: 'waves',
          aspect_ratio: '1:1',
        });
        expect(resultUrls).toHaveLength(6);
      },
    },
    {
      says: 'return_last_frame adds firstFrameUrl and lastFrameUrl',
      mark: 'docs',
      source: sources.page('market/common/get-task-detail'),
      check: async (kit) => {
        const input = {
          prompt: 'waves',
          return_last_frame: true,
          resolution: '480p',
          aspect_ratio: '16:9',
          duration: 5,
        };
        const found = await responseOf(kit, 'bytedance/seedance-2', {
          ...input,
          generate_audio: false,
          web_search: false,
        });
        expect(Object.keys(found)).toEqual(['resultUrls', 'firstFrameUrl', 'lastFrameUrl']);
      },
    },
    {
      says: 'analysis comes as resultObject',
      mark: 'docs',
      source: sources.page('market/common/get-task-detail'),
      check: async (kit) => {
        const { image } = await media(kit);
        const found = await responseOf(kit, 'omnihuman-1-5/human-identification', { image_url: image });
        expect(found).toEqual({ resultObject: { subject_status: 1 } });
      },
    },
    {
      says: 'Suno through createTask: tracks in response.data, lyrics in resultObject.lyricsData',
      mark: 'docs',
      source: sources.skill,
      check: async (kit) => {
        const wish = { prompt: 'rain', custom_mode: false, instrumental: false, model: 'V6' };
        const { data } = await responseOf(kit, 'ai-music-api/generate', wish);
        expect(data).toMatchObject([{ audio_url: expect.any(String), image_url: expect.any(String) }, {}]);
        const { resultObject } = await responseOf(kit, 'ai-music-api/generate-lyrics', { prompt: 'rain' });
        expect(resultObject).toMatchObject({ lyricsData: [{ text: expect.any(String) }, {}] });
      },
    },
    {
      says: 'failures of real tasks, word for word, by fault rule',
      mark: 'seen',
      source: sources.production,
      check: async (kit) => {
        for (const failure of realFailures) {
          kit.emulator.faults.add({ on: 'create', action: { type: 'fail', ...failure } });
          expect(await kit.record(await kit.created('z-image', zImage))).toMatchObject(failure);
        }
      },
    },
    {
      says: 'a success can come without any result',
      mark: 'users',
      source: 'antoine78910/ugcfactory src/lib/kieMarket.ts, 2026-05',
      check: async (kit) => {
        const empty = await kit.record(await kit.created('z-image', { ...zImage, prompt: '[empty]' }));
        expect(empty).toMatchObject({ state: 'success', resultJson: '', response: null });
      },
    },
  ]);
});

describe('callbacks', () => {
  rows([
    {
      says: 'the signature is Base64 of HMAC-SHA256 over taskId.timestamp, in two headers; the body is not signed',
      mark: 'docs',
      source: sources.page('common-api/webhook-verification'),
      options: { ...timed, webhookHmacKey: 'hook' },
      check: async (kit) => {
        const { url, received } = await receiver();
        const taskId = await kit.created('z-image', zImage, { callBackUrl: url });
        await kit.emulator.advance(600_000);
        const headers = received[0]?.headers ?? {};
        const at = String(headers['x-webhook-timestamp']);
        expect(at).toMatch(/^\d{10}$/);
        expect(headers['x-webhook-signature']).toBe(signature('hook', taskId, at));
      },
    },
    {
      says: 'they come at the end only, and may come twice',
      mark: 'docs',
      source: sources.page('veo3-api/generate-veo-3-video-callbacks'),
      options: { ...timed, faults: [{ on: 'callback', action: 'duplicate' }] },
      check: async (kit) => {
        const { url, received } = await receiver();
        const taskId = await kit.created('z-image', zImage, { callBackUrl: url });
        const { dueAt, now } = await times(kit, taskId);
        await kit.emulator.advance(dueAt - now - 1);
        expect(received).toHaveLength(0);
        await kit.emulator.advance(600_000);
        expect(received).toHaveLength(2);
      },
    },
  ]);
});

describe('files', () => {
  rows([
    {
      says: 'an upload of the same name takes the place of the older one',
      mark: 'docs',
      source: sources.page('file-upload-api/quickstart'),
      check: async ({ post, download }) => {
        const put = async (text: string) => {
          const base64Data = Buffer.from(text).toString('base64');
          const body = { base64Data, uploadPath: 'a', fileName: 'a.txt' };
          return ((await post('/api/file-base64-upload', body)).data as { downloadUrl: string }).downloadUrl;
        };
        const [first, second] = [await put('one'), await put('two')];
        expect(second).toBe(first);
        expect(String(await download(first))).toBe('two');
      },
    },
    {
      says: 'errors of an upload have success false and no data',
      mark: 'docs',
      source: sources.page('file-upload-api/quickstart'),
      check: async ({ post }) => {
        expect(await post('/api/file-base64-upload', { base64Data: 'aGk=' })).toEqual({
          success: false,
          code: 400,
          msg: 'Missing required parameter: uploadPath',
        });
      },
    },
  ]);
});

describe('chat', () => {
  rows([
    {
      says: 'errors of the chat paths are code and msg in an HTTP 200 body',
      mark: 'seen',
      source: sources.production,
      check: async ({ post }) => {
        const answer = await post('/gpt-9/v1/chat/completions', {
          messages: [{ role: 'user', content: 'x' }],
        });
        expect(answer).toEqual(refused(422, 'The model is not supported'));
      },
    },
    {
      says: 'credits_consumed stands in the body, or in the last chunk, whose choices are empty',
      mark: 'seen',
      source: 'gateway/ComfyUI-Kie-API example_workflows/Kie AI Kling 3.json, 2026-02-11',
      check: async ({ emulator, headers }) => {
        const body = JSON.stringify({ messages: [{ role: 'user', content: 'x' }] });
        const url = `${emulator.url}/gemini-3-flash/v1/chat/completions`;
        const text = await (await fetch(url, { method: 'POST', headers, body })).text();
        const last = text.split('\n\n').at(-3)?.slice('data: '.length) ?? '';
        expect(JSON.parse(last)).toMatchObject({ choices: [], credits_consumed: expect.any(Number) });
      },
    },
  ]);
});

/** When a task is due, by the control API. */
async function times(kit: Kit, taskId: string) {
  const { dueAt, createTime } = (await (await fetch(`${kit.emulator.url}/sim/tasks/${taskId}`)).json()) as {
    dueAt: number;
    createTime: number;
  };
  return { dueAt, now: createTime };
}
