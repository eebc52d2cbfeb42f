import { mapStrings } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { texts } from '../texts.ts';
import { stateAt } from './task.ts';
import type { Task, TaskState } from './task.ts';

/** Pairs of state and flag as the official skill file "kie-models" of September 2026 lists them. */
const successFlags: Record<TaskState, number> = {
  waiting: 0,
  queuing: 0,
  generating: 0,
  success: 1,
  fail: 3,
};

/** `data` of a recordInfo answer, key by key as recorded in September 2026. */
export function recordOf(task: Task, now: number, base: string): JsonObject {
  const state = stateAt(task, now);
  const outcome = task.outcome;
  const param = paramOf(task);
  const result = outcome?.state === 'success' ? absolute(outcome.result, base) : null;
  return {
    taskId: task.taskId,
    model: task.model,
    state,
    param,
    resultJson: result === null || result === '' ? '' : JSON.stringify(result),
    failCode: outcome?.state === 'fail' ? outcome.failCode : null,
    failMsg: outcome?.state === 'fail' ? outcome.failMsg : null,
    costTime: outcome === undefined ? null : seconds(task, outcome.completeTime),
    completeTime: outcome?.completeTime ?? null,
    createTime: task.createTime,
    creditsConsumed: consumed(task),
    operationType: task.model,
    response: result === '' ? null : result,
    successFlag: successFlags[state],
    paramJson: param,
  };
}

/** Body of the callback for a finished task, after the `callbacks` block of docs.kie.ai/market pages (2026). */
export function callbackOf(task: Task, base: string): JsonObject {
  const outcome = task.outcome;
  if (outcome === undefined) throw new Error(`task ${task.taskId} is not finished, it has no callback yet`);
  if (outcome.state === 'fail') {
    const { failCode, failMsg } = outcome;
    return {
      code: 501,
      msg: texts.callbackFailure,
      data: {
        taskId: task.taskId,
        model: task.model,
        state: 'fail',
        param: paramOf(task),
        resultJson: null,
        failCode,
        failMsg,
        completeTime: outcome.completeTime,
        createTime: task.createTime,
        updateTime: outcome.completeTime,
      },
    };
  }
  return {
    code: 200,
    msg: texts.callbackSuccess,
    data: {
      taskId: task.taskId,
      model: task.model,
      state: 'success',
      param: paramOf(task),
      resultJson: outcome.result === '' ? '' : JSON.stringify(absolute(outcome.result, base)),
      failCode: null,
      failMsg: null,
      costTime: seconds(task, outcome.completeTime),
      completeTime: outcome.completeTime,
      createTime: task.createTime,
      updateTime: outcome.completeTime,
      creditsConsumed: outcome.creditsConsumed,
    },
  };
}

/** JSON in JSON: `input` inside is a text again. The server adds its defaults. */
function paramOf(task: Task): string {
  const input = 'nsfw_checker' in task.input ? task.input : { ...task.input, nsfw_checker: false };
  return JSON.stringify({
    input: JSON.stringify(input),
    model: task.model,
    ...(task.callBackUrl === undefined ? {} : { callBackUrl: task.callBackUrl }),
  });
}

/** The result with whole addresses in place of paths. */
export function absolute(result: Json, base: string): Json {
  return mapStrings(result, (text) => (text.startsWith('/files/') ? base + text : text));
}

function consumed(task: Task): number | null {
  if (task.outcome === undefined) return null;
  return task.outcome.state === 'success' ? task.outcome.creditsConsumed : 0;
}

/** Seconds, though the docs say milliseconds: recordings show 188 for 187 808 ms. */
function seconds(task: Task, completeTime: number): number {
  return Math.round((completeTime - task.createTime) / 1000);
}
