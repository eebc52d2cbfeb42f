import type { KieClient, Task, TaskFailure, TaskFile, TaskRef } from '@kie/client';
import type { Registry } from '@kie/registry';
import type { Issue, Validator } from '@kie/validator';
import type { HandlerError } from './handler-error.ts';

/** What a handler works with. */
export interface HandlerParts {
  /** The verbs of `@kie/client` that a handler uses. */
  readonly client: Pick<KieClient, 'createTask' | 'getTaskStatus' | 'waitTask' | 'uploadFile'>;
  /** Should be made over the same registry. */
  readonly validator: Validator;
  readonly registry: Pick<Registry, 'resolve'>;
  /** Uploads at the same time, for inputs with several files. Default 3. */
  readonly uploadConcurrency?: number;
}

/** What `handle` tells while it works. */
export type HandlerUpdate =
  | { readonly phase: 'uploading'; readonly done: number; readonly total: number }
  /** The task exists and is paid for: the place to store `ref`. */
  | { readonly phase: 'submitted'; readonly ref: TaskRef }
  /** At every change of KIE's state; `progress` is 0 to 100, for the few models that tell. */
  | {
      readonly phase: 'running';
      readonly ref: TaskRef;
      readonly rawState: string;
      readonly progress?: number;
    };

/** A generation as a person asks for it. */
export interface HandleRequest {
  readonly modelId: string;
  /** Fields of the model; media fields take URLs, `Blob`, `File` and `Uint8Array`. */
  readonly input: unknown;
  /** KIE posts here when the task is over. */
  readonly callbackUrl?: string | undefined;
  readonly onUpdate?: ((update: HandlerUpdate) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How long to wait for the result, in ms. Default 900 000 (15 min). */
  readonly timeoutMs?: number | undefined;
  /** Pause between two looks at the task, in ms. Default: the client's, 3 000. */
  readonly pollMs?: number | undefined;
}

/** What a finished task gave. */
export interface HandlerOutput {
  readonly files: readonly TaskFile[];
  readonly text?: string;
  readonly data?: unknown;
  readonly creditsConsumed?: number;
}

/** The result of `handle`. With `success: false` and a `ref`, a task exists: `check(ref)` tells what becomes of it. */
export type HandleResult =
  | ({
      readonly success: true;
      readonly ref: TaskRef;
      readonly resultUrls: readonly string[];
    } & HandlerOutput)
  | { readonly success: false; readonly error: HandlerError; readonly ref?: TaskRef };

/** A checked request, ready to be sent; plain JSON. */
export interface PreparedRequest {
  readonly modelId: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The result of `prepare`. */
export type PrepareResult =
  | { readonly ok: true; readonly prepared: PreparedRequest; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly error: HandlerError };

/**
 * The result of `submit`. `not_sent` and `refused`: nothing was bought. `unknown`: a task may exist and be billed; never
 * submit again blindly. `ref` is there in the rare case that KIE named a task and an error at once.
 */
export type SubmitResult =
  | { readonly status: 'submitted'; readonly ref: TaskRef }
  | {
      readonly status: 'not_submitted';
      readonly outcome: 'not_sent' | 'refused' | 'unknown';
      readonly error: HandlerError;
      readonly ref?: TaskRef;
    };

/** The result of `check`. `unavailable`: KIE did not answer, which says nothing about the task; look again later. */
export type CheckResult =
  | { readonly status: 'running'; readonly rawState: string }
  | ({ readonly status: 'succeeded' } & HandlerOutput)
  | { readonly status: 'failed'; readonly failure: TaskFailure }
  | { readonly status: 'unavailable'; readonly error: HandlerError };

/** One call from a model id and an input to results, or the same in steps that survive a restart. Never throws. */
export interface GenerationHandler {
  /** Checks, uploads, submits, waits. */
  handle(request: HandleRequest): Promise<HandleResult>;
  /** Checks the input, fills defaults and uploads its files. Free of charge. */
  prepare(request: Pick<HandleRequest, 'modelId' | 'input' | 'signal' | 'onUpdate'>): Promise<PrepareResult>;
  /** Sends the paid request, at most once. */
  submit(
    prepared: PreparedRequest,
    options?: { readonly callbackUrl?: string | undefined; readonly signal?: AbortSignal | undefined },
  ): Promise<SubmitResult>;
  /** Looks at a task once. */
  check(ref: TaskRef, options?: { readonly signal?: AbortSignal | undefined }): Promise<CheckResult>;
}

/** A task that is over. */
export type FinishedTask = Exclude<Task, { readonly status: 'running' }>;
