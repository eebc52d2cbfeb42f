import type { Queryable } from '@kie/database';
import type { MediaStore } from '@kie/media-store';
import type { Registry } from '@kie/registry';
import type { Clock, Logger } from '@kie/service-kit';
import type { GenerationHandlerPort } from '../handler-port.ts';
import type { Breaker } from '../provider/breaker.ts';
import type { WakeUps } from '../queue/wake-ups.ts';
import type { Download } from '../results/download.ts';

/**
 * Places in a step where a process can die, from the claim on. A probe is told of each; tests end the process there.
 * `marked`: the mark is committed, the request has not left. `answered`: KIE has answered, nothing is saved.
 */
export type CrashPoint =
  | 'claimed'
  | 'prepared'
  | 'marked'
  | 'answered'
  | 'submitted'
  | 'checked'
  | 'storing'
  | 'stored'
  | 'settled';

/** How long things take, in milliseconds. */
export interface Timing {
  /** From the paid request to giving up. */
  timeoutMs(modelId: string): number;
  /** The shortest pause between two looks at a task. */
  readonly pollMs: number;
  /** First pause after something went wrong; it doubles. */
  readonly retryMs: number;
  /** How long a generation may wait for KIE to take it. */
  readonly queueTimeoutMs: number;
}

/** What every step works with. */
export interface StepContext {
  readonly db: Queryable;
  readonly wakeUps: WakeUps;
  readonly handler: GenerationHandlerPort;
  readonly registry: Pick<Registry, 'get'>;
  readonly mediaStore: MediaStore;
  openInput(mediaId: string): Promise<Blob>;
  readonly callbackUrl: ((generationId: string, attempt: number) => string) | undefined;
  readonly download: Download;
  /** For one file of a result. */
  readonly maxResultBytes: number;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly creditMultiplier: number | undefined;
  readonly maxRunningPerUser: number;
  readonly nsfwChecker: boolean;
  /** Claims without a change of state, after which a generation is taken out: it would break the next worker as well. */
  readonly maxTries: number;
  readonly breaker: Breaker;
  /** Fires when the worker gives up waiting at its stop. The paid request does not listen to it. */
  readonly signal: AbortSignal;
  probe(point: CrashPoint, generationId: string): void | Promise<void>;
}
