export { price } from './price.ts';
export type { PriceQuote } from './price.ts';
export { startGeneration } from './intake/start-generation.ts';
export type { GenerationOrder, StartResult } from './intake/start-generation.ts';
export { cancelGeneration } from './intake/cancel-generation.ts';
export { generationFiles, getGeneration, listGenerations, timeline } from './intake/read-generations.ts';
export type { TimelineEntry } from './intake/read-generations.ts';
export type { GenerationEvent } from './events.ts';
export { signCallback, verifyCallback } from './callbacks/signature.ts';
export type { CallbackSubject } from './callbacks/signature.ts';
export { receiveCallback } from './callbacks/receive-callback.ts';
export type { CallbackReception, ReceivedCallback } from './callbacks/receive-callback.ts';
export type { WakeListener, WakeQueue, WakeUps } from './queue/wake-ups.ts';
export { createBossWakeUps } from './queue/boss-wake-ups.ts';
export type { BossWakeUps, BossWakeUpsOptions } from './queue/boss-wake-ups.ts';
export { createGenerationWorker } from './worker/worker.ts';
export type { GenerationWorker } from './worker/worker.ts';
export type { GenerationWorkerOptions } from './worker/worker-options.ts';
export type { CrashPoint } from './steps/context.ts';
export type {
  CheckResult,
  GenerationHandlerPort,
  Prepared,
  PrepareResult,
  ResultFile,
  StepError,
  SubmitResult,
  TaskRef,
  TaskResult,
} from './handler-port.ts';
