import { invalidArgument } from '../errors/invalid-argument.ts';
import { isRecord, readNumber, readText, type Envelope } from '../http/envelope.ts';
import type { Task } from '../task.ts';
import type { ApiAdapter, CreateRequest, ParseContext } from './adapter.ts';
import { createFlatAdapter, filesIn, flagState, type FlatOperation } from './flat.ts';
import { filesOf } from './result.ts';
import { readBase, recordOf, withRaw } from './task-parts.ts';

/**
 * Calls of KIE's older Veo API that are not models of the catalogue. Their ids are this client's own; the catalogue's
 * `veo/extend` and its siblings are the same functions behind the jobs API.
 */
export interface VeoModels {
  /** Goes on from the end of a video. `model` is a tier: `fast`, `quality`, `lite`. Not possible after 1080p. */
  readonly 'veo3/extend': {
    readonly taskId: string;
    readonly prompt: string;
    readonly model?: 'fast' | 'quality' | 'lite';
    /** 10 000 to 99 999. */
    readonly seeds?: number;
    readonly watermark?: string;
  };
  /** The 1080p copy of a finished video: nothing is bought or sent by `createTask`; the wait takes 1 to 3 minutes. */
  readonly 'veo3/1080p': { readonly taskId: string; readonly index?: number };
  /** The 4K copy of a finished video: paid, 5 to 10 minutes. */
  readonly 'veo3/4k': { readonly taskId: string; readonly index?: number };
}

const RECORD = '/api/v1/veo/record-info';
const HD = 'veo3/1080p';
const HD_PATH = '/api/v1/veo/get-1080p-video';
/** A ref has no place for the index of the video, so the name of the operation carries it. */
const HD_INDEX = /^veo3\/1080p#(\d{1,3})$/;

const generate: FlatOperation = {
  create: '/api/v1/veo/generate',
  status: RECORD,
  body: ({ model, payload }) => ({ ...payload, model }),
  state: flagState([2, 3]),
  result: (data) => ({ files: videosOf(recordOf(data['response'])) }),
};

const extend: FlatOperation = { ...generate, create: '/api/v1/veo/extend', body: ({ payload }) => payload };

const fourK: FlatOperation = {
  ...extend,
  create: '/api/v1/veo/get-4k-video',
  state: (data) => {
    const state = flagState([2, 3])(data);
    const resolution = readText(recordOf(data['response'])['resolution']);
    // The record may still be the one of the smaller video it is made from.
    if (state?.status !== 'succeeded' || resolution === undefined || /4k|2160/i.test(resolution))
      return state;
    return { status: 'running', rawState: `upscaling from ${resolution}` };
  },
};

const flat = createFlatAdapter(
  'veo',
  { veo3: generate, veo3_fast: generate, veo3_lite: generate, 'veo3/extend': extend, 'veo3/4k': fourK },
  'veo3',
);

/** An extended video comes alone and joined to the one before it. What was asked for is the whole, so that goes first. */
function videosOf(response: Readonly<Record<string, unknown>>): ReturnType<typeof filesIn> {
  return ['fullResultUrls', 'resultUrls'].flatMap((field) => filesOf(response[field], 'result', 'videoUrls'));
}

/** KIE's older Veo API: `veo3`, `veo3_fast`, `veo3_lite`, and {@link VeoModels}. */
export const veoAdapter: ApiAdapter = {
  ...flat,
  takes: (model) => model === HD || flat.takes(model),
  create: (request) => (request.model === HD ? { ref: refOfHd(request) } : flat.create(request)),
  status: (ref) => {
    const index = indexOfHd(ref.model);
    if (index === undefined) return flat.status(ref);
    return { method: 'GET', path: HD_PATH, query: { taskId: ref.taskId, index } };
  },
  tells: (envelope, ref) =>
    indexOfHd(ref.model) === undefined ? flat.tells(envelope, ref) : HD_TELLS.has(envelope.code),
  isMissing: (envelope) => flat.isMissing(envelope),
  parse: (envelope, context) =>
    indexOfHd(context.ref.model) === undefined ? flat.parse(envelope, context) : readHd(envelope, context),
};

function refOfHd({ payload }: CreateRequest): { taskId: string; api: 'veo'; model: string } {
  const taskId = readText(payload['taskId']);
  const index = payload['index'] ?? 0;
  if (taskId === undefined || readNumber(index) === undefined) {
    throw invalidArgument(`'${HD}' needs the taskId of a finished Veo video, and a number as index, if any.`);
  }
  return { taskId, api: 'veo', model: `${HD}#${Number(index)}` };
}

function indexOfHd(model: string): string | undefined {
  return model === HD ? '0' : HD_INDEX.exec(model)?.[1];
}

/** While the copy is made KIE answers 400 by its page, 422 and 500 by reports of users: all of them mean "not yet". */
const HD_TELLS: ReadonlySet<number> = new Set([200, 400, 422, 500]);

function readHd(envelope: Envelope, context: ParseContext): Task | undefined {
  const data = isRecord(envelope.data) ? envelope.data : {};
  const base = readBase(data, context);
  const files = filesOf(data['resultUrl'] ?? data['resultUrls'], 'result', 'videoUrl');
  if (files.length > 0) return withRaw({ ...base, status: 'succeeded', rawState: 'success', files }, data);
  if (!HD_TELLS.has(envelope.code)) return undefined;
  return withRaw({ ...base, status: 'running', rawState: `code ${envelope.code}` }, data);
}
