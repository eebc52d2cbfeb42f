import type { TaskRef } from '../task.ts';
import type { KieCategory, KieErrorCode, Outcome } from './codes.ts';

/** Lives in the global symbol registry, so that two copies of this package recognise each other's errors. */
const BRAND = Symbol.for('@kie/client/KieError');

/** Everything a {@link KieError} can say; only what is known is set on the error. */
export interface KieErrorFields {
  readonly code: KieErrorCode;
  readonly category: KieCategory;
  readonly retryable: boolean;
  readonly outcome?: Outcome | undefined;
  readonly kieCode?: number | undefined;
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  readonly ref?: TaskRef | undefined;
}

/** The plain JSON form of a {@link KieError}, fit for logs, queues and databases. */
export interface KieErrorJson {
  readonly name: string;
  readonly code: KieErrorCode;
  readonly message: string;
  readonly category: KieCategory;
  readonly retryable: boolean;
  readonly outcome?: Outcome;
  readonly kieCode?: number;
  readonly httpStatus?: number;
  readonly requestId?: string;
  readonly ref?: TaskRef;
}

/**
 * The base of every error this package throws. It holds no request, no response and no foreign `cause`, so logging
 * it cannot print the API key, a prompt or a signed URL.
 *
 * @example
 * ```ts
 * import { createKieClient, isKieError } from '@kie/client';
 *
 * const kie = createKieClient({ apiKey: process.env['KIE_API_KEY'] ?? '' });
 * try {
 *   await kie.getCredits();
 * } catch (error) {
 *   if (isKieError(error) && error.code === 'unauthorized') console.log('Check the API key.');
 *   else throw error;
 * }
 * ```
 */
export class KieError extends Error {
  override name: string = 'KieError';
  /** The stable word to switch on. */
  readonly code: KieErrorCode;
  /** Who has to act: the caller, the account owner, KIE, nobody. */
  readonly category: KieCategory;
  /** The same call may succeed later and cannot pay twice. `false` whenever the outcome is `unknown`. */
  readonly retryable: boolean;
  /** Set by everything that pays: `createTask`, `run`, and waits for a task. */
  declare readonly outcome?: Outcome;
  /** The `code` inside KIE's answer. KIE's HTTP status is 200 for most errors, so the two are kept apart. */
  declare readonly kieCode?: number;
  declare readonly httpStatus?: number;
  /** The id of the answer at KIE's edge (`cf-ray`), for support. */
  declare readonly requestId?: string;
  /** The task, when one is known to exist. */
  declare readonly ref?: TaskRef;

  constructor(message: string, fields: KieErrorFields) {
    super(message);
    this.code = fields.code;
    this.category = fields.category;
    this.retryable = fields.retryable;
    if (fields.outcome !== undefined) this.outcome = fields.outcome;
    if (fields.kieCode !== undefined) this.kieCode = fields.kieCode;
    if (fields.httpStatus !== undefined) this.httpStatus = fields.httpStatus;
    if (fields.requestId !== undefined) this.requestId = fields.requestId;
    if (fields.ref !== undefined) this.ref = fields.ref;
  }

  get [BRAND](): true {
    return true;
  }

  toJSON(): KieErrorJson {
    return {
      name: this.name,
      code: this.code,
      message: this.message,
      category: this.category,
      retryable: this.retryable,
      ...(this.outcome !== undefined && { outcome: this.outcome }),
      ...(this.kieCode !== undefined && { kieCode: this.kieCode }),
      ...(this.httpStatus !== undefined && { httpStatus: this.httpStatus }),
      ...(this.requestId !== undefined && { requestId: this.requestId }),
      ...(this.ref !== undefined && { ref: this.ref }),
    };
  }
}

/** Whether a caught value is a {@link KieError}, also one thrown by another installed copy of this package. */
export function isKieError(value: unknown): value is KieError {
  return typeof value === 'object' && value !== null && (value as { [BRAND]?: unknown })[BRAND] === true;
}
