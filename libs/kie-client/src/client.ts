import type { LiveCatalogue } from './catalogue.ts';
import type { Download, DownloadOptions } from './files/download.ts';
import type { UploadedFile, UploadOptions, UploadSource } from './files/upload.ts';
import type { AnyModel, BuiltInModels, IdOf, ModelMap, PayloadOf } from './models.ts';
import type { SucceededTask, Task, TaskRef } from './task.ts';

/** For every call. */
export interface CallOptions {
  /** Ends the call at once, in whatever phase it is, with a `KieAbortError`. */
  readonly signal?: AbortSignal | undefined;
}

/** For `createTask`. */
export interface CreateTaskOptions extends CallOptions {
  /** KIE posts here when the task is over. Read it with `readCallback`. */
  readonly callbackUrl?: string | undefined;
}

/** For `waitTask` and `watchTask`. */
export interface WaitOptions extends CallOptions {
  /** The whole wait, in ms. Default 900 000 (15 min). */
  readonly timeoutMs?: number | undefined;
  /** Pause between two looks, in ms, spread by ±15 %. Default 3 000. */
  readonly pollMs?: number | undefined;
  /**
   * How long such a task usually takes, in ms. The wait then looks once early, rests until 40 % of it, and goes on with
   * `pollMs`. Default: the client's `expectedMs`.
   */
  readonly expectedMs?: number | undefined;
  /** Called with the first answer, at every change of `rawState`, and with the last. What it throws ends the wait. */
  readonly onUpdate?: ((task: Task) => void | Promise<void>) | undefined;
}

/** What a price looks like; `quote` of @kie/registry returns this. */
export type PriceQuote =
  | { readonly kind: 'exact' | 'upTo'; readonly credits: number }
  | { readonly kind: 'unknown'; readonly reason: string };

/** For `run`. */
export interface RunOptions extends CreateTaskOptions, WaitOptions {
  /**
   * Called, and awaited, as soon as the task exists: the place to store `ref`. What it throws ends `run`; the task
   * goes on at KIE.
   */
  readonly onCreated?: ((ref: TaskRef) => void | Promise<void>) | undefined;
  /** Refuses before anything is sent when the price is higher, or unknown. Needs `estimate` or the client's `quote`. */
  readonly maxCredits?: number | undefined;
  /** The price of this call in credits, when you know it; goes before the client's `quote`. */
  readonly estimate?: number | undefined;
}

/**
 * The client. All its verbs are safe to call at the same time.
 *
 * @typeParam Models ids and payloads that are checked at compile time
 */
export interface KieClient<Models extends ModelMap = BuiltInModels> {
  /**
   * Buys a task: one POST, never repeated unless KIE refused it because of its rate limit.
   *
   * @throws KieError with `outcome`: `not_sent`, `refused` or `unknown`
   */
  createTask<Id extends IdOf<Models> | AnyModel>(
    model: Id,
    payload: PayloadOf<Models, Id>,
    options?: CreateTaskOptions,
  ): Promise<TaskRef>;

  /**
   * Looks at a task once. A failed task is an answer, not an error. A bare id means a task of the jobs API.
   *
   * @throws KieError `task_not_found` for an id KIE does not know, also for some seconds after `createTask`
   */
  getTaskStatus(ref: TaskRef | string, options?: CallOptions): Promise<Task>;

  /**
   * Looks until the task is over, and returns it, succeeded or failed. Bad answers do not end it.
   *
   * @throws TaskWaitTimeoutError after `timeoutMs`, or when 90 s brought nothing but "not found" or "unauthorized"
   * @throws KieAbortError when the signal fires; both carry `ref`, with which the wait can be taken up again
   */
  waitTask(ref: TaskRef | string, options?: WaitOptions): Promise<Task>;

  /** As `waitTask`, but gives every change of state; the last one is the succeeded or failed task. */
  watchTask(ref: TaskRef | string, options?: WaitOptions): AsyncGenerator<Task, void, void>;

  /**
   * Creates a task and waits for it. Thin: the payload is sent as it is.
   *
   * @throws TaskFailedError when KIE could not do it, and everything `createTask` and `waitTask` throw
   */
  run<Id extends IdOf<Models> | AnyModel>(
    model: Id,
    payload: PayloadOf<Models, Id>,
    options?: RunOptions,
  ): Promise<SucceededTask>;

  /**
   * Stores a file at KIE, free of charge, so that its URL can go into a payload. KIE keeps it for about a day.
   * A `URL` is fetched by KIE itself. A string is refused: it is never taken for a path or an address.
   */
  uploadFile(source: UploadSource, options?: UploadOptions): Promise<UploadedFile>;

  /** The balance in credits, decimals possible. The cheapest way to check a key. */
  getCredits(options?: CallOptions): Promise<number>;

  /** A link to a result that a browser saves as a file. Lives 20 minutes; works for URLs KIE made only. */
  getDownloadUrl(url: string | URL, options?: CallOptions): Promise<string>;

  /** KIE's catalogue of today. */
  readonly catalogue: LiveCatalogue;

  /**
   * Fetches a result. Only https and only KIE's file hosts (and the hosts of `baseUrl` and `uploadBaseUrl`), checked
   * again at every redirect; the key is not sent along.
   */
  download(url: string | URL, options?: DownloadOptions): Promise<Download>;
}
