import type { CallOptions } from './client.ts';
import { KieError } from './errors/kie-error.ts';
import { readNumber, readText } from './http/envelope.ts';
import { parseUrl } from './url.ts';
import { callFree } from './http/free-call.ts';
import { invalidArgument } from './errors/invalid-argument.ts';
import type { Settings } from './options.ts';

/** Reads the balance. */
export async function getCredits(settings: Settings, options: CallOptions): Promise<number> {
  const request = { method: 'GET', path: '/api/v1/chat/credit' } as const;
  const { data } = await callFree(settings, request, { operation: 'getCredits', signal: options.signal });
  return readNumber(data) ?? unreadable('balance');
}

/** Asks for a download link. */
export async function getDownloadUrl(
  settings: Settings,
  url: string | URL,
  options: CallOptions,
): Promise<string> {
  const href = parseUrl(url)?.href;
  if (href === undefined) throw invalidArgument('getDownloadUrl needs the absolute URL of a result.');
  const request = {
    method: 'POST',
    path: '/api/v1/common/download-url',
    body: JSON.stringify({ url: href }),
  } as const;
  const { data } = await callFree(settings, request, {
    operation: 'getDownloadUrl',
    signal: options.signal,
    input: href,
  });
  return readText(data) ?? unreadable('link');
}

function unreadable(what: string): never {
  throw new KieError(`KIE's answer has no ${what} in it. Try again later.`, {
    code: 'malformed_response',
    category: 'provider',
    retryable: true,
    kieCode: 200,
  });
}
