import { settleOnAbort } from '../abort.ts';
import { KieAbortError } from '../errors/kie-abort-error.ts';
import { KieError } from '../errors/kie-error.ts';
import { readNetworkFailure } from '../http/network-failure.ts';
import type { RequestEvent } from '../observe.ts';
import type { Settings } from '../options.ts';
import { parseUrl } from '../url.ts';
import { checkedFileUrl } from './hosts.ts';

const MAX_REDIRECTS = 5;

/**
 * Asks for a file, and follows redirects one by one: each host is checked before it hears from us. The key is not sent.
 * Resolves to the answer whatever its status is.
 */
export async function fetchFile(
  settings: Settings,
  first: URL,
  attempt: number,
  signal: AbortSignal | undefined,
): Promise<Response> {
  let url = first;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const response = await fetchOnce(settings, url, signal, attempt);
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) {
      return response;
    }
    await discard(response);
    const next = parseUrl(location, url);
    if (!next) break;
    url = checkedFileUrl(settings, next);
  }
  throw new KieError('The download was redirected too often, or nowhere.', {
    code: 'redirect_refused',
    category: 'provider',
    retryable: false,
  });
}

async function fetchOnce(
  settings: Settings,
  url: URL,
  signal: AbortSignal | undefined,
  attempt: number,
): Promise<Response> {
  if (signal?.aborted) throw aborted();
  const event = eventOf(url, attempt);
  const started = settings.clock.now();
  settings.observer.request(event);
  try {
    const response = await settleOnAbort(
      settings.loadKy().then((ky) =>
        ky(url, {
          fetch: settings.fetch,
          retry: 0,
          timeout: settings.requestTimeoutMs,
          throwHttpErrors: false,
          redirect: 'manual',
          ...(signal && { signal }),
        }),
      ),
      signal,
    );
    const durationMs = settings.clock.now() - started;
    settings.observer.response({ ...event, durationMs, httpStatus: response.status });
    return response;
  } catch (error) {
    settings.observer.response({ ...event, durationMs: settings.clock.now() - started });
    if (signal?.aborted) throw aborted();
    throw networkError(error, settings.requestTimeoutMs);
  }
}

/** Lets go of an answer whose body nobody will read. */
export async function discard(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => undefined);
}

/** A download as hooks and logs see it. */
export function eventOf(url: URL, attempt: number): RequestEvent {
  // The path of a result names the account or the task; the host is enough to watch.
  return { operation: 'download', method: 'GET', path: url.host, attempt };
}

function networkError(error: unknown, timeoutMs: number): KieError {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new KieError(`The download did not start within ${timeoutMs} ms.`, {
      code: 'request_timeout',
      category: 'timeout',
      retryable: true,
    });
  }
  const { neverConnected, detail } = readNetworkFailure(error);
  return new KieError(`The download could not be started${detail === undefined ? '' : ` (${detail})`}.`, {
    code: neverConnected ? 'connection_failed' : 'connection_lost',
    category: 'network',
    retryable: true,
  });
}

/** The error of an aborted download. */
export function aborted(): KieAbortError {
  return new KieAbortError('The download was aborted.');
}
