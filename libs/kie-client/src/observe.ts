import type { KieErrorCode } from './errors/codes.ts';
import type { TaskRef } from './task.ts';

/**
 * Where the client writes what it does. `console` fits as it is; for pino, swap the arguments:
 * `info: (message, fields) => log.info(fields, message)`. Fields never hold a key, a prompt or a signed URL.
 */
export interface KieLogger {
  debug(message: string, fields?: Record<string, unknown>): void;
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}

/** The verb a request belongs to. */
export type Operation =
  | 'createTask'
  | 'getTaskStatus'
  | 'getCredits'
  | 'getDownloadUrl'
  | 'getCatalogue'
  | 'uploadFile'
  | 'download';

/** One HTTP request, without its query, headers and body. */
export interface RequestEvent {
  readonly operation: Operation;
  readonly method: 'GET' | 'POST';
  /** Path of the endpoint; for downloads the host. */
  readonly path: string;
  /** 1 for the first try. */
  readonly attempt: number;
}

/** The end of a request. Without `httpStatus` no answer came. */
export interface ResponseEvent extends RequestEvent {
  readonly durationMs: number;
  readonly httpStatus?: number;
  readonly kieCode?: number;
  readonly requestId?: string;
}

/** The next try of a request and why there is one. */
export interface RetryEvent extends RequestEvent {
  readonly delayMs: number;
  readonly code: KieErrorCode;
}

/** A task whose state changed while it was waited for. `from` is absent the first time. */
export interface StateChangeEvent {
  readonly ref: TaskRef;
  readonly status: 'running' | 'succeeded' | 'failed';
  readonly from?: string;
  readonly to: string;
}

/** A request that had to wait for the limiter. */
export interface LimiterEvent {
  readonly operation: Operation;
  readonly waitedMs: number;
}

/** Points to hang metrics and traces on. What a hook throws is dropped: watching must not break a paid call. */
export interface KieHooks {
  readonly onRequest?: (event: RequestEvent) => void;
  readonly onResponse?: (event: ResponseEvent) => void;
  readonly onRetry?: (event: RetryEvent) => void;
  readonly onStateChange?: (event: StateChangeEvent) => void;
  readonly onLimiterWait?: (event: LimiterEvent) => void;
}

/** Logger and hooks as one thing that cannot throw. */
export interface Observer {
  request(event: RequestEvent): void;
  response(event: ResponseEvent): void;
  retry(event: RetryEvent): void;
  stateChange(event: StateChangeEvent): void;
  limiterWait(event: LimiterEvent): void;
}

/** Joins a logger and hooks. */
export function createObserver(logger: KieLogger | undefined, hooks: KieHooks | undefined): Observer {
  const safely = (work: () => void): void => {
    try {
      work();
    } catch {
      // See KieHooks: an observer's fault is not the caller's.
    }
  };
  const tell = <Event extends RequestEvent | StateChangeEvent | LimiterEvent>(
    hook: ((event: Event) => void) | undefined,
    level: 'debug' | 'warn',
    message: string,
    event: Event,
  ): void => {
    safely(() => hook?.(event));
    safely(() => logger?.[level](message, { ...event }));
  };
  return {
    request: (event) => tell(hooks?.onRequest, 'debug', 'kie request', event),
    response: (event) => tell(hooks?.onResponse, 'debug', 'kie response', event),
    retry: (event) => tell(hooks?.onRetry, 'warn', 'kie retry', event),
    stateChange: (event) => tell(hooks?.onStateChange, 'debug', 'kie task state', event),
    limiterWait: (event) => tell(hooks?.onLimiterWait, 'debug', 'kie limiter wait', event),
  };
}
