import { isObject } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { audioFile, imageFile, trackId } from '../tasks/results.ts';
import { firstOf, isoTime, listOf, textIn, textTime } from './flat-operation.ts';
import type { FlatFamily, FlatOperation, FlatView } from './flat-operation.ts';

/** Recorded in April 2026 for WAV, stems, MIDI and MP4 alike. */
const unknownTask = 'Record does not exist';
const missing = { code: 422, msg: unknownTask } as const;
const parent = { family: 'suno', unknown: unknownTask } as const;

const lyrics: FlatFamily = {
  name: 'suno-lyrics',
  record: '/lyrics/record-info',
  missing,
  data: (view) => ({
    taskId: view.task.taskId,
    param: JSON.stringify(view.body),
    response:
      view.result === undefined ? null : { taskId: view.task.taskId, data: linesOf(view, 'errorMessage') },
    status: word(view, 'GENERATE_LYRICS_FAILED'),
    type: 'LYRICS',
    errorCode: view.failure?.code ?? null,
    errorMessage: view.failure?.msg ?? null,
  }),
  // A failure says "complete" too: docs.kie.ai/suno-api/generate-lyrics-callbacks.
  callback: (view) => ({
    code: view.failure === undefined ? 200 : 400,
    msg: view.failure?.msg ?? 'All generated successfully.',
    data: {
      callbackType: 'complete',
      task_id: view.task.taskId,
      data: view.failure === undefined ? linesOf(view, 'error_message') : null,
    },
  }),
};

function linesOf(view: FlatView, errorName: string): JsonObject[] {
  const found = view.result?.['resultObject'];
  const rows: readonly Json[] =
    isObject(found) && Array.isArray(found['lyricsData']) ? found['lyricsData'] : [];
  return rows.map((row) => ({
    text: isObject(row) ? textIn(row, 'text') : '',
    title: isObject(row) ? textIn(row, 'title') : '',
    status: 'complete',
    [errorName]: '',
  }));
}

/** The state in words. */
function word(view: FlatView, failed: string): string {
  if (view.failure !== undefined) return failed;
  return view.completeTime === undefined ? 'PENDING' : 'SUCCESS';
}

/** Keys that the records of WAV, MP4 and stems share. */
function head(view: FlatView): JsonObject {
  return {
    taskId: view.task.taskId,
    musicId: textIn(view.body, 'audioId'),
    callbackUrl: view.task.callBackUrl ?? '',
    musicIndex: 0,
  };
}

/** One file under one key, `successFlag` in words, a callback with that key or null. */
function single(name: string, key: string, callbackKey: string, failed: string): FlatFamily {
  return {
    name: `suno-${name}`,
    record: `/${name}/record-info`,
    missing,
    data: (view) => ({
      ...head(view),
      completeTime: textTime(view.completeTime),
      response: view.result === undefined ? null : { [key]: firstOf(view.result['resultUrls']) },
      successFlag: word(view, failed),
      createTime: textTime(view.task.createTime),
      errorCode: view.failure?.code ?? null,
      errorMessage: view.failure?.msg ?? null,
    }),
    callback: (view) => ({
      code: view.failure === undefined ? 200 : 500,
      msg: view.failure?.msg ?? 'success',
      data: {
        [callbackKey]: view.failure === undefined ? firstOf(view.result?.['resultUrls']) : null,
        task_id: view.task.taskId,
      },
    }),
  };
}

const allStems = [
  ['vocal', 'Vocals'],
  ['backing_vocals', 'Backing_Vocals'],
  ['drums', 'Drums'],
  ['bass', 'Bass'],
  ['guitar', 'Guitar'],
  ['keyboard', 'Keyboard'],
  ['percussion', 'Percussion'],
  ['strings', 'Strings'],
  ['synth', 'Synth'],
  ['fx', 'FX'],
  ['brass', 'Brass'],
  ['woodwinds', 'Woodwinds'],
] as const;
const twoStems = [
  ['instrumental', 'Instrumental'],
  ['vocal', 'Vocals'],
] as const;

function stemsOf(type: Json | undefined): readonly (readonly [string, string])[] {
  return type === undefined || type === 'separate_vocal' ? twoStems : allStems;
}

const stems: FlatFamily = {
  name: 'suno-stems',
  record: '/vocal-removal/record-info',
  missing,
  data: (view) => ({
    ...head(view),
    completeTime: view.completeTime ?? null,
    response: view.result === undefined ? null : stemRecord(view),
    successFlag: word(view, 'GENERATE_AUDIO_FAILED'),
    createTime: view.task.createTime,
    errorCode: view.failure?.code ?? null,
    errorMessage: view.failure?.msg ?? null,
  }),
  callback: (view) => {
    const urls = listOf(view.result?.['resultUrls']);
    const info = stemsOf(view.body['type']).map(([name], index) => [`${name}_url`, urls[index] ?? '']);
    return {
      code: view.failure === undefined ? 200 : 500,
      msg: view.failure?.msg ?? 'vocal separation generated successfully.',
      data: {
        task_id: view.task.taskId,
        vocal_separation_info:
          view.failure === undefined ? { origin_url: '', ...Object.fromEntries(info) } : null,
      },
    };
  },
};

/** Every stem has its key; those that were not asked for are null. */
function stemRecord(view: FlatView): JsonObject {
  const urls = listOf(view.result?.['resultUrls']);
  const made = stemsOf(view.body['type']);
  const camel = (name: string): string =>
    name.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
  const names = ['instrumental', ...allStems.map(([name]) => name), 'piano'];
  const urlOf = (name: string): string | null => urls[made.findIndex(([other]) => other === name)] ?? null;
  return {
    id: null,
    originUrl: null,
    originData: made.map(([, group], index) => ({
      duration: 20,
      audio_url: urls[index] ?? '',
      stem_type_group_name: group.replace('_', ' '),
      id: trackId(view.task.taskId, index),
    })),
    ...Object.fromEntries(names.map((name) => [`${camel(name)}Url`, urlOf(name)])),
  };
}

/** The record gives numbers, the callback some of them as text. */
const midi: FlatFamily = {
  name: 'suno-midi',
  record: '/midi/record-info',
  missing,
  data: (view) => ({
    taskId: view.task.taskId,
    recordTaskId: -1,
    audioId: textIn(view.body, 'audioId'),
    callbackUrl: view.task.callBackUrl ?? '',
    completeTime: view.completeTime ?? null,
    midiData: view.result === undefined ? null : { state: 'complete', instruments: instrumentsOf(view) },
    successFlag: view.failure === undefined ? (view.completeTime === undefined ? 0 : 1) : 3,
    createTime: view.task.createTime,
    errorCode: view.failure === undefined ? null : String(view.failure.code),
    errorMessage: view.failure?.msg ?? null,
  }),
  callback: (view) => {
    const { taskId } = view.task;
    if (view.failure !== undefined) return { code: 500, msg: view.failure.msg, data: { taskId } };
    return {
      code: 200,
      msg: 'success',
      data: { taskId, state: 'complete', instruments: withTextTimes(instrumentsOf(view)) },
    };
  },
};

function instrumentsOf(view: FlatView): readonly Json[] {
  const found = view.result?.['resultObject'];
  return isObject(found) && Array.isArray(found['instruments'])
    ? (found['instruments'] as readonly Json[])
    : [];
}

function withTextTimes(instruments: readonly Json[]): Json {
  const text = JSON.stringify(instruments);
  return JSON.parse(text.replaceAll(/"(start|end)":([\d.]+)/g, '"$1":"$2"')) as Json;
}

/** Here 2 means "running", and a success has errorCode 200. */
const cover: FlatFamily = {
  name: 'suno-cover',
  record: '/suno/cover/record-info',
  missing,
  data: (view) => ({
    taskId: view.task.taskId,
    parentTaskId: textIn(view.body, 'taskId'),
    callbackUrl: view.task.callBackUrl ?? '',
    completeTime: isoTime(view.completeTime),
    response: view.result === undefined ? null : { images: listOf(view.result['resultUrls']) },
    successFlag:
      view.failure !== undefined ? 3 : view.completeTime !== undefined ? 1 : view.progress < 0.2 ? 0 : 2,
    createTime: isoTime(view.task.createTime),
    errorCode: view.failure?.code ?? (view.completeTime === undefined ? null : 200),
    errorMessage: view.failure?.msg ?? '',
  }),
  callback: (view) => ({
    code: view.failure === undefined ? 200 : 501,
    data: {
      images: view.failure === undefined ? listOf(view.result?.['resultUrls']) : null,
      taskId: view.task.taskId,
    },
    msg: view.failure?.msg ?? 'success',
  }),
};

const track = { required: ['taskId', 'audioId'], needsCallback: true, parent } as const;

export const sunoToolOperations: readonly FlatOperation[] = [
  {
    path: '/lyrics',
    family: lyrics,
    unified: 'ai-music-api/generate-lyrics',
    required: ['prompt'],
    needsCallback: true,
  },
  {
    ...track,
    path: '/wav/generate',
    family: single('wav', 'audioWavUrl', 'audioWavUrl', 'GENERATE_WAV_FAILED'),
    unified: 'ai-music-api/convert-to-wav-format',
    once: {
      by: ['taskId', 'audioId'],
      answer: () => ({ code: 409, msg: 'WAV record already exists', data: null }),
    },
  },
  {
    ...track,
    path: '/mp4/generate',
    family: single('mp4', 'videoUrl', 'video_url', 'GENERATE_MP4_FAILED'),
    unified: 'ai-music-api/create-music-video',
  },
  {
    ...track,
    path: '/vocal-removal/generate',
    family: stems,
    unified: 'ai-music-api/separate-vocals',
    options: { type: ['separate_vocal', 'split_stem', 'split_stem_advanced'] },
    extra: (body) => ({ kind: stemsOf(body['type']) === twoStems ? 'vocal' : 'all stems' }),
    plan: (request) => {
      const made = request.input['kind'] === 'vocal' ? twoStems : allStems;
      const files = made.map((_stem, index) => audioFile(request, index));
      return { files, result: { resultUrls: files.map((file) => file.path) } };
    },
  },
  {
    path: '/midi/generate',
    family: midi,
    unified: 'ai-music-api/generate-midi-from-audio',
    required: ['taskId'],
    needsCallback: true,
    parent: { family: 'suno-stems', unknown: unknownTask },
  },
  {
    path: '/suno/cover/generate',
    family: cover,
    unified: 'ai-music-api/cover-generate',
    // The page says 400 in one place and 409 in another; the one with the task id says more.
    once: {
      by: ['taskId'],
      answer: ({ taskId }) => ({ code: 400, msg: 'Cover already generated', data: { taskId } }),
    },
    required: ['taskId'],
    parent,
    plan: (request) => {
      const files = [0, 1].map((index) => imageFile(request, index, 2));
      return { files, result: { resultUrls: files.map((file) => file.path) } };
    },
  },
];
