import type { JsonObject } from '../json.ts';
import { imageFile, videoFile } from '../tasks/results.ts';
import type { Plan, PlanRequest } from '../tasks/results.ts';
import { texts } from '../texts.ts';
import { listOf, textIn } from './flat-operation.ts';
import type { FlatFamily, FlatOperation, FlatView } from './flat-operation.ts';

export const veoRecordLifeMs = 14 * 24 * 3600 * 1000;

/** https://docs.kie.ai/veo3-api; the record's body as recorded in April 2026: times are numbers, `hasAudioList` is there. */
const family: FlatFamily = {
  name: 'veo',
  record: '/veo/record-info',
  missing: { code: 422, msg: 'record is null.' },
  expires: { afterMs: veoRecordLifeMs, msg: 'Temporarily supports records within 14 days.' },
  data: (view) => ({
    taskId: view.task.taskId,
    paramJson: JSON.stringify(view.body),
    completeTime: view.completeTime ?? null,
    response: view.result === undefined ? null : responseOf(view, view.result),
    successFlag: flagOf(view),
    errorCode: view.failure?.code ?? null,
    errorMessage: view.failure?.msg ?? '',
    createTime: view.task.createTime,
    fallbackFlag: false,
  }),
  callback: (view) => {
    const { taskId } = view.task;
    if (view.failure !== undefined) {
      return { code: view.failure.code, msg: view.failure.msg, data: { taskId, fallbackFlag: false } };
    }
    const { resultUrls, originUrls, resolution } = responseOf(view, view.result ?? {});
    const info = {
      resultUrls: resultUrls ?? [],
      originUrls: originUrls ?? null,
      resolution: resolution ?? null,
    };
    const promptJson = JSON.stringify(view.body);
    const msg = 'Veo3.1 video generated successfully.';
    return { code: 200, msg, data: { taskId, promptJson, info, fallbackFlag: false } };
  },
};

/** The 4K copy is a task beside the video it is made from; its callback is one of its own kind. */
const fourKFamily: FlatFamily = {
  ...family,
  callback: (view) => {
    const { taskId } = view.task;
    if (view.failure !== undefined) {
      const msg = 'The 4K version of this video is unavailable. Please try a different video.';
      return { code: 500, msg, data: { taskId } };
    }
    const info = {
      resultUrls: view.result?.['resultUrls'] ?? [],
      imageUrls: view.result?.['imageUrls'] ?? [],
    };
    return { code: 200, msg: '4K Video generated successfully.', data: { taskId, info } };
  },
};

function responseOf(view: FlatView, result: JsonObject): JsonObject {
  const { body, task } = view;
  const aspect = textIn(body, 'aspect_ratio') || textIn(body, 'aspectRatio') || '16:9';
  const urls = listOf(result['resultUrls']);
  return {
    taskId: task.taskId,
    resolution: task.flat?.operation === fourK.path ? '4k' : textIn(body, 'resolution') || '720p',
    // Documented: only when the shape is not 16:9. Recorded: null.
    originUrls: aspect === '16:9' ? null : urls,
    resultUrls: urls,
    fullResultUrls: result['fullResultUrls'] ?? null,
    hasAudioList: urls.map(() => true),
    seeds: urls.map(() =>
      Number(body['seeds'] ?? 10_000 + (Number.parseInt(task.taskId.slice(0, 6), 16) % 90_000)),
    ),
  };
}

/** 2: refused before it was made, 3: failed while it was made. */
function flagOf(view: FlatView): number {
  if (view.failure === undefined) return view.completeTime === undefined ? 0 : 1;
  return view.failure.code === 400 || view.failure.code === 422 ? 2 : 3;
}

const parent = { family: 'veo', unknown: 'record is null.', open: 'record status is not success.' } as const;

const generate: FlatOperation = {
  path: '/veo/generate',
  family,
  unified: 'veo-3-1',
  required: ['prompt'],
  modelOf: (body) => textIn(body, 'model') || 'veo3_fast',
  check: (body) => {
    const references = body['generationType'] === 'REFERENCE_2_VIDEO';
    return references && body['model'] === 'veo3' ? { code: 422, msg: texts.veoReferences } : undefined;
  },
};

const extend: FlatOperation = {
  path: '/veo/extend',
  family,
  unified: 'veo/extend',
  required: ['taskId', 'prompt'],
  options: { model: ['fast', 'quality', 'lite'] },
  modelOf: () => 'veo/extend',
  parent,
  check: (_body, from) =>
    from?.flat?.body['resolution'] === '1080p' || from?.flat?.body['resolution'] === '4k'
      ? { code: 422, msg: texts.veoNoExtend }
      : undefined,
  extra: (body, from) => ({
    tier: textIn(body, 'model') || 'fast',
    aspect_ratio: from?.input['aspect_ratio'] ?? '16:9',
    duration: 8,
    before: secondsOf(from?.input),
  }),
  plan: (request) => {
    const file = videoFile(request, 0, 8);
    const whole = videoFile(request, 1, secondsOf(request.input) + Number(request.input['before'] ?? 8));
    return { files: [file, whole], result: { resultUrls: [file.path], fullResultUrls: [whole.path] } };
  },
};

const fourK: FlatOperation = {
  path: '/veo/get-4k-video',
  family: fourKFamily,
  unified: 'veo/get-4k-video',
  required: ['taskId'],
  modelOf: () => 'veo/get-4k-video',
  parent,
  // docs.kie.ai/veo3-api/get-veo-3-4k-video: a repeat is refused with the state of the first.
  once: {
    by: ['taskId', 'index'],
    answer: ({ taskId, urls }) => ({
      code: 422,
      msg: urls === null ? texts.veoLargeRunning : texts.veoLargeDone,
      data: { taskId, resultUrls: urls, imageUrls: null },
    }),
  },
  check: (body) => (Number(body['index'] ?? 0) === 0 ? undefined : { code: 422, msg: texts.veoNoResult }),
  seconds: 420, // documented: 5 to 10 minutes
  extra: (_body, from) => ({ ...from?.input }),
  plan: largePlan,
};

function largePlan(request: PlanRequest): Plan {
  const [file, cover] = [videoFile(request, 0, secondsOf(request.input), 960), imageFile(request, 1, 2)];
  return { files: [file, cover], result: { resultUrls: [file.path], imageUrls: [cover.path] } };
}

function secondsOf(input: JsonObject | undefined): number {
  return Number(input?.['duration'] ?? 8);
}

export const veoOperations: readonly FlatOperation[] = [generate, extend, fourK];
