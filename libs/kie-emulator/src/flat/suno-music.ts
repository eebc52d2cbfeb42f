import { isObject } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { textIn } from './flat-operation.ts';
import type { FlatFamily, FlatOperation, FlatView } from './flat-operation.ts';

/** Names that Suno gives its models; `chirp-crow` was recorded, the others are as public clients print them. */
const engines: Readonly<Record<string, string>> = {
  V4: 'chirp-v4',
  V4_5: 'chirp-auk',
  V4_5PLUS: 'chirp-bluejay',
  V4_5ALL: 'chirp-auk',
  V5: 'chirp-crow',
  V5_5: 'chirp-crow',
};

/**
 * https://docs.kie.ai/suno-api: four states on the way, three callbacks, camelCase in the record and snake_case in the
 * callback. The record's keys are those of a real one of February 2026.
 */
const family: FlatFamily = {
  name: 'suno',
  record: '/generate/record-info',
  // Recorded: an unknown music task is code 200 with null.
  missing: { code: 200, msg: 'success' },
  statusPerSecond: 3,
  stages: [
    { name: 'text', at: 0.4 },
    { name: 'first', at: 0.75 },
  ],
  data: (view) => ({
    taskId: view.task.taskId,
    parentMusicId: textIn(view.body, 'audioId'),
    param: JSON.stringify(view.body),
    response:
      view.result === undefined
        ? null
        : { taskId: view.task.taskId, sunoData: tracks(view, view.stage).map((track) => recordTrack(track)) },
    status: statusOf(view),
    type: engineOf(view.body),
    operationType: kindOf(view),
    errorCode: view.failure?.code ?? null,
    errorMessage: view.failure?.msg ?? null,
    createTime: view.task.createTime,
  }),
  callback: (view, stage) => {
    const task_id = view.task.taskId;
    if (view.failure !== undefined) {
      return { code: 501, msg: view.failure.msg, data: { callbackType: 'error', task_id, data: null } };
    }
    const msg = { text: 'Text generated successfully.', first: 'First generated successfully.' }[stage ?? ''];
    return {
      code: 200,
      msg: msg ?? 'All generated successfully.',
      data: { callbackType: stage ?? 'complete', task_id, data: tracks(view, stage) },
    };
  },
};

function statusOf(view: FlatView): string {
  if (view.failure !== undefined) {
    return /flagged|moderat|sensitive/i.test(view.failure.msg)
      ? 'SENSITIVE_WORD_ERROR'
      : 'GENERATE_AUDIO_FAILED';
  }
  if (view.completeTime !== undefined) return 'SUCCESS';
  return view.stage === undefined ? 'PENDING' : `${view.stage.toUpperCase()}_SUCCESS`;
}

function engineOf(body: JsonObject): string {
  return engines[textIn(body, 'model')] ?? 'chirp-crow';
}

function kindOf(view: FlatView): string {
  const last = view.task.flat?.operation.split('/').at(-1) ?? 'generate';
  return last.replaceAll('-', '_');
}

/** The tracks as far as they are made: after the words only a stream, after the first song one file. */
function tracks(view: FlatView, stage: string | undefined): JsonObject[] {
  const all: readonly Json[] = Array.isArray(view.result?.['data'])
    ? (view.result['data'] as readonly Json[])
    : [];
  const made = stage === 'text' ? 0 : stage === 'first' ? 1 : all.length;
  return all.filter(isObject).map((item, index) => {
    const { create_time, stream_audio_url, image_url, audio_url, ...track } = item as JsonObject;
    const url = index < made ? (audio_url ?? '') : '';
    return {
      ...track,
      audio_url: url,
      source_audio_url: url,
      stream_audio_url: stream_audio_url ?? '',
      source_stream_audio_url: stream_audio_url ?? '',
      image_url: image_url ?? '',
      source_image_url: image_url ?? '',
      model_name: engineOf(view.body),
      createTime: create_time ?? null,
      duration: index < made ? (track['duration'] ?? null) : null,
    };
  });
}

function recordTrack(track: JsonObject): JsonObject {
  const camel = (name: string): string =>
    name.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(track).map(([name, value]) => [camel(name), value]));
}

const models = ['V4', 'V4_5', 'V4_5PLUS', 'V4_5ALL', 'V5', 'V5_5'];
const late = ['V4_5PLUS', 'V5', 'V5_5'];

const optionalCallback = ['/sounds', '/replace-section'];

function operation(
  path: string,
  unified: string,
  required: readonly string[],
  modelOptions = models,
): FlatOperation {
  return {
    path: `/generate${path}`,
    family,
    unified: `ai-music-api/${unified}`,
    required,
    ...(optionalCallback.includes(path) ? {} : { needsCallback: true }),
    options: { model: modelOptions },
  };
}

/** The foreign ids and dead addresses of these calls are taken and fail later (recorded in April 2026). */
export const musicOperations: readonly FlatOperation[] = [
  operation('', 'generate', ['prompt', 'customMode', 'instrumental', 'model']),
  operation('/extend', 'extend', ['defaultParamFlag', 'audioId', 'model']),
  operation('/upload-cover', 'upload-and-cover-audio', [
    'uploadUrl',
    'prompt',
    'customMode',
    'instrumental',
    'model',
  ]),
  operation('/upload-extend', 'upload-and-extend-audio', [
    'uploadUrl',
    'defaultParamFlag',
    'continueAt',
    'model',
  ]),
  operation('/add-vocals', 'add-vocals', ['uploadUrl', 'prompt', 'title', 'negativeTags', 'style'], late),
  operation('/add-instrumental', 'add-instrumental', ['uploadUrl', 'title', 'negativeTags', 'tags'], late),
  operation('/replace-section', 'replace-section', [
    'prompt',
    'tags',
    'title',
    'infillStartS',
    'infillEndS',
    'fullLyrics',
  ]),
  operation('/mashup', 'mashup', ['uploadUrlList', 'style', 'title', 'customMode', 'model']),
  operation('/sounds', 'sounds', ['prompt', 'model'], ['V5', 'V5_5']),
];
