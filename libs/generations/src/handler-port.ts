/**
 * The part of `@kie/universal-handler` that the pipeline calls, as shapes: its handler fits, and so does a test's.
 */

/** `TaskRef` of `@kie/client`. */
export interface TaskRef {
  readonly taskId: string;
  readonly api: 'jobs' | 'veo' | 'flux-kontext';
  readonly model: string;
}

/** Why a step of the handler failed. The words of `category` are those of `@kie/client`. */
export interface StepError {
  readonly code: string;
  readonly message: string;
  readonly category: string;
  readonly retryable: boolean;
}

/** A checked input with every file at KIE; plain JSON. */
export interface Prepared {
  readonly modelId: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface ResultFile {
  readonly url: string;
  readonly kind: 'image' | 'video' | 'audio' | 'file';
  readonly role: string;
}

/** What a task gave. */
export interface TaskResult {
  readonly files: readonly ResultFile[];
  readonly text?: string;
  readonly data?: unknown;
}

export type PrepareResult =
  | { readonly ok: true; readonly prepared: Prepared }
  | { readonly ok: false; readonly error: StepError };

export type SubmitResult =
  | { readonly status: 'submitted'; readonly ref: TaskRef }
  | {
      readonly status: 'not_submitted';
      readonly outcome: 'not_sent' | 'refused' | 'unknown';
      readonly error: StepError;
      /** KIE named a task and an error at once: what the task is, a check tells. */
      readonly ref?: TaskRef;
    };

export type CheckResult =
  | { readonly status: 'running' }
  | ({ readonly status: 'succeeded'; readonly creditsConsumed?: number } & TaskResult)
  | {
      readonly status: 'failed';
      readonly failure: { readonly code: string; readonly message: string; readonly category: string };
    }
  | { readonly status: 'unavailable'; readonly error: StepError };

export interface GenerationHandlerPort {
  prepare(request: {
    readonly modelId: string;
    readonly input: Readonly<Record<string, unknown>>;
    readonly signal?: AbortSignal;
  }): Promise<PrepareResult>;
  /** The paid request; sent at most once a call. */
  submit(prepared: Prepared, options?: { readonly callbackUrl?: string }): Promise<SubmitResult>;
  check(ref: TaskRef, options?: { readonly signal?: AbortSignal }): Promise<CheckResult>;
}
