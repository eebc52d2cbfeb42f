import { TaskFailedError, type SucceededTask, type Task, type TaskFailure } from '@kie/client';
import { toHandlerError, type HandlerError } from './handler-error.ts';
import type { CheckResult, FinishedTask, HandlerOutput } from './types.ts';

/** KIE has reported success with nothing at all; whoever waits for a picture has not got one. */
const emptyResult: TaskFailure = {
  code: 'empty_result',
  message: 'KIE reported success and gave no result. It may have been charged.',
  category: 'provider',
};

const isEmpty = (task: SucceededTask): boolean =>
  task.files.length === 0 && (task.text === undefined || task.text === '') && task.data === undefined;

function outputOf(task: SucceededTask): HandlerOutput {
  const { files, text, data, creditsConsumed } = task;
  return {
    files,
    ...(text !== undefined && { text }),
    ...(data !== undefined && { data }),
    ...(creditsConsumed !== undefined && { creditsConsumed }),
  };
}

/** A task as `check` tells it. */
export function toCheckResult(task: Task): CheckResult {
  if (task.status === 'running') return { status: 'running', rawState: task.rawState };
  if (task.status === 'failed') return { status: 'failed', failure: task.failure };
  return isEmpty(task)
    ? { status: 'failed', failure: emptyResult }
    : { status: 'succeeded', ...outputOf(task) };
}

/** The output of a finished task, or the error that stands for its failure. */
export function toOutput(
  task: FinishedTask,
): { readonly output: HandlerOutput } | { readonly error: HandlerError } {
  if (task.status === 'failed') return { error: toHandlerError(new TaskFailedError(task)) };
  if (!isEmpty(task)) return { output: outputOf(task) };
  return { error: { ...emptyResult, retryable: false, outcome: 'accepted' } };
}

/** The URLs a caller wants first: of what was asked for, not of frames and covers that came with it. */
export function resultUrls({ files }: HandlerOutput): readonly string[] {
  const wanted = files.filter((file) => file.role === 'result');
  return (wanted.length > 0 ? wanted : files).map((file) => file.url);
}
