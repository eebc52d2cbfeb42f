import type { ApiAdapter } from '../api/adapter.ts';
import { adapterForModel } from '../api/adapters.ts';
import { isRefusal } from '../api/refusal.ts';
import type { CreateTaskOptions } from '../client.ts';
import type { Outcome } from '../errors/codes.ts';
import { KieAbortError } from '../errors/kie-abort-error.ts';
import { KieError, isKieError } from '../errors/kie-error.ts';
import { isRecord, readText, type Envelope } from '../http/envelope.ts';
import { exchange, type ApiRequest, type Exchange } from '../http/exchange.ts';
import { errorOfExchange } from '../http/exchange-error.ts';
import { saysTooMany } from '../http/free-call.ts';
import { waitForTurn } from '../http/limiter-turn.ts';
import { retryDelay } from '../http/retry-timing.ts';
import { invalidArgument } from '../errors/invalid-argument.ts';
import type { Settings } from '../options.ts';
import type { TaskApi, TaskRef } from '../task.ts';
import { isWebUrl, parseUrl } from '../url.ts';
import { findFile } from './find-file.ts';

/**
 * Buys a task. KIE has no idempotency key, so a second POST is a second purchase. The request is sent again only after
 * an answer that says "too many requests": then it certainly made nothing. Everything else ends in an error whose
 * `outcome` says what is known.
 */
export async function createTask(
  settings: Settings,
  model: string,
  payload: unknown,
  options: CreateTaskOptions,
): Promise<TaskRef> {
  const adapter = adapterForModel(settings.apis, model);
  // Turned into text once, before any waiting: a change to the payload afterwards cannot ride along.
  const request = buildRequest(adapter, model, payload, options.callbackUrl);
  if ('ref' in request) return request.ref;
  const { clock, limiter, observer } = settings;
  let budgetEnds: number | undefined;
  let broken = 0;
  // Only with retry.create: a try that may have made a task. No later answer makes that certain again.
  let doubt: KieError | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const result = await exchangeInTurn(settings, request, attempt, options.signal).catch(
      (error: unknown) => {
        throw doubt ? inDoubt(error, doubt) : error;
      },
    );
    const created = result.kind === 'envelope' ? taskIdOf(result.envelope) : undefined;
    const ref = created === undefined ? undefined : { taskId: created, api: adapter.api as TaskApi, model };
    if (ref && result.kind === 'envelope' && result.envelope.code === 200) return ref;
    const error = errorOfCreate(settings, result, payload, ref);
    const limited = error.outcome === 'refused' && saysTooMany(result);
    const repeats = settings.createAfter5xx && !ref && isServerError(result) && broken < settings.attempts;
    if (repeats) {
      broken += 1;
      doubt = error;
    }
    if (!limited && !repeats) throw doubt ? inDoubt(error, doubt) : error;

    if (limited) limiter.penalize?.('create');
    const now = clock.now();
    budgetEnds ??= now + settings.rateLimitBudgetMs;
    const delayMs = retryDelay({
      attempt,
      retryAfter: 'retryAfter' in result ? result.retryAfter : undefined,
      maxRetryAfterMs: settings.maxRetryAfterMs,
      now,
      random: settings.random,
    });
    if (now + delayMs > budgetEnds) throw doubt ?? error;
    const { path } = request;
    observer.retry({ operation: 'createTask', method: 'POST', path, attempt, delayMs, code: error.code });
    await clock.sleep(delayMs, options.signal).catch(() => {
      throw doubt ? inDoubt(abortedHere(), doubt) : abortedHere();
    });
  }
}

/** What to tell when an earlier try may have made a task: never that nothing was bought. */
function inDoubt(error: unknown, doubt: KieError): unknown {
  if (!isKieError(error) || error.outcome === 'unknown') return error;
  if (error.code !== 'aborted') return doubt;
  return new KieAbortError(`createTask was aborted. Before that: ${doubt.message}`, { outcome: 'unknown' });
}

function isServerError(result: Exchange): boolean {
  if (result.kind === 'envelope') return result.httpStatus >= 500 || result.envelope.code === 500;
  return result.kind === 'unusable' && result.httpStatus >= 500;
}

function buildRequest(
  adapter: ApiAdapter,
  model: string,
  payload: unknown,
  callbackUrl: string | undefined,
): ReturnType<ApiAdapter['create']> {
  if (typeof model !== 'string' || model.trim() === '') {
    throw invalidArgument('createTask needs a model id, such as "z-image".');
  }
  if (!isRecord(payload)) {
    throw invalidArgument(`The payload for '${model}' must be an object with the fields of the model.`);
  }
  if (callbackUrl !== undefined && !isWebUrl(parseUrl(callbackUrl))) {
    throw invalidArgument('callbackUrl must be an absolute http(s) URL that KIE can reach.');
  }
  const file = findFile(payload);
  if (file !== undefined) {
    throw invalidArgument(
      `The payload for '${model}' holds a file at '${file}'. KIE takes URLs: pass the url that uploadFile returns.`,
    );
  }
  try {
    return adapter.create({ model, payload, callbackUrl });
  } catch (error) {
    if (isKieError(error)) throw error;
    throw invalidArgument(`The payload for '${model}' cannot be written as JSON (a cycle, or a BigInt).`);
  }
}

async function exchangeInTurn(
  settings: Settings,
  request: ApiRequest,
  attempt: number,
  signal: AbortSignal | undefined,
): Promise<Exchange> {
  if (!(await waitForTurn(settings, 'create', 'createTask', signal))) throw abortedHere();
  return exchange(settings, request, { operation: 'createTask', attempt, signal });
}

function abortedHere(): KieAbortError {
  return new KieAbortError('createTask was aborted before anything was sent.', { outcome: 'not_sent' });
}

function taskIdOf(envelope: Envelope): string | undefined {
  return isRecord(envelope.data)
    ? (readText(envelope.data['taskId']) ?? readText(envelope.data['task_id']))
    : undefined;
}

function errorOfCreate(
  settings: Settings,
  result: Exchange,
  input: unknown,
  ref: TaskRef | undefined,
): KieError {
  const outcome = outcomeOf(result, ref);
  if (result.kind === 'envelope' && result.envelope.code === 200) {
    return new KieError(
      'KIE accepted the task but named no task id. It may be billed: look at https://kie.ai/logs before you send it again.',
      {
        code: 'no_task_id',
        category: 'provider',
        retryable: false,
        outcome,
        kieCode: 200,
        httpStatus: result.httpStatus,
        requestId: result.requestId,
      },
    );
  }
  return errorOfExchange(result, {
    operation: 'createTask',
    apiKey: settings.apiKey,
    timeoutMs: settings.requestTimeoutMs,
    input,
    outcome,
    ref,
  });
}

function outcomeOf(result: Exchange, ref: TaskRef | undefined): Outcome {
  if (result.kind === 'not_connected') return 'not_sent';
  // An error code beside a task id contradicts itself: a task may exist, and the error carries its ref.
  if (ref) return 'unknown';
  if (result.kind === 'envelope') return isRefusal(result.envelope.code) ? 'refused' : 'unknown';
  return saysTooMany(result) ? 'refused' : 'unknown';
}
