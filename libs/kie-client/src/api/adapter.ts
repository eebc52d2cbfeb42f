import type { Envelope } from '../http/envelope.ts';
import type { ApiRequest } from '../http/exchange.ts';
import type { OlderApi, Task, TaskApi, TaskRef } from '../task.ts';

/** A paid request before it is sent. */
export interface CreateRequest {
  readonly model: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly callbackUrl?: string | undefined;
}

/** What {@link ApiAdapter.parse} needs besides the answer. */
export interface ParseContext {
  readonly ref: TaskRef;
  readonly apiKey: string;
}

/** One of KIE's HTTP APIs: how to create and look up its tasks, and how to read them. All of it pure. */
export interface ApiAdapter {
  readonly api: TaskApi | OlderApi;
  /** Whether this API sells the model. */
  takes(model: string): boolean;
  /**
   * The POST that buys a task; or, where there is nothing to buy, the ref under which it can be asked for.
   *
   * @throws KieError `invalid_argument` when the API wants something that is not there
   */
  create(request: CreateRequest): (ApiRequest & { readonly body: string }) | { readonly ref: TaskRef };
  /** The request that tells about it, free of charge. */
  status(ref: TaskRef): ApiRequest;
  /** Whether this status answer, whatever its code, tells about the task. */
  tells(envelope: Envelope, ref: TaskRef): boolean;
  /** Whether this status answer says that there is no such task (yet). */
  isMissing(envelope: Envelope): boolean;
  /** Reads a status answer; `undefined` when it makes no sense. */
  parse(envelope: Envelope, context: ParseContext): Task | undefined;
}
