import { imageFile, videoFile } from '../tasks/results.ts';
import type { Plan, PlanRequest } from '../tasks/results.ts';
import { firstOf, isoTime, textIn, textTime } from './flat-operation.ts';
import type { FlatFamily, FlatOperation, FlatView } from './flat-operation.ts';

const videoLifeMs = 14 * 24 * 3600 * 1000;

/** https://docs.kie.ai/runway-api: states of its own spelling, a numeric failCode, `expireFlag` after 14 days. */
const runway: FlatFamily = {
  name: 'runway',
  record: '/runway/record-detail',
  missing: { code: 422, msg: 'record is null.' },
  data: (view) => ({
    taskId: view.task.taskId,
    parentTaskId: textIn(view.body, 'taskId'),
    generateParam: {
      prompt: textIn(view.body, 'prompt'),
      imageUrl: textIn(view.body, 'imageUrl'),
      expandPrompt: false,
    },
    state: stateOf(view),
    generateTime: textTime(view.completeTime) ?? '',
    videoInfo:
      view.result === undefined
        ? null
        : { videoId: videoId(view), taskId: view.task.taskId, ...urlsOf(view, 'videoUrl', 'imageUrl') },
    failCode: view.failure === undefined ? 0 : 400,
    failMsg: view.failure?.msg ?? '',
    expireFlag: view.now >= (view.completeTime ?? view.now) + videoLifeMs ? 1 : 0,
  }),
  callback: (view) => ({
    code: view.failure === undefined ? 200 : 400,
    msg: view.failure?.msg ?? 'All generated successfully.',
    data: {
      task_id: view.task.taskId,
      video_id: view.failure === undefined ? videoId(view) : '',
      ...urlsOf(view, 'video_url', 'image_url'),
    },
  }),
};

function stateOf(view: FlatView): string {
  if (view.failure !== undefined) return 'fail';
  if (view.completeTime !== undefined) return 'success';
  if (view.task.queued === true && view.progress < 0.85) return 'queueing';
  return view.progress < 0.1 ? 'wait' : view.progress < 0.2 ? 'queueing' : 'generating';
}

function urlsOf(view: FlatView, video: string, image: string): Record<string, string> {
  return { [video]: firstOf(view.result?.['resultUrls']), [image]: firstOf(view.result?.['imageUrls']) };
}

/** Video ids have the form of a UUID. */
function videoId(view: FlatView): string {
  return view.task.taskId.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Aleph says 0 for "running" and "failed" alike, and puts the task id at the top of its callbacks. */
const aleph: FlatFamily = {
  name: 'aleph',
  record: '/aleph/record-info',
  missing: { code: 422, msg: 'record is null.' },
  data: (view) => ({
    taskId: view.task.taskId,
    paramJson: JSON.stringify(view.body),
    response:
      view.result === undefined
        ? null
        : { taskId: view.task.taskId, ...urlsOf(view, 'resultVideoUrl', 'resultImageUrl') },
    completeTime: isoTime(view.completeTime),
    createTime: isoTime(view.task.createTime),
    successFlag: view.completeTime !== undefined && view.failure === undefined ? 1 : 0,
    errorCode: view.failure?.code ?? 0,
    errorMessage: view.failure?.msg ?? '',
  }),
  callback: (view) => ({
    code: view.failure === undefined ? 200 : 400,
    msg: view.failure?.msg ?? 'success',
    data: view.failure === undefined ? urlsOf(view, 'result_video_url', 'result_image_url') : null,
    taskId: view.task.taskId,
  }),
};

function withCover(request: PlanRequest): Plan {
  const [file, cover] = [videoFile(request, 0), imageFile(request, 1, 2)];
  return { files: [file, cover], result: { resultUrls: [file.path], imageUrls: [cover.path] } };
}

const rename = { waterMark: 'watermark' };

export const runwayOperations: readonly FlatOperation[] = [
  {
    path: '/runway/generate',
    family: runway,
    unified: 'runway',
    required: ['prompt', 'duration', 'quality'],
    rename,
    modelOf: () => 'runway',
    check: (body) =>
      (body['duration'] === 10 || body['duration'] === '10') && body['quality'] === '1080p'
        ? { code: 422, msg: 'quality is not within the range of allowed options' }
        : undefined,
    plan: withCover,
  },
  {
    path: '/runway/extend',
    family: runway,
    unified: 'runway/extend-ai-video',
    required: ['taskId', 'prompt', 'quality'],
    rename,
    modelOf: () => 'runway',
    parent: { family: 'runway', unknown: 'record is null.', open: 'record status is not success.' },
    extra: (_body, from) => ({ aspect_ratio: from?.input['aspect_ratio'] ?? '16:9', duration: 5 }),
    plan: withCover,
  },
  {
    path: '/aleph/generate',
    family: aleph,
    unified: 'runway/gen4-aleph',
    required: ['prompt', 'videoUrl'],
    rename,
    modelOf: () => 'runway/gen4-aleph',
    plan: withCover,
  },
];
