import { settleOnAbort } from '../abort.ts';
import type { Operation } from '../observe.ts';
import type { Ky, Settings } from '../options.ts';
import { readEnvelope, type Envelope, type Unusable } from './envelope.ts';
import { readNetworkFailure } from './network-failure.ts';

/** One request to the API or the upload host. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST';
  /** Below the base URL, with a leading slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** JSON text or a form. */
  readonly body?: string | FormData;
}

/** How to send an {@link ApiRequest}. */
export interface ExchangeOptions {
  readonly operation: Operation;
  readonly attempt: number;
  readonly signal?: AbortSignal | undefined;
  readonly host?: 'api' | 'upload';
}

/** What an answer said besides its body. */
export interface AnswerMeta {
  readonly httpStatus: number;
  readonly retryAfter?: string | undefined;
  readonly requestId?: string | undefined;
}

/** How one request ended. */
export type Exchange =
  | ({ readonly kind: 'envelope'; readonly envelope: Envelope } & AnswerMeta)
  | ({ readonly kind: 'unusable'; readonly what: Unusable | 'a redirect' } & AnswerMeta)
  | { readonly kind: 'aborted' | 'timed_out' }
  | { readonly kind: 'not_connected' | 'lost'; readonly detail?: string | undefined };

/**
 * Sends a request exactly once and tells how it ended; never throws. ky does the request, its time-out and that of the
 * body. Whether to try again is decided above, where the envelope and the price of a second try are known.
 */
export async function exchange(
  settings: Settings,
  request: ApiRequest,
  options: ExchangeOptions,
): Promise<Exchange> {
  const { operation, attempt } = options;
  const event = { operation, method: request.method, path: request.path, attempt };
  const started = settings.clock.now();
  settings.observer.request(event);
  const result = await send(settings, request, options);
  settings.observer.response({
    ...event,
    durationMs: settings.clock.now() - started,
    ...('httpStatus' in result && { httpStatus: result.httpStatus }),
    ...(result.kind === 'envelope' && { kieCode: result.envelope.code }),
    ...('requestId' in result && result.requestId !== undefined && { requestId: result.requestId }),
  });
  return result;
}

async function send(settings: Settings, request: ApiRequest, options: ExchangeOptions): Promise<Exchange> {
  const { signal } = options;
  if (signal?.aborted) return { kind: 'aborted' };
  const upload = options.host === 'upload';
  const ky = await loaded(settings, signal);
  if (!ky) return { kind: signal?.aborted ? 'aborted' : 'not_connected' };
  const timeout = upload ? settings.uploadTimeoutMs : settings.requestTimeoutMs;
  try {
    const pending = ky(urlOf(upload ? settings.uploadBaseUrl : settings.baseUrl, request), {
      method: request.method,
      headers: headersFor(settings.apiKey, request),
      fetch: settings.fetch,
      retry: 0,
      timeout,
      totalTimeout: timeout,
      throwHttpErrors: false,
      // Never followed: a redirect would carry the key to another host. ('error' does not exist in worker runtimes.)
      redirect: 'manual',
      ...(request.body !== undefined && { body: request.body }),
      ...(signal && { signal }),
    });
    const response = await settleOnAbort(pending, signal);
    const meta = {
      httpStatus: response.status,
      retryAfter: response.headers.get('retry-after') ?? undefined,
      requestId: response.headers.get('cf-ray') ?? undefined,
    };
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      await response.body?.cancel();
      return { kind: 'unusable', what: 'a redirect', ...meta };
    }
    const envelope = readEnvelope(await settleOnAbort(pending.text(), signal));
    return typeof envelope === 'string'
      ? { kind: 'unusable', what: envelope, ...meta }
      : { kind: 'envelope', envelope, ...meta };
  } catch (error) {
    if (signal?.aborted) return { kind: 'aborted' };
    if (error instanceof Error && error.name === 'TimeoutError') return { kind: 'timed_out' };
    const { neverConnected, detail } = readNetworkFailure(error);
    return { kind: neverConnected ? 'not_connected' : 'lost', detail };
  }
}

/** ky is loaded with the first request, so that an import of this package costs next to nothing. */
async function loaded(settings: Settings, signal: AbortSignal | undefined): Promise<Ky | undefined> {
  try {
    return await settleOnAbort(settings.loadKy(), signal);
  } catch {
    return undefined;
  }
}

function headersFor(apiKey: string, request: ApiRequest): Record<string, string> {
  return {
    accept: 'application/json',
    authorization: `Bearer ${apiKey}`,
    // A form brings its own type, with the boundary.
    ...(typeof request.body === 'string' && { 'content-type': 'application/json' }),
  };
}

/** Built from the configured base and a constant path, so that no input can lead to another host. */
function urlOf(base: URL, request: ApiRequest): string {
  const query = new URLSearchParams(request.query).toString();
  return `${base.href.replace(/\/+$/, '')}${request.path}${query && `?${query}`}`;
}
