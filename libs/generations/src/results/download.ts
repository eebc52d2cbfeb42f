import { ResultError } from './result-error.ts';
import { createPinnedGet } from './pinned-fetch.ts';
import type { PlainGet } from './pinned-fetch.ts';

export interface DownloadOptions {
  /** Replaces the transport, and with it the check of addresses behind names. */
  readonly fetch?: typeof fetch;
  /** Only these hosts and their subdomains, e.g. `['aiquickdraw.com']`. Default: every public host. */
  readonly allowHosts?: readonly string[];
  /** Origins that may be plain http and private: a local emulator. Of a longer URL its origin counts. Never take one from outside. */
  readonly trustedOrigins?: readonly string[];
  /** For one file, from the first byte sent to the last received. Default 120000. */
  readonly timeoutMs?: number;
}

/** The body of a result, with nothing read yet. Throws `ResultError`. */
export type Download = (
  url: string,
  options: { readonly signal: AbortSignal },
) => Promise<ReadableStream<Uint8Array>>;

const maxRedirects = 3;

/**
 * Makes the function that fetches results. The URLs come from outside, so: https on its usual port, no user name, public
 * addresses only, and each of at most three redirects is checked like the first URL. No URL appears in an error, it may
 * be signed.
 */
export function createDownload(options: DownloadOptions = {}): Download {
  const { allowHosts, timeoutMs = 120_000 } = options;
  const trusted = new Set((options.trustedOrigins ?? []).map((origin) => new URL(origin).origin));
  const custom = options.fetch;
  const plain: PlainGet = (url, { signal }) => (custom ?? fetch)(url, { signal, redirect: 'manual' });
  const guarded = custom ? plain : createPinnedGet();

  function checkUrl(text: string, base?: URL): { url: URL; get: PlainGet } {
    const url = URL.canParse(text, base?.href) ? new URL(text, base) : undefined;
    if (!url) throw refused('is not a URL');
    if (trusted.has(url.origin)) return { url, get: plain };
    if (url.protocol !== 'https:') throw refused(`is not https but ${url.protocol.slice(0, -1)}`);
    if (url.port !== '') throw refused(`has the port ${url.port}`);
    if (url.username !== '' || url.password !== '') throw refused('has a user name in it');
    const { hostname } = url;
    const allowed =
      !allowHosts || allowHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
    if (!allowed) throw refused(`is at ${hostname}, which is not on the list of hosts`);
    return { url, get: guarded };
  }

  return async (text, { signal }) => {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    let target = checkUrl(text);
    for (let redirects = 0; ; redirects += 1) {
      const response = await attempt(target.get, target.url, limited);
      const location =
        response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (location === null) return bodyOf(response);
      await response.body?.cancel();
      if (redirects === maxRedirects)
        throw refused(`leads on and on, through more than ${maxRedirects} redirects`);
      target = checkUrl(location, target.url);
    }
  };
}

function refused(what: string): ResultError {
  return new ResultError('result_refused', `The address of the result ${what}; it was not fetched.`, {
    final: true,
  });
}

async function attempt(get: PlainGet, url: URL, signal: AbortSignal): Promise<Response> {
  try {
    return await get(url, { signal });
  } catch (error) {
    if (error instanceof ResultError) throw error;
    throw new ResultError('result_unreachable', `The result at ${url.hostname} could not be fetched.`, {
      final: false,
    });
  }
}

function bodyOf(response: Response): ReadableStream<Uint8Array> {
  if (response.status === 200 && response.body) return response.body;
  void response.body?.cancel();
  const message = `The server of the result answered with status ${response.status}.`;
  throw new ResultError('result_unreachable', message, { final: false });
}
