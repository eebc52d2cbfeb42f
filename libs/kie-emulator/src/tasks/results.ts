import type { Model } from '@kie/registry';
import type { Json, JsonObject } from '../json.ts';
import { mimeTypes } from '../media/spec.ts';
import type { MediaSpec, SpecInput } from '../media/spec.ts';
import { lyricsFor, transcriptFor } from './words.ts';
import {
  askedSeconds,
  aspectOf,
  hasSound,
  imageCount,
  imageFormat,
  imageSide,
  secondsOf,
  textOf,
} from './wish.ts';

/** A file of a result before it has an address. */
export interface PlannedFile {
  /** Stands for the address inside `result` until the file has one. */
  readonly path: string;
  readonly mime: string;
  readonly spec: MediaSpec;
  /** When it lives shorter than other results. */
  readonly lifeMs?: number;
}

export interface Plan {
  readonly files: readonly PlannedFile[];
  /** The value whose JSON text becomes resultJson. */
  readonly result: Json;
}

/** A task whose result is to be made. */
export interface PlanRequest {
  readonly model: Model;
  readonly input: JsonObject;
  readonly taskId: string;
  readonly inputs: readonly SpecInput[];
  readonly createTime: number;
}

/** What a successful task of the model gives for this input: the files to draw and the shape around them. */
export function planResult(request: PlanRequest): Plan {
  const { model, input } = request;
  if (model.id === 'omnihuman-1-5/human-identification') return data({ subject_status: 1 });
  if (model.id === 'omnihuman-1-5/subject-detection') {
    const mask = imageFile(request, 0, 1, 'mask');
    return { files: [mask], result: { resultObject: { mask_urls: [mask.path] } } };
  }
  if (['text_to_music', 'music_extend', 'music_edit'].includes(model.type)) return tracks(request);
  switch (model.output) {
    case 'text':
      return data(textResult(request));
    case 'image':
      return urls(images(request));
    case 'audio':
      return urls(audios(request));
    case 'video':
      return video(request, input['return_last_frame'] === true);
  }
}

function urls(files: readonly PlannedFile[]): Plan {
  return { files, result: { resultUrls: files.map((file) => file.path) } };
}

function data(resultObject: JsonObject): Plan {
  return { files: [], result: { resultObject } };
}

function images(request: PlanRequest): PlannedFile[] {
  const layers = request.model.type === 'layer_decomposition' || request.model.type === 'image_segmentation';
  const count = layers ? 3 : imageCount(request.model, request.input);
  return Array.from({ length: count }, (_, index) =>
    imageFile(request, index, count, layers ? 'mask' : undefined),
  );
}

/** A picture of the result. */
export function imageFile(request: PlanRequest, index: number, count: number, effect?: 'mask'): PlannedFile {
  const { model, input, taskId, inputs } = request;
  const cutout = model.type === 'background_removal' || effect === 'mask';
  const format = cutout ? 'png' : imageFormat(input);
  const aspect = aspectOf(input);
  const scale = model.type === 'upscale' ? Number(input['upscale_factor'] ?? 2) : undefined;
  return {
    path: `/files/${taskId}_${index}.${format === 'jpeg' ? 'jpg' : format}`,
    mime: mimeTypes[format],
    spec: {
      kind: 'image',
      model: model.id,
      prompt: textOf(model, input),
      inputs,
      format,
      side: imageSide(input),
      index,
      count,
      ...(aspect === undefined ? {} : { aspect }),
      ...(cutout ? { effect: effect ?? 'cutout' } : {}),
      ...(scale === undefined ? {} : { scale }),
    },
  };
}

/** A video of the result. */
export function videoFile(
  request: PlanRequest,
  index: number,
  length?: number,
  longSide?: number,
): PlannedFile {
  const { model, input, taskId, inputs } = request;
  const aspect = aspectOf(input);
  const seconds = length ?? askedSeconds(model, input);
  const small = input['resolution'] === '480p' || input['resolution'] === '360p';
  return {
    path: `/files/${taskId}_${index}.mp4`,
    mime: mimeTypes.mp4,
    spec: {
      kind: 'video',
      model: model.id,
      prompt: textOf(model, input),
      inputs,
      ...(seconds === undefined ? {} : { seconds }),
      longSide: longSide ?? (small ? 480 : 640),
      ...(hasSound(model, input) ? { sound: true } : {}),
      ...(aspect === undefined ? {} : { aspect }),
    },
  };
}

function video(request: PlanRequest, withFrames: boolean): Plan {
  const file = videoFile(request, 0);
  if (!withFrames) return urls([file]);
  const [first, last] = [imageFile(request, 1, 2), imageFile(request, 2, 2)];
  return {
    files: [file, first, last],
    result: { resultUrls: [file.path], firstFrameUrl: [first.path], lastFrameUrl: [last.path] },
  };
}

function audios(request: PlanRequest): PlannedFile[] {
  const stems = request.model.id === 'ai-music-api/separate-vocals' ? 2 : 1;
  return Array.from({ length: stems }, (_, index) => audioFile(request, index));
}

/** A sound of the result. */
export function audioFile(request: PlanRequest, index: number): PlannedFile {
  const { model, input, taskId, inputs } = request;
  const asked = stringOf(input['output_format'], '');
  const format = /^(wav|pcm)/.test(asked) || model.id.includes('wav') ? 'wav' : 'mp3';
  return {
    path: `/files/${taskId}_${index}.${format}`,
    mime: mimeTypes[format],
    spec: {
      kind: 'audio',
      model: model.id,
      prompt: index === 0 ? textOf(model, input) : `${textOf(model, input)} #${index + 1}`,
      inputs,
      format,
      seconds: secondsOf(model, input),
      style: model.type === 'text_to_speech' ? 'speech' : 'music',
    },
  };
}

/** Music comes as two tracks with their pictures; keys as the callbacks of docs.kie.ai/suno-api spell them. */
function tracks(request: PlanRequest): Plan {
  const { model, input, taskId, createTime } = request;
  const files: PlannedFile[] = [];
  const rows = [0, 1].map((index) => {
    const audio = audioFile(request, index);
    const cover = imageFile({ ...request, taskId: `${taskId}_cover` }, index, 2);
    files.push(audio, cover);
    return {
      id: trackId(taskId, index),
      audio_url: audio.path,
      stream_audio_url: audio.path,
      image_url: cover.path,
      prompt: textOf(model, input),
      model_name: `chirp-${stringOf(input['model'], 'V6').toLowerCase()}`,
      title: stringOf(input['title'], '') || 'Untitled',
      tags: stringOf(input['style'], ''),
      create_time: createTime,
      duration: audio.spec.kind === 'audio' ? audio.spec.seconds : 0,
    };
  });
  return { files, result: { data: rows } };
}

/** Track ids have the form of a UUID. */
export function trackId(taskId: string, index: number): string {
  const hex = `${taskId.slice(0, 31)}${index}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function textResult(request: PlanRequest): JsonObject {
  const { model, input, taskId } = request;
  const words = textOf(model, input);
  switch (model.id) {
    case 'ai-music-api/generate-lyrics':
      return { lyricsData: [0, 1].map((variant) => ({ ...lyricsFor(words, variant), status: 'complete' })) };
    case 'ai-music-api/timeStamped-lyrics':
      return {
        alignedWords: transcriptFor(words),
        waveformData: [0, 1, 0.5, 0.75, 0.5, 0],
        isStreamed: false,
      };
    case 'ai-music-api/boost-music-style':
      return {
        result: `${words || 'pop'}, warm analogue production, steady groove, wide stereo`,
        successFlag: '成功',
      };
    case 'ai-music-api/generate-midi-from-audio':
      return { instruments: [{ name: 'Piano', notes: [{ pitch: 60, start: 0, end: 0.5, velocity: 0.8 }] }] };
    default:
      if (model.type === 'voice_clone')
        return { task_id: taskId, voice_id: trackId(taskId, 0), is_available: true };
      return { text: words || 'This is a simulated transcript.', words: transcriptFor(words) };
  }
}

function stringOf(value: Json | undefined, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
