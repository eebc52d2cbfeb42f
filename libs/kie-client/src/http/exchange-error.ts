import { explainCode } from '../api/refusal.ts';
import { isPassing } from '../errors/passing.ts';
import { KieAbortError } from '../errors/kie-abort-error.ts';
import { KieError, type KieErrorFields } from '../errors/kie-error.ts';
import type { Outcome } from '../errors/codes.ts';
import type { Operation } from '../observe.ts';
import { redact } from '../redact.ts';
import type { TaskRef } from '../task.ts';
import { isRecord } from './envelope.ts';
import type { Exchange } from './exchange.ts';

/** What the error should know besides the exchange. */
export interface ErrorContext {
  readonly operation: Operation;
  readonly apiKey: string;
  readonly timeoutMs: number;
  /** What the caller sent: a refusal may quote it, the error must not. */
  readonly input?: unknown;
  /** Only for what pays. */
  readonly outcome?: Outcome | undefined;
  readonly ref?: TaskRef | undefined;
}

const UNKNOWN_OUTCOME =
  'KIE may have made and billed a task. Do not send it again before you looked: https://kie.ai/logs lists the tasks, and a callback names them.';

/** Turns an exchange without a usable answer into an error. */
export function errorOfExchange(result: Exchange, context: ErrorContext): KieError {
  const { operation, outcome, ref } = context;
  if (result.kind === 'aborted') {
    return new KieAbortError(withAdvice(`${operation} was aborted.`, outcome), { outcome, ref });
  }
  const [said, fields] = describe(result, context);
  const retryable = outcome !== 'unknown' && fields.retryable;
  return new KieError(withAdvice(said, outcome), { ...fields, retryable, outcome, ref });
}

function withAdvice(message: string, outcome: Outcome | undefined): string {
  return outcome === 'unknown' ? `${message} ${UNKNOWN_OUTCOME}` : message;
}

function describe(result: Exchange, context: ErrorContext): readonly [string, KieErrorFields] {
  const { operation } = context;
  switch (result.kind) {
    case 'envelope': {
      const { code: kieCode, msg } = result.envelope;
      const { code, category, advice } = explainCode(kieCode, msg);
      // With an unknown outcome there is but one advice, and it comes at the end.
      const todo = context.outcome === 'unknown' ? '' : ` ${advice}`;
      const text = redact(msg, context.apiKey, [context.input, inputIn(result.envelope.data)]) || 'no text';
      return [
        `KIE answered ${operation} with code ${kieCode}: ${text}${/[.!?~]$/.test(text) ? '' : '.'}${todo}`,
        { code, category, retryable: isPassing(category), kieCode, ...metaOf(result) },
      ];
    }
    case 'unusable':
      return describeUnusable(result, operation);
    case 'not_connected':
      return [
        `${operation} could not connect to KIE${detailOf(result)}; nothing was sent. Check the network and the base URL.`,
        { code: 'connection_failed', category: 'network', retryable: true },
      ];
    case 'lost':
      return [
        `${operation} lost the connection to KIE before the answer was complete${detailOf(result)}.`,
        { code: 'connection_lost', category: 'network', retryable: true },
      ];
    default:
      return [
        `${operation} got no complete answer within ${context.timeoutMs} ms.`,
        { code: 'request_timeout', category: 'timeout', retryable: true },
      ];
  }
}

function describeUnusable(
  result: Extract<Exchange, { kind: 'unusable' }>,
  operation: Operation,
): readonly [string, KieErrorFields] {
  const { httpStatus } = result;
  const meta = metaOf(result);
  if (httpStatus === 429) {
    return [
      `KIE answered ${operation} with HTTP 429: too many requests. Try again later.`,
      { code: 'rate_limited', category: 'rate_limit', retryable: true, ...meta },
    ];
  }
  if (result.what === 'a redirect') {
    return [
      `KIE answered ${operation} with a redirect (HTTP ${httpStatus}), which is never followed. Check the base URL.`,
      { code: 'redirect_refused', category: 'unknown', retryable: false, ...meta },
    ];
  }
  // A 200 without a usable body is a lost answer in other clothes; a 403 page will be the same next time.
  const passing = httpStatus >= 500 || httpStatus < 300;
  return [
    `KIE answered ${operation} with HTTP ${httpStatus} and ${result.what} where JSON was expected.`,
    { code: 'malformed_response', category: passing ? 'provider' : 'unknown', retryable: passing, ...meta },
  ];
}

/** What a status answer repeats of the task's input. */
function inputIn(data: unknown): unknown {
  return isRecord(data) ? [data['param'], data['paramJson']] : undefined;
}

function metaOf(result: { readonly httpStatus: number; readonly requestId?: string | undefined }): {
  httpStatus: number;
  requestId: string | undefined;
} {
  return { httpStatus: result.httpStatus, requestId: result.requestId };
}

function detailOf(result: { readonly detail?: string | undefined }): string {
  return result.detail === undefined ? '' : ` (${result.detail})`;
}
