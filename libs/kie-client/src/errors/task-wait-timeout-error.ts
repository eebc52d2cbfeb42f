import type { TaskRef } from '../task.ts';
import type { KieErrorCode } from './codes.ts';
import { KieError, type KieErrorJson } from './kie-error.ts';

/** What the wait had seen when it ended. */
export interface WaitTimeoutFields {
  readonly ref: TaskRef;
  /** KIE's word for the state in the last usable answer. */
  readonly lastState?: string | undefined;
  /** Why the last look at the task failed, if it did. */
  readonly lastError?: KieErrorCode | undefined;
}

/**
 * A wait ended before the task did. That is no failure of the task: it runs on and is paid for. Pass `ref` to
 * `waitTask` again, in this process or another; never create it a second time.
 */
export class TaskWaitTimeoutError extends KieError {
  override name = 'TaskWaitTimeoutError' as const;
  declare readonly lastState?: string;
  declare readonly lastError?: KieErrorCode;

  constructor(message: string, fields: WaitTimeoutFields) {
    super(message, {
      code: 'wait_timeout',
      category: 'timeout',
      retryable: true,
      outcome: 'accepted',
      ref: fields.ref,
    });
    if (fields.lastState !== undefined) this.lastState = fields.lastState;
    if (fields.lastError !== undefined) this.lastError = fields.lastError;
  }

  override toJSON(): KieErrorJson & { readonly lastState?: string; readonly lastError?: KieErrorCode } {
    return {
      ...super.toJSON(),
      ...(this.lastState !== undefined && { lastState: this.lastState }),
      ...(this.lastError !== undefined && { lastError: this.lastError }),
    };
  }
}
