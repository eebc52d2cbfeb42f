import { Hono } from 'hono';
import { isObject } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { firstOf, textIn } from '../flat/flat-operation.ts';
import { videoFile } from '../tasks/results.ts';
import { transcriptFor } from '../tasks/words.ts';
import { texts } from '../texts.ts';
import { access } from './access.ts';
import { decodePath } from './common.ts';
import type { Ctx, Env, Service } from './context.ts';
import { envelope, jsonBody } from './envelope.ts';
import { parentOf } from './flat.ts';
import { tooManyLooks } from './limits.ts';
import { strike } from './strike.ts';

/** Documented: the 1080p copy takes one to three minutes after the video itself. */
const fullHdMs = 120_000;
const linkLifeMs = 20 * 60 * 1000;
const mediaLifeMs = 14 * 24 * 3600 * 1000;

type Work = (c: Ctx, body: JsonObject) => Promise<Response> | Response;

/** Calls of the older APIs that make no task: they answer at once. */
export function flatAtOnce(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  /** Songs that have a persona: docs.kie.ai/suno-api/generate-persona, one for each. */
  const personas = new Set<string>();
  const post = (path: string, required: readonly string[], work: Work): void => {
    app.post(path, access(service, 'api'), async (c) => {
      const given = await jsonBody(c);
      c.get('note').body = given;
      const body = (isObject(given) ? given : {}) as JsonObject;
      return strike(c, service.faults.take('create', { model: path.slice(1) }), () => {
        const lacking = required.find((name) => body[name] === undefined || body[name] === '');
        if (lacking !== undefined) return envelope(c, 422, texts.cannotBeEmpty(lacking), null);
        return work(c, body);
      });
    });
  };
  app.get('/veo/get-1080p-video', access(service, 'api'), async (c) => {
    const taskId = c.req.query('taskId') ?? '';
    c.get('note').taskId = taskId;
    if (tooManyLooks(service, taskId)) return envelope(c, 429, texts.tooFrequent, null);
    return strike(c, service.faults.take('status', { taskId, model: 'veo/get-1080p-video' }), () =>
      fullHd(service, c, taskId),
    );
  });
  post('/gpt4o-image/download-url', ['taskId', 'url'], (c, body) => link(service, c, body));
  post('/style/generate', ['content'], (c, body) => style(service, c, body));
  post('/generate/get-timestamped-lyrics', ['taskId', 'audioId'], (c, body) => timedLyrics(service, c, body));
  post('/generate/generate-persona', ['taskId', 'audioId', 'name', 'description'], (c, body) =>
    persona(service, c, body, personas),
  );
  post('/omni/audio/create', ['audio_id', 'name'], (c, body) =>
    envelope(c, 200, texts.success, { kieAudioId: service.chance.id(), name: textIn(body, 'name') }),
  );
  post('/omni/character/create', ['descriptions', 'image_urls'], (c, body) =>
    envelope(c, 200, texts.success, {
      characterId: service.chance.id(),
      characterName: textIn(body, 'character_name'),
      imageUrl: firstOf(body['image_urls']),
    }),
  );
  return app;
}

/** Code 400 until the copy is there: https://docs.kie.ai/veo3-api/get-veo-3-1080-p-video. */
async function fullHd(service: Service, c: Ctx, taskId: string): Promise<Response> {
  if (taskId === '') return envelope(c, 422, texts.taskIdBlank, null);
  const wanted = { family: 'veo', unknown: 'record is null.', open: 'record status is not success.' };
  const task = await parentOf(service, c, wanted, taskId);
  if (task === undefined || typeof task === 'string') return envelope(c, 422, String(task), null);
  if (Number(c.req.query('index') ?? 0) !== 0) return envelope(c, 422, texts.veoNoResult, null);
  const model = service.model('veo/get-1080p-video');
  const ready = (task.outcome?.completeTime ?? 0) + fullHdMs / service.speed;
  const now = service.timeline.now();
  if (model === undefined || now < ready) return envelope(c, 400, texts.veoFullHdRunning, null);
  const { input, createTime } = task;
  const request = { model, input, taskId: `${taskId}_1080p`, createTime, inputs: [] };
  const { path, mime, spec } = videoFile(request, 0, Number(input['duration'] ?? 8), 960);
  const file = { path, mime, spec, createdAt: ready, expiresAt: ready + mediaLifeMs };
  service.files.add({ ...file, taskId, model: task.model });
  return envelope(c, 200, texts.success, { resultUrl: service.base() + path });
}

function link(service: Service, c: Ctx, body: JsonObject): Response {
  const base = service.base();
  const url = textIn(body, 'url');
  const path = url.startsWith(`${base}/`) ? decodePath(url.slice(base.length)) : '';
  const file = service.files.find(path);
  if (file?.taskId !== textIn(body, 'taskId')) return envelope(c, 422, texts.urlIsWrong, null);
  const until = Math.round(Math.min(service.timeline.now() + linkLifeMs, file.expiresAt));
  return envelope(c, 200, texts.success, `${base}${encodeURI(path)}?expires=${until}`);
}

/** Recorded in April 2026, with the Chinese word for "success" where the page promises a number. */
function style(service: Service, c: Ctx, body: JsonObject): Response {
  const { accounts, chance, timeline } = service;
  const account = c.get('account');
  const creditsConsumed = 0.4;
  if (!accounts.take(account, creditsConsumed)) return envelope(c, 402, texts.insufficientCredits, null);
  service.onChange();
  const content = textIn(body, 'content');
  return envelope(c, 200, texts.success, {
    taskId: chance.id(),
    param: content,
    result: `${content}, warm analogue production, steady groove, wide stereo image, close vocals`,
    creditsConsumed,
    creditsRemaining: accounts.credits(account),
    successFlag: '成功',
    errorCode: null,
    errorMsg: null,
    createTime: Math.round(timeline.now()),
  });
}

const music = { family: 'suno', unknown: 'Record does not exist' } as const;

async function timedLyrics(service: Service, c: Ctx, body: JsonObject): Promise<Response> {
  const task = await parentOf(service, c, music, body['taskId']);
  if (task === undefined || typeof task === 'string') return envelope(c, 422, String(task), null);
  const alignedWords = transcriptFor(textIn(task.input, 'prompt')).map((word): Json => ({
    ...(word as JsonObject),
    palign: 0,
  }));
  const waveformData = [0, 1, 0.5, 0.75, 0.5, 0];
  return envelope(c, 200, texts.success, { alignedWords, waveformData, hootCer: 0.38, isStreamed: false });
}

async function persona(service: Service, c: Ctx, body: JsonObject, personas: Set<string>): Promise<Response> {
  const task = await parentOf(service, c, music, body['taskId']);
  if (task === undefined || typeof task === 'string') return envelope(c, 422, String(task), null);
  const song = `${task.taskId} ${textIn(body, 'audioId')}`;
  if (personas.has(song)) return envelope(c, 409, 'Persona already exists for this music', null);
  personas.add(song);
  const [name, description] = [textIn(body, 'name'), textIn(body, 'description')];
  return envelope(c, 200, texts.success, { personaId: service.chance.id(), name, description });
}
