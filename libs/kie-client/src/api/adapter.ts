import type { Envelope } from '../http/envelope.ts';
import type { ApiRequest } from '../http/exchange.ts';
import type { Task, TaskApi, TaskRef } from '../task.ts';

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
  readonly api: TaskApi;
  /** The POST that buys a task. */
  create(request: CreateRequest): ApiRequest & { readonly body: string };
  /** The GET that tells about it. */
  status(ref: TaskRef): ApiRequest;
  /** Whether this status answer, whatever its code, tells about the task. */
  tells(envelope: Envelope): boolean;
  /** Whether this status answer says that there is no such task (yet). */
  isMissing(envelope: Envelope): boolean;
  /** Reads a status answer; `undefined` when it makes no sense. */
  parse(envelope: Envelope, context: ParseContext): Task | undefined;
}
