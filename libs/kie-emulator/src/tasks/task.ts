import type { OutputKind } from '@kie/registry';
import type { Json, JsonObject } from '../json.ts';

/** What will become of a task instead of success, decided by a fault, a magic word or the control API. */
export type Fate =
  | { readonly type: 'fail'; readonly failMsg: string; readonly failCode: string }
  | { readonly type: 'stuck' }
  | { readonly type: 'empty-result' };

export type TaskState = 'waiting' | 'queuing' | 'generating' | 'success' | 'fail';

/** One task, as it is kept in memory and on disk. Times: epoch ms of the emulator's time. */
export interface Task {
  readonly taskId: string;
  readonly account: string;
  readonly model: string;
  readonly output: OutputKind;
  readonly input: JsonObject;
  readonly callBackUrl?: string;
  readonly createTime: number;
  /** Before this moment recordInfo does not know the task yet. */
  readonly visibleAt: number;
  readonly generatingAt: number;
  readonly dueAt: number;
  /** Credits taken at submit. */
  readonly reserved: number;
  fate?: Fate;
  outcome?: Outcome;
  /** A callback is due or being tried; kept, so that a restart does not lose it. */
  callbackPending?: boolean;
  /** Made while the account had more tasks open than run at once: reads `queuing` where others read `waiting`. */
  readonly queued?: boolean;
  /** Made through one of the flat APIs. */
  readonly flat?: FlatPart;
  /** What a task of a flat API has given before its end. */
  early?: Json;
}

/** What is kept of the call of a flat API. */
export interface FlatPart {
  /** Path of the call below /api/v1. */
  readonly operation: string;
  /** The body as it was sent. */
  readonly body: JsonObject;
  /** The model of the jobs API that does the work. */
  readonly unified: string;
}

/** How a task ended. Files in `result` are paths below the server's root; the address is put in when answering. */
export type Outcome =
  | {
      readonly state: 'success';
      readonly completeTime: number;
      readonly result: Json;
      readonly creditsConsumed: number;
    }
  | {
      readonly state: 'fail';
      readonly completeTime: number;
      readonly failCode: string;
      readonly failMsg: string;
    };

/** The state a status call shows at `now`. */
export function stateAt(task: Task, now: number): TaskState {
  if (task.outcome !== undefined) return task.outcome.state;
  if (now >= task.generatingAt) return 'generating';
  return task.queued === true ? 'queuing' : 'waiting';
}
