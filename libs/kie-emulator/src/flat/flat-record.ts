import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { absolute } from '../tasks/record.ts';
import type { Task } from '../tasks/task.ts';
import type { FlatOperation, FlatView } from './flat-operation.ts';
import { flatOperation } from './operations.ts';

/** `data` of a status answer for a task of a flat API. */
export function flatRecordOf(task: Task, now: number, base: string): JsonObject {
  const operation = operationOf(task);
  return operation.family.data(viewOf(operation, task, now, base));
}

/** Body of a callback for a task of a flat API: at the end, or at a stage before it. */
export function flatCallbackOf(task: Task, now: number, base: string, stage?: string): JsonObject {
  const operation = operationOf(task);
  return operation.family.callback(viewOf(operation, task, now, base), stage);
}

export function operationOf(task: Task): FlatOperation {
  return flatOperation(task.flat?.operation ?? '');
}

function viewOf(operation: FlatOperation, task: Task, now: number, base: string): FlatView {
  const { outcome } = task;
  const raw = outcome === undefined ? task.early : outcome.state === 'success' ? outcome.result : undefined;
  const progress =
    outcome === undefined ? (now - task.createTime) / Math.max(1, task.dueAt - task.createTime) : 1;
  const reached = operation.family.stages?.filter((stage) => progress >= stage.at).at(-1)?.name;
  const result = raw === undefined ? undefined : absolute(raw, base);
  return {
    task,
    body: task.flat?.body ?? {},
    result: isObject(result) ? result : undefined,
    failure: outcome?.state === 'fail' ? { code: codeOf(outcome.failCode), msg: outcome.failMsg } : undefined,
    completeTime: outcome?.completeTime,
    stage: outcome === undefined && task.early !== undefined ? reached : undefined,
    progress: Math.min(1, Math.max(0, progress)),
    now,
  };
}

/** Flat APIs give numbers; a word such as GENERATION_FAILED becomes the documented 501. */
function codeOf(failCode: string): number {
  const code = Number(failCode);
  return Number.isInteger(code) && code > 0 ? code : 501;
}
