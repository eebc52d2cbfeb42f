import { isRateLimit } from '../api/refusal.ts';
import { KieAbortError } from '../errors/kie-abort-error.ts';
import type { KieError } from '../errors/kie-error.ts';
import type { LimitedKind } from '../limiter.ts';
import type { Operation } from '../observe.ts';
import type { Settings } from '../options.ts';
import type { TaskRef } from '../task.ts';
import { exchange, type ApiRequest, type Exchange } from './exchange.ts';
import { errorOfExchange } from './exchange-error.ts';
import type { Envelope } from './envelope.ts';
import { waitForTurn } from './limiter-turn.ts';
import { retryDelay } from './retry-timing.ts';

/** How to make a call that costs nothing. */
export interface FreeCallOptions {
  readonly operation: Operation;
  readonly signal?: AbortSignal | undefined;
  readonly host?: 'api' | 'upload';
  /** Further tries; default: the client's setting. */
  readonly attempts?: number;
  /** The limiter's budget that it spends. */
  readonly limited?: LimitedKind;
  readonly ref?: TaskRef;
  readonly input?: unknown;
  /** Takes an envelope other than code 200 as an answer. */
  readonly accepts?: (envelope: Envelope) => boolean;
}

/** Makes a call that may be repeated without harm, and repeats it on 5xx, lost connections, time-outs and rate limits. */
export async function callFree(
  settings: Settings,
  request: ApiRequest,
  options: FreeCallOptions,
): Promise<Envelope> {
  const attempts = options.attempts ?? settings.attempts;
  for (let attempt = 1; ; attempt += 1) {
    const result = await exchangeInTurn(settings, request, options, attempt);
    if (result.kind === 'envelope' && (result.envelope.code === 200 || options.accepts?.(result.envelope))) {
      return result.envelope;
    }
    const error = errorOfExchange(result, {
      operation: options.operation,
      apiKey: settings.apiKey,
      timeoutMs: options.host === 'upload' ? settings.uploadTimeoutMs : settings.requestTimeoutMs,
      input: options.input,
      ref: options.ref,
    });
    if (attempt > attempts || !isWorthAnotherTry(result, error)) throw error;
    const delayMs = retryDelay({
      attempt,
      retryAfter: 'retryAfter' in result ? result.retryAfter : undefined,
      maxRetryAfterMs: settings.maxRetryAfterMs,
      now: settings.clock.now(),
      random: settings.random,
    });
    const { operation } = options;
    settings.observer.retry({
      operation,
      method: request.method,
      path: request.path,
      attempt,
      delayMs,
      code: error.code,
    });
    await settings.clock.sleep(delayMs, options.signal).catch(() => {
      throw new KieAbortError(`${operation} was aborted.`, { ref: options.ref });
    });
  }
}

async function exchangeInTurn(
  settings: Settings,
  request: ApiRequest,
  options: FreeCallOptions,
  attempt: number,
): Promise<Exchange> {
  if (options.limited && !(await waitForTurn(settings, options.limited, options.operation, options.signal))) {
    return { kind: 'aborted' };
  }
  const result = await exchange(settings, request, { ...options, attempt });
  if (options.limited && saysTooMany(result)) settings.limiter.penalize?.(options.limited);
  return result;
}

/** Whether KIE refused the request as one too many, by HTTP status or in the envelope. */
export function saysTooMany(result: Exchange): boolean {
  if (result.kind === 'envelope') return isRateLimit(result.envelope.code);
  return result.kind === 'unusable' && result.httpStatus === 429;
}

function isWorthAnotherTry(result: Exchange, error: KieError): boolean {
  if (result.kind === 'envelope') {
    return saysTooMany(result) || result.httpStatus >= 500 || [408, 500, 501].includes(result.envelope.code);
  }
  return error.retryable;
}
