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
  return now < task.generatingAt ? 'waiting' : 'generating';
}
