import type { CallOptions } from '../client.ts';
import { KieError, isKieError } from '../errors/kie-error.ts';
import { retryDelay } from '../http/retry-timing.ts';
import { checkedNumber } from '../errors/invalid-argument.ts';
import type { Settings } from '../options.ts';
import { tooLarge } from './collect.ts';
import { aborted, discard, eventOf, fetchFile } from './fetch-file.ts';
import { guardBody } from './guard-body.ts';
import { checkedFileUrl } from './hosts.ts';

/** For `download`. */
export interface DownloadOptions extends CallOptions {
  /** Ends the download when it gets larger. Default 536 870 912 (512 MiB). */
  readonly maxBytes?: number | undefined;
  /** Called for every piece that arrives. */
  readonly onProgress?: ((progress: { readonly bytes: number; readonly total?: number }) => void) | undefined;
}

/** A file on its way. Read it once: by `stream`, `bytes()` or `blob()`. */
export interface Download {
  /** Fails with a `KieError` when it is too large, breaks off, or stalls. */
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly mimeType?: string;
  /** The size KIE announced, in bytes. */
  readonly size?: number;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  blob(): Promise<Blob>;
}

const MAX_BYTES = 512 * 1024 * 1024;

/** Starts a download; repeats the start, not the body, on 5xx, lost connections and time-outs. */
export async function download(
  settings: Settings,
  value: string | URL,
  options: DownloadOptions,
): Promise<Download> {
  const maxBytes = checkedNumber('maxBytes', options.maxBytes ?? MAX_BYTES, 1, Number.MAX_SAFE_INTEGER);
  const url = checkedFileUrl(settings, value);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await fetchFile(settings, url, attempt, options.signal);
      return await toDownload(settings, response, maxBytes, options);
    } catch (error) {
      if (!isKieError(error) || !error.retryable || error.code === 'aborted' || attempt > settings.attempts)
        throw error;
      const { clock, maxRetryAfterMs, random } = settings;
      const delayMs = retryDelay({ attempt, maxRetryAfterMs, now: clock.now(), random });
      settings.observer.retry({ ...eventOf(url, attempt), delayMs, code: error.code });
      await clock.sleep(delayMs, options.signal).catch(() => {
        throw aborted();
      });
    }
  }
}

async function toDownload(
  settings: Settings,
  response: Response,
  maxBytes: number,
  options: DownloadOptions,
): Promise<Download> {
  const { status: httpStatus, body } = response;
  if (!response.ok || !body) {
    await discard(response);
    throw new KieError(
      httpStatus === 404 || httpStatus === 410 || httpStatus === 403
        ? `The file is not there (HTTP ${httpStatus}). KIE keeps results for some days only.`
        : `The file could not be fetched (HTTP ${httpStatus}).`,
      {
        code: httpStatus >= 500 ? 'provider_error' : 'not_found',
        category: httpStatus >= 500 ? 'provider' : 'not_found',
        retryable: httpStatus >= 500,
        httpStatus,
      },
    );
  }
  // A compressed body arrives longer than it was announced.
  const announced = response.headers.has('content-encoding') ? null : response.headers.get('content-length');
  const size = announced === null ? undefined : Number(announced);
  if (size !== undefined && size > maxBytes) {
    await discard(response);
    throw tooLarge(maxBytes);
  }
  const mimeType = response.headers.get('content-type')?.split(';', 1)[0]?.trim();
  const stream = guardBody(body, {
    clock: settings.clock,
    maxBytes,
    stallMs: settings.requestTimeoutMs,
    signal: options.signal,
    size,
    onProgress: options.onProgress,
  });
  return {
    stream,
    ...(mimeType && { mimeType }),
    ...(size !== undefined && { size }),
    bytes: async () => new Uint8Array(await new Response(stream).arrayBuffer()),
    blob: async () => new Blob([await new Response(stream).arrayBuffer()], { type: mimeType ?? '' }),
  };
}
