import { describe, expect } from 'vitest';
import { flatCalls } from './flat.ts';
import { stillClock } from './kie.ts';
import { receiver } from './receiver.ts';
import { refused, rows, sources } from './row.ts';
import type { Kit } from './row.ts';

const timed = { speed: 1, clock: stillClock() };
const page = (name: string): string => sources.page(`suno-api/${name}`);
const music = (kit: Kit) => flatCalls(kit, '/generate', '/generate/record-info');
const callBackUrl = 'http://127.0.0.1:9/cb';
const wish = { prompt: 'a calm morning', customMode: false, instrumental: true, model: 'V5', callBackUrl };
const mp3 = expect.stringMatching(/\.mp3$/) as string;

/** A finished song, and the calls of a tool that works on it. */
async function song(kit: Kit, create: string, record: string) {
  const { make, look } = music(kit);
  const taskId = await make(wish);
  await kit.emulator.advance(600_000);
  const { response } = await look(taskId);
  const audioId = (response as { sunoData: { id: string }[] }).sunoData[0]?.id;
  return { ...flatCalls(kit, create, record), body: { taskId, audioId, callBackUrl } };
}

describe('music', () => {
  rows([
    {
      says: 'without callBackUrl it is 422 "Please enter callBackUrl."',
      mark: 'seen',
      source: sources.recorded,
      check: async (kit) => {
        const { callBackUrl: _, ...rest } = wish;
        expect(await kit.post('/api/v1/generate', rest)).toEqual(refused(422, 'Please enter callBackUrl.'));
      },
    },
    {
      says: 'an unknown task is code 200 with null',
      mark: 'seen',
      source: sources.recorded,
      check: async (kit) => {
        const answer = await kit.get('/api/v1/generate/record-info?taskId=nonexistent');
        expect(answer).toEqual({ code: 200, msg: 'success', data: null });
      },
    },
    {
      says: 'a foreign audio id and a dead address are taken',
      mark: 'seen',
      source: sources.recorded,
      check: async (kit) => {
        const extend = { defaultParamFlag: true, audioId: 'bogus', model: 'V5', callBackUrl };
        expect((await kit.post('/api/v1/generate/extend', extend)).code).toBe(200);
        const { make, look } = flatCalls(kit, '/generate/upload-extend', '/generate/record-info');
        const uploadUrl = 'http://127.0.0.1:9/song.mp3';
        const dead = await make({
          uploadUrl,
          defaultParamFlag: true,
          continueAt: 60,
          model: 'V5',
          callBackUrl,
        });
        expect(await look(dead)).toMatchObject({ status: 'GENERATE_AUDIO_FAILED', errorCode: 422 });
      },
    },
    {
      says: 'the record of a finished song has these keys, two tracks, times as numbers',
      mark: 'seen',
      source: sources.sunoRecord,
      options: timed,
      check: async (kit) => {
        const { make, look } = music(kit);
        const taskId = await make(wish);
        await kit.emulator.advance(600_000);
        const track = {
          id: expect.stringMatching(/^\w{8}-\w{4}-/),
          audioUrl: mp3,
          sourceAudioUrl: mp3,
          streamAudioUrl: mp3,
          sourceStreamAudioUrl: mp3,
          imageUrl: expect.stringMatching(/\.png$/),
          sourceImageUrl: expect.stringMatching(/\.png$/),
          prompt: 'a calm morning',
          modelName: 'chirp-crow',
          title: 'Untitled',
          tags: '',
          createTime: 1_790_000_000_000,
          duration: expect.any(Number),
        };
        expect(await look(taskId)).toEqual({
          taskId,
          parentMusicId: '',
          param: JSON.stringify(wish),
          response: { taskId, sunoData: [track, track] },
          status: 'SUCCESS',
          type: 'chirp-crow',
          operationType: 'generate',
          errorCode: null,
          errorMessage: null,
          createTime: 1_790_000_000_000,
        });
      },
    },
    {
      says: 'PENDING, TEXT_SUCCESS, FIRST_SUCCESS, SUCCESS, with a callback in snake_case at each step',
      mark: 'docs',
      source: `${page('get-music-details')} and …/generate-music-callbacks`,
      options: timed,
      check: async (kit) => {
        const { url, received } = await receiver();
        const { make, look } = music(kit);
        const taskId = await make({ ...wish, callBackUrl: url });
        const seen: unknown[] = [];
        for (let step = 0; step < 32; step++) {
          await kit.emulator.advance(1000);
          const { status } = await look(taskId);
          if (status !== seen.at(-1)) seen.push(status);
        }
        expect(seen).toEqual(['PENDING', 'TEXT_SUCCESS', 'FIRST_SUCCESS', 'SUCCESS']);
        const told = received.map(({ body }) => ({
          type: body.data['callbackType'],
          id: body.data['task_id'],
          made: (body.data['data'] as { audio_url: string }[]).map((track) => track.audio_url !== ''),
        }));
        expect(told).toEqual([
          { type: 'text', id: taskId, made: [false, false] },
          { type: 'first', id: taskId, made: [true, false] },
          { type: 'complete', id: taskId, made: [true, true] },
        ]);
      },
    },
    {
      says: 'a failure is code 501 with callbackType error and data null; flagged words have a state of their own',
      mark: 'docs',
      source: page('generate-music-callbacks'),
      options: timed,
      check: async (kit) => {
        const { url, received } = await receiver();
        const { make, look } = music(kit);
        const task_id = await make({ ...wish, prompt: '[fail]', callBackUrl: url });
        await kit.emulator.advance(600_000);
        expect(await look(task_id)).toMatchObject({ status: 'SENSITIVE_WORD_ERROR', response: null });
        expect(received.map(({ body }) => body)).toMatchObject([
          { code: 501, data: { callbackType: 'error', task_id, data: null } },
        ]);
      },
    },
    {
      says: 'V6 is not for the older paths; three status calls a second and task',
      mark: 'docs',
      source: page('quickstart'),
      options: timed,
      check: async (kit) => {
        expect((await kit.post('/api/v1/generate', { ...wish, model: 'V6' })).code).toBe(422);
        const taskId = await music(kit).make(wish);
        const codes: number[] = [];
        for (let call = 0; call < 4; call++) {
          codes.push((await kit.get(`/api/v1/generate/record-info?taskId=${taskId}`)).code);
        }
        expect(codes).toEqual([200, 200, 200, 429]);
      },
    },
  ]);
});

describe('what is made of a song', () => {
  rows([
    {
      says: 'an unknown song is 422 "Record does not exist"',
      mark: 'seen',
      source: sources.recorded,
      check: async (kit) => {
        const body = { taskId: 'bogus', audioId: 'bogus', callBackUrl };
        for (const path of ['wav', 'mp4', 'midi', 'vocal-removal']) {
          const answer = await kit.post(`/api/v1/${path}/generate`, body);
          expect(answer).toEqual(refused(422, 'Record does not exist'));
        }
      },
    },
    {
      says: 'WAV and MP4: successFlag in words, times as text',
      mark: 'docs',
      source: `${page('get-wav-details')} and …/get-music-video-details`,
      options: timed,
      check: async (kit) => {
        const wav = await song(kit, '/wav/generate', '/wav/record-info');
        const taskId = await wav.make(wav.body);
        await kit.emulator.advance(1000);
        expect(await wav.look(taskId)).toMatchObject({ successFlag: 'PENDING', response: null });
        await kit.emulator.advance(600_000);
        expect(await wav.look(taskId)).toEqual({
          taskId,
          musicId: wav.body.audioId,
          callbackUrl: callBackUrl,
          musicIndex: 0,
          completeTime: expect.stringMatching(/^2026-09-21 \d\d:\d\d:\d\d$/),
          response: { audioWavUrl: expect.stringMatching(/\.wav$/) },
          successFlag: 'SUCCESS',
          createTime: expect.stringMatching(/^2026-09-21 \d\d:\d\d:\d\d$/),
          errorCode: null,
          errorMessage: null,
        });
        const mp4 = flatCalls(kit, '/mp4/generate', '/mp4/record-info');
        const video = await mp4.make(wav.body);
        await kit.emulator.advance(600_000);
        const videoUrl = expect.stringMatching(/\.mp4$/) as string;
        expect(await mp4.look(video)).toMatchObject({ successFlag: 'SUCCESS', response: { videoUrl } });
      },
    },
    {
      says: 'stems: a key for each, null for those not asked for; MIDI is made of them',
      mark: 'docs',
      source: `${page('get-vocal-separation-details')} and …/get-midi-details`,
      options: timed,
      check: async (kit) => {
        const stems = await song(kit, '/vocal-removal/generate', '/vocal-removal/record-info');
        const two = await stems.make(stems.body);
        const all = await stems.make({ ...stems.body, type: 'split_stem' });
        await kit.emulator.advance(600_000);
        expect(await stems.look(two)).toMatchObject({
          successFlag: 'SUCCESS',
          completeTime: expect.any(Number),
          response: { vocalUrl: mp3, instrumentalUrl: mp3, drumsUrl: null, originUrl: null },
        });
        const { response } = await stems.look(all);
        expect(response).toMatchObject({ drumsUrl: mp3, woodwindsUrl: mp3, instrumentalUrl: null });
        const midi = flatCalls(kit, '/midi/generate', '/midi/record-info');
        const notes = await midi.make({ taskId: two, callBackUrl });
        await kit.emulator.advance(600_000);
        expect(await midi.look(notes)).toMatchObject({
          recordTaskId: -1,
          successFlag: 1,
          midiData: { state: 'complete', instruments: [{ name: 'Piano', notes: [{ start: 0 }] }] },
        });
      },
    },
    {
      says: 'cover pictures: 2 means running, a success has errorCode 200',
      mark: 'docs',
      source: page('get-cover-suno-details'),
      options: timed,
      check: async (kit) => {
        const { make, look, body } = await song(kit, '/suno/cover/generate', '/suno/cover/record-info');
        const taskId = await make({ taskId: body.taskId });
        await kit.emulator.advance(500);
        expect(await look(taskId)).toMatchObject({ successFlag: 0 });
        await kit.emulator.advance(10_000);
        expect(await look(taskId)).toMatchObject({ successFlag: 2, response: null });
        await kit.emulator.advance(600_000);
        const images = [expect.stringMatching(/\.png$/), expect.stringMatching(/\.png$/)];
        expect(await look(taskId)).toMatchObject({
          parentTaskId: body.taskId,
          successFlag: 1,
          errorCode: 200,
          response: { images },
        });
      },
    },
    {
      says: 'callbacks of the tools: task_id or taskId, the file under a key of its own, null at failure',
      mark: 'docs',
      source: `${page('convert-to-wav-callbacks')} and its neighbours`,
      options: timed,
      check: async (kit) => {
        const { url, received } = await receiver();
        const { body } = await song(kit, '/wav/generate', '/wav/record-info');
        const made = { ...body, callBackUrl: url };
        const ids: string[] = [];
        for (const path of ['wav', 'mp4', 'vocal-removal', 'suno/cover']) {
          const { data } = await kit.post(`/api/v1/${path}/generate`, made);
          ids.push((data as { taskId: string }).taskId);
          await kit.emulator.advance(600_000);
        }
        kit.emulator.faults.add({ on: 'create', action: 'fail' });
        await kit.post('/api/v1/mp4/generate', made);
        await kit.emulator.advance(600_000);
        const { data } = await kit.post('/api/v1/midi/generate', { taskId: ids[2], callBackUrl: url });
        await kit.emulator.advance(600_000);
        expect(received.map((call) => call.body)).toMatchObject([
          { code: 200, data: { task_id: ids[0], audioWavUrl: expect.stringMatching(/\.wav$/) } },
          { code: 200, data: { task_id: ids[1], video_url: expect.stringMatching(/\.mp4$/) } },
          { code: 200, data: { task_id: ids[2], vocal_separation_info: { origin_url: '', vocal_url: mp3 } } },
          { code: 200, data: { taskId: ids[3], images: [expect.any(String), expect.any(String)] } },
          { code: 500, data: { video_url: null } },
          {
            code: 200,
            data: { ...(data as object), instruments: [{ notes: [{ start: '0', end: '0.5' }] }] },
          },
        ]);
      },
    },
    {
      says: 'lyrics: text, title, status; a failed callback still says complete',
      mark: 'docs',
      source: `${page('get-lyrics-details')} and …/generate-lyrics-callbacks`,
      options: timed,
      check: async (kit) => {
        const { url, received } = await receiver();
        const { make, look } = flatCalls(kit, '/lyrics', '/lyrics/record-info');
        const taskId = await make({ prompt: 'coffee', callBackUrl: url });
        await kit.emulator.advance(600_000);
        const line = { text: expect.stringContaining('coffee'), title: 'coffee', status: 'complete' };
        expect(await look(taskId)).toMatchObject({
          type: 'LYRICS',
          status: 'SUCCESS',
          response: { taskId, data: [{ ...line, errorMessage: '' }, line] },
        });
        await make({ prompt: '[fail]', callBackUrl: url });
        await kit.emulator.advance(600_000);
        expect(received.map(({ body }) => body)).toMatchObject([
          {
            code: 200,
            data: { callbackType: 'complete', task_id: taskId, data: [{ error_message: '' }, line] },
          },
          { code: 400, data: { callbackType: 'complete', data: null } },
        ]);
      },
    },
  ]);
});

describe('at once', () => {
  rows([
    {
      says: 'a second WAV, cover or persona of the same song is refused',
      mark: 'docs',
      source: `${page('convert-to-wav')}, …/cover-suno and …/generate-persona`,
      check: async (kit) => {
        const { body } = await song(kit, '/wav/generate', '/wav/record-info');
        const twice = async (path: string, sent: object) => {
          const first = (await kit.post(`/api/v1${path}`, sent)).data as { taskId: string };
          return { taskId: first.taskId, second: await kit.post(`/api/v1${path}`, sent) };
        };
        expect((await twice('/wav/generate', body)).second.code).toBe(409);
        const cover = await twice('/suno/cover/generate', { taskId: body.taskId });
        expect(cover.second).toMatchObject({ code: 400, data: { taskId: cover.taskId } });
        const persona = { ...body, name: 'Ann', description: 'soft' };
        expect((await twice('/generate/generate-persona', persona)).second.code).toBe(409);
      },
    },
    {
      says: 'a richer style is answered at once, with a Chinese word as successFlag and the balance',
      mark: 'seen',
      source: sources.recorded,
      check: async (kit) => {
        const { data } = await kit.post('/api/v1/style/generate', { content: 'Pop, Mysterious' });
        expect(data).toEqual({
          taskId: expect.stringMatching(/^[0-9a-f]{32}$/),
          param: 'Pop, Mysterious',
          result: expect.stringContaining('Pop, Mysterious'),
          creditsConsumed: 0.4,
          creditsRemaining: 99_999.6,
          successFlag: '成功',
          errorCode: null,
          errorMsg: null,
          createTime: expect.any(Number),
        });
      },
    },
    {
      says: 'timed lyrics and personas are answered at once',
      mark: 'docs',
      source: `${page('get-timestamped-lyrics')} and …/generate-persona`,
      check: async (kit) => {
        const { body } = await song(kit, '/wav/generate', '/wav/record-info');
        const { data } = await kit.post('/api/v1/generate/get-timestamped-lyrics', body);
        expect(data).toMatchObject({
          alignedWords: [{ word: 'a', success: true, startS: 0, palign: 0 }, {}, {}],
          isStreamed: false,
        });
        const named = { ...body, name: 'Singer', description: 'soft' };
        const persona = await kit.post('/api/v1/generate/generate-persona', named);
        expect(persona.data).toEqual({ personaId: expect.any(String), name: 'Singer', description: 'soft' });
      },
    },
    {
      says: 'voices and characters of Gemini Omni are answered at once',
      mark: 'docs',
      source: `${sources.page('market/gemini-omni-audio')} and …/gemini-omni-character`,
      check: async (kit) => {
        const voice = await kit.post('/api/v1/omni/audio/create', { audio_id: 'a', name: 'Ann' });
        expect(voice.data).toEqual({ kieAudioId: expect.any(String), name: 'Ann' });
        const body = {
          descriptions: 'a knight',
          image_urls: ['https://x.test/k.png'],
          character_name: 'Kay',
        };
        const character = await kit.post('/api/v1/omni/character/create', body);
        expect(character.data).toEqual({
          characterId: expect.any(String),
          characterName: 'Kay',
          imageUrl: 'https://x.test/k.png',
        });
      },
    },
  ]);
});
