import type { Json, JsonObject } from '../json.ts';
import type { Plan, PlanRequest } from '../tasks/results.ts';
import type { Refusal } from '../tasks/check-input.ts';
import type { Task } from '../tasks/task.ts';

/** A moment before the end at which a task tells something: Suno's words, then its first song. */
export interface Stage {
  readonly name: string;
  /** Share of the run, 0 to 1. */
  readonly at: number;
}

/** A task of a flat API as its record and its callbacks see it. */
export interface FlatView {
  readonly task: Task;
  /** The request as it was sent. */
  readonly body: JsonObject;
  /** What the run gave (so far), with whole addresses: `resultUrls`, `data` (tracks) or `resultObject`. */
  readonly result: JsonObject | undefined;
  readonly failure: { readonly code: number; readonly msg: string } | undefined;
  readonly completeTime: number | undefined;
  /** The last stage that was reached before the end. */
  readonly stage: string | undefined;
  /** 0 to 1. */
  readonly progress: number;
  readonly now: number;
}

/** Operations that share a record path and the shapes of records and callbacks. */
export interface FlatFamily {
  readonly name: string;
  /** Path of the GET below /api/v1. */
  readonly record: string;
  /** How an id that is not known is answered. */
  readonly missing: { readonly code: number; readonly msg: string };
  /** Records older than this are refused with this text. */
  readonly expires?: { readonly afterMs: number; readonly msg: string };
  /** Status calls a second and task; 10 unless told otherwise. */
  readonly statusPerSecond?: number;
  readonly stages?: readonly Stage[];
  data(view: FlatView): JsonObject;
  /** Body of the callback; `stage` is missing at the end. */
  callback(view: FlatView, stage: string | undefined): JsonObject;
}

/** One POST of a flat API. */
export interface FlatOperation {
  /** Path below /api/v1, and the name of the operation. */
  readonly path: string;
  readonly family: FlatFamily;
  /** The model of the jobs API that does the same work: its fields, price and run time hold here too. */
  readonly unified: string;
  readonly required: readonly string[];
  readonly needsCallback?: true;
  /** Fields that are not simply the camelCase of the unified ones. */
  readonly rename?: Readonly<Record<string, string>>;
  /** Narrower options than those of the unified model. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  /** The name a caller knows the model by, for journal and fault plan. The unified id unless told otherwise. */
  modelOf?(body: JsonObject): string;
  /** What `taskId` of the body must be: a task of this family. */
  readonly parent?: { readonly family: string; readonly unknown: string; readonly open?: string };
  /** Refusals between fields, and for the task that `taskId` names. */
  check?(body: JsonObject, parent: Task | undefined): Refusal | undefined;
  /** Values of the unified input that the body says in another way. */
  extra?(body: JsonObject, parent: Task | undefined): JsonObject;
  /** Files and shape of the result where they differ from those of the unified model. */
  plan?(request: PlanRequest): Plan;
  /** What is made once only: asking again, with the same values in these fields, is answered like this. */
  readonly once?: {
    readonly by: readonly string[];
    answer(made: { readonly taskId: string; readonly urls: readonly string[] | null }): {
      readonly code: number;
      readonly msg: string;
      readonly data: JsonObject | null;
    };
  };
  /** Run time at speed 1 where it differs. */
  readonly seconds?: number;
}

export function listOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter((item) => typeof item === 'string') : [];
}

export function firstOf(value: Json | undefined): string {
  return listOf(value)[0] ?? '';
}

export function textIn(body: JsonObject, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

/** `2026-11-20T10:25:00Z`, as the pages of Flux Kontext, Aleph and cover images print times. */
export function isoTime(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}

/** `2026-11-20 10:25:00`, as the pages of Runway, WAV and MP4 print times. */
export function textTime(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}
