import type { Queryable } from '@kie/database';
import type { MediaStore } from '@kie/media-store';
import type { Registry } from '@kie/registry';
import type { Clock, Logger } from '@kie/service-kit';
import type { GenerationHandlerPort } from '../handler-port.ts';
import type { BreakerOptions } from '../provider/breaker.ts';
import type { WakeListener, WakeUps } from '../queue/wake-ups.ts';
import type { CrashPoint } from '../steps/context.ts';

export interface GenerationWorkerOptions {
  readonly database: Queryable;
  /** Without `listen` the worker lives by its sweeps alone. */
  readonly wakeUps: WakeUps & Partial<WakeListener>;
  /** `createGenerationHandler` of `@kie/universal-handler`. */
  readonly handler: GenerationHandlerPort;
  readonly registry: Pick<Registry, 'get'>;
  readonly mediaStore: MediaStore;
  /** The bytes behind a `media:<id>` of an input. */
  readonly openInput: (mediaId: string) => Promise<Blob>;
  /** The public URL for KIE's callback, with `signCallback` in it. Absent: a lost answer is refunded at once. */
  readonly callbackUrl?: (generationId: string, attempt: number) => string;
  readonly logger: Logger;
  readonly clock?: Clock;

  /** Transport for results; replaces the guarded one, which checks the addresses behind names. */
  readonly fetch?: typeof fetch;
  /** Results come from these hosts and their subdomains only. Default: any public host. */
  readonly allowHosts?: readonly string[];
  /** Origins that may be http and private, for a local emulator. */
  readonly trustedOrigins?: readonly string[];
  /** Of one result file. Default 200 MB. */
  readonly maxResultBytes?: number;

  /** From the paid request to giving up, in ms, for all models or by model. Default 900000. */
  readonly timeoutMs?: number | ((modelId: string) => number);
  /** How long a generation may wait for KIE to take it. Default 900000. */
  readonly queueTimeoutMs?: number;
  /** Own credits per credit of KIE: captures less than the hold when KIE took less. Absent: captures the hold. */
  readonly creditMultiplier?: number;

  /** Tasks of one person at KIE at once; the others wait in the queue. Default 5. */
  readonly maxRunningPerUser?: number;
  /** Sends KIE's `nsfw_checker: true` to every model that has it. Default false. */
  readonly nsfwChecker?: boolean;
  /** When KIE, or a model, counts as down. */
  readonly breaker?: BreakerOptions;
  /** Generations submitted or stored at once. Default 10. */
  readonly concurrency?: number;
  /** Tasks looked at at once. Default 20. */
  readonly checkConcurrency?: number;
  /** The shortest pause between two looks at a task. Default 3000. */
  readonly pollMs?: number;
  /** First pause after a failed step. Default 2000. */
  readonly retryMs?: number;
  /** The longest pause between two looks for due rows. Default 1000. */
  readonly sweepMs?: number;
  /** A worker that is silent for so long is taken for dead. Default 15000. */
  readonly leaseMs?: number;
  /** How long `stop()` waits for steps in hand before it cuts off those that can be cut. Default 20000. */
  readonly drainMs?: number;
  /** Claims without a change of state after which a generation is parked: given up, refunded, logged. Default 3. */
  readonly maxTries?: number;
  /** Failures of the database in a row that end `run()`. Default 5. */
  readonly maxInfrastructureErrors?: number;
  /** Names this worker in `locked_by`; must differ between workers. Default: random. */
  readonly ids?: () => string;
  /** For tests: told of each place where a crash is interesting. */
  readonly probe?: (point: CrashPoint, generationId: string) => void | Promise<void>;
}
