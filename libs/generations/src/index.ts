export { price } from './price.ts';
export type { PriceQuote } from './price.ts';
export { startGeneration } from './intake/start-generation.ts';
export type { GenerationOrder, StartResult } from './intake/start-generation.ts';
export type { IntakeLimits, Refusal } from './intake/limits.ts';
export { createWordListModeration } from './intake/moderation.ts';
export type { Moderate, ModerationVerdict } from './intake/moderation.ts';
export { estimateDuration, queuePosition } from './intake/queue-position.ts';
export type { DurationEstimate } from './intake/queue-position.ts';
export { createBreaker, openBreakers } from './provider/breaker.ts';
export type { Breaker, BreakerOptions, OpenBreaker } from './provider/breaker.ts';
export { createLimiterStore } from './provider/limiter-store.ts';
export { checkGenerations } from './care/check-generations.ts';
export type { GenerationProblem, GenerationProblemCode } from './care/check-generations.ts';
export { formatReconciliation, reconcile } from './care/reconcile.ts';
export type { Reconciliation, ReconcileOptions } from './care/reconcile.ts';
export { deleteExpired, forgetPerson } from './care/retention.ts';
export type { Deleted, RetentionOptions } from './care/retention.ts';
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
export { InfrastructureError } from './worker/infrastructure.ts';
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
