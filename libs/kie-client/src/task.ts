import type { KieCategory } from './errors/codes.ts';

/**
 * Which of KIE's HTTP APIs a task lives behind. Nearly all models use `jobs`. A client that was given `apis` also makes refs
 * with their names ({@link OlderApi}); programs that never do so need not think of them.
 */
export type TaskApi = 'jobs' | 'veo' | 'flux-kontext';

/** The APIs that are subpaths of this package. */
export type OlderApi = 'suno' | 'runway' | 'aleph' | 'gpt4o';

/** Names a task. Plain JSON: store it, send it to another process, and pass it to `waitTask` there. */
export interface TaskRef {
  readonly taskId: string;
  readonly api: TaskApi;
  /** Empty when only a bare task id was known. */
  readonly model: string;
}

/** What kind of media a file is, told by its URL and by the name of the field it came in; `file` when neither tells. */
export type FileKind = 'image' | 'video' | 'audio' | 'file';

/**
 * What a file is to the task. `result` is what was asked for; everything else comes with it: the first and last frame
 * of a video, a marked copy, a song's cover, a stream of a song whose file is not ready, a mask.
 */
export type FileRole = 'result' | 'first_frame' | 'last_frame' | 'watermarked' | 'cover' | 'preview' | 'mask';

/** A file KIE made. KIE keeps it for some days only (14 by one of its pages, 24 hours by another): copy it soon. */
export interface TaskFile {
  readonly url: string;
  readonly kind: FileKind;
  readonly role: FileRole;
}

/** Why a task failed. */
export interface TaskFailure {
  /** KIE's `failCode`, a number in words or a word such as `GENERATION_FAILED`; `unknown` when KIE gave none. */
  readonly code: string;
  /** KIE's own text, without URLs and without the words of the input. */
  readonly message: string;
  readonly category: KieCategory;
}

/** What every {@link Task} carries. Times are epoch milliseconds. */
export interface TaskBase {
  readonly ref: TaskRef;
  /** KIE's own word for the state. */
  readonly rawState: string;
  readonly createTime?: number;
  readonly completeTime?: number;
  /** Seconds KIE worked on it. */
  readonly costTime?: number;
  /** What KIE charged, in credits (decimals possible). 0 for a failed task. */
  readonly creditsConsumed?: number;
  /** KIE's `data` object as it came. Not enumerable: a task stays plain JSON, and this is gone after a copy. */
  raw(): unknown;
}

/** The task waits or runs. Every state this client does not know counts as running. */
export interface RunningTask extends TaskBase {
  readonly status: 'running';
  /** 0 to 100, for the few models that tell. */
  readonly progress?: number;
}

/**
 * The task is done. `files` may be empty: models that answer with words or data have `text` or `data` instead, and
 * KIE has reported success with nothing at all. The client does not turn that into a failure; check before you promise.
 */
export interface SucceededTask extends TaskBase {
  readonly status: 'succeeded';
  readonly files: readonly TaskFile[];
  /** Words: a transcript, lyrics, an analysis. */
  readonly text?: string;
  /** Structured results as KIE gave them: `resultObject`, or the list of Suno tracks. */
  readonly data?: unknown;
}

/** The task failed; KIE gives its credits back. */
export interface FailedTask extends TaskBase {
  readonly status: 'failed';
  readonly failure: TaskFailure;
}

/** A task as KIE last told it. */
export type Task = RunningTask | SucceededTask | FailedTask;
