import type { FailedTask } from '../task.ts';
import { KieError } from './kie-error.ts';
import { isPassing } from './passing.ts';

/** Thrown by `run` when KIE reports the task as failed. KIE gives the credits of a failed task back. */
export class TaskFailedError extends KieError {
  override name = 'TaskFailedError' as const;
  readonly #task: FailedTask;

  constructor(task: FailedTask) {
    const { failure, ref } = task;
    super(
      `KIE could not finish task ${ref.taskId} (${failure.category}, code ${failure.code}): ${failure.message}`,
      {
        code: 'task_failed',
        category: failure.category,
        retryable: isPassing(failure.category),
        outcome: 'accepted',
        ref,
      },
    );
    this.#task = task;
  }

  /** The failed task, with `failure` and the raw body. Not part of what a logger prints. */
  get task(): FailedTask {
    return this.#task;
  }
}
