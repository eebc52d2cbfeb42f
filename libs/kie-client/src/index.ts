export type { ApiAdapter, CreateRequest, ParseContext } from './api/adapter.ts';
export type { VeoModels } from './api/veo.ts';
export { readCallback } from './callbacks/read-callback.ts';
export type {
  Callback,
  CallbackHeaders,
  CallbackRequest,
  ReadCallbackOptions,
} from './callbacks/read-callback.ts';
export { signTestCallback } from './callbacks/sign-test-callback.ts';
export type { TestCallbackOptions } from './callbacks/sign-test-callback.ts';
export type { LiveCatalogue, LiveModel, LiveModelFilter, SuccessRatePoint } from './catalogue.ts';
export type {
  CallOptions,
  CreateTaskOptions,
  KieClient,
  PriceQuote,
  RunOptions,
  WaitOptions,
} from './client.ts';
export { systemClock } from './clock.ts';
export type { Clock } from './clock.ts';
export { createKieClient } from './create-client.ts';
export type { KieCategory, KieErrorCode, Outcome } from './errors/codes.ts';
export { KieAbortError } from './errors/kie-abort-error.ts';
export { KieError, isKieError } from './errors/kie-error.ts';
export type { KieErrorFields, KieErrorJson } from './errors/kie-error.ts';
export { TaskFailedError } from './errors/task-failed-error.ts';
export { TaskWaitTimeoutError } from './errors/task-wait-timeout-error.ts';
export type { WaitTimeoutFields } from './errors/task-wait-timeout-error.ts';
export type { Download, DownloadOptions } from './files/download.ts';
export { KIE_FILE_DOMAINS } from './files/hosts.ts';
export type { UploadedFile, UploadOptions, UploadSource } from './files/upload.ts';
export { createKieLimiter } from './limiter.ts';
export type {
  Budget,
  KieLimiter,
  KieLimiterOptions,
  KieLimiterStore,
  LimitedKind,
  LimiterHooks,
} from './limiter.ts';
export { anyModel } from './models.ts';
export type { AnyModel, BuiltInModels, IdOf, ModelMap, PayloadOf } from './models.ts';
export type {
  KieHooks,
  KieLogger,
  LimiterEvent,
  Operation,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  StateChangeEvent,
} from './observe.ts';
export { KIE_BASE_URL, KIE_UPLOAD_BASE_URL } from './options.ts';
export type { KieClientOptions, RetryOptions } from './options.ts';
export type {
  FailedTask,
  FileKind,
  FileRole,
  OlderApi,
  RunningTask,
  SucceededTask,
  Task,
  TaskApi,
  TaskBase,
  TaskFailure,
  TaskFile,
  TaskRef,
} from './task.ts';
