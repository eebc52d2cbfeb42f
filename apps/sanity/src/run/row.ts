import type { ModelType } from '@kie/registry';

/**
 * - `ok`: done, and the result is of the right kind
 * - `failed`: anything else that was tried
 * - `skipped`: not tried, `note` says why
 * - `absent`: the type has no active model
 * - `interrupted`: stopped by the caller; with a `taskId` the task goes on at KIE
 */
export type RowStatus = 'ok' | 'failed' | 'skipped' | 'absent' | 'interrupted';

/** One line of the report. */
export interface Row {
  readonly type: ModelType;
  readonly model?: string;
  readonly status: RowStatus;
  readonly taskId?: string;
  /** From the start of the upload to the checked result. */
  readonly seconds?: number;
  /** What KIE charged; in a dry run, what the catalogue expects at most. */
  readonly credits?: number;
  /** The result in a few words, or the reason why there is none. */
  readonly note: string;
}
