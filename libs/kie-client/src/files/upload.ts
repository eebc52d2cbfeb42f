import type { CallOptions } from '../client.ts';
import { KieAbortError } from '../errors/kie-abort-error.ts';
import { KieError, isKieError } from '../errors/kie-error.ts';
import { isRecord, readNumber, readText } from '../http/envelope.ts';
import type { ApiRequest } from '../http/exchange.ts';
import { callFree } from '../http/free-call.ts';
import { checkedNumber, invalidArgument } from '../errors/invalid-argument.ts';
import type { Settings } from '../options.ts';
import { collect, tooLarge } from './collect.ts';
import { sniff, SNIFF_BYTES, type SniffedType } from './sniff.ts';

/** What can be uploaded. A `URL` is fetched by KIE, so it must be public. For a path there is `fromPath` in `@kie/client/node`. */
export type UploadSource = Blob | Uint8Array | ReadableStream<Uint8Array> | Response | URL;

/** For `uploadFile`. */
export interface UploadOptions extends CallOptions {
  /**
   * Name of the stored file. Default: a random one. The same name in the same folder overwrites, and caches keep the
   * old file for a while.
   */
  readonly fileName?: string | undefined;
  /** Folder at KIE, without a slash at either end. Default `uploads`. */
  readonly uploadPath?: string | undefined;
  /** Default: what the first bytes say, then the type of the Blob or Response. */
  readonly mimeType?: string | undefined;
  /** Refuses a larger file before it is sent. Default 104 857 600 (100 MiB, about KIE's limit). */
  readonly maxBytes?: number | undefined;
}

/** A file at KIE. */
export interface UploadedFile {
  /** Put this into the payload. */
  readonly url: string;
  readonly fileName?: string;
  readonly bytes?: number;
  readonly mimeType?: string;
  /** Epoch milliseconds. */
  readonly uploadedAt?: number;
}

const MAX_BYTES = 100 * 1024 * 1024;

/** Stores a file at KIE. Free, so it is repeated on 5xx, lost connections and time-outs. */
export async function uploadFile(
  settings: Settings,
  source: UploadSource,
  options: UploadOptions,
): Promise<UploadedFile> {
  const maxBytes = checkedNumber('maxBytes', options.maxBytes ?? MAX_BYTES, 1, Number.MAX_SAFE_INTEGER);
  const uploadPath = checkedPath(options.uploadPath ?? 'uploads');
  const request =
    source instanceof URL
      ? urlRequest(source, uploadPath, options.fileName)
      : await fileRequest(source, uploadPath, maxBytes, options);
  const envelope = await callFree(settings, request, {
    operation: 'uploadFile',
    host: 'upload',
    signal: options.signal,
    input: source instanceof URL ? source.href : undefined,
  });
  return readUploaded(envelope.data);
}

function urlRequest(url: URL, uploadPath: string, fileName: string | undefined): ApiRequest {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw invalidArgument(
      `uploadFile takes http and https URLs, not '${url.protocol}'. For a path use fromPath().`,
    );
  }
  const body = { fileUrl: url.href, uploadPath, ...(fileName !== undefined && { fileName }) };
  return { method: 'POST', path: '/api/file-url-upload', body: JSON.stringify(body) };
}

async function fileRequest(
  source: unknown,
  uploadPath: string,
  maxBytes: number,
  options: UploadOptions,
): Promise<ApiRequest> {
  const blob = await toBlob(source, maxBytes, options.signal);
  if (blob.size === 0) throw invalidArgument('uploadFile got an empty file.');
  const type = await typeOf(blob, options.mimeType);
  const form = new FormData();
  form.set('uploadPath', uploadPath);
  const fileName = options.fileName ?? `${crypto.randomUUID()}.${type.extension}`;
  form.set('fileName', fileName);
  form.set('file', new Blob([blob], { type: type.mimeType }), fileName);
  return { method: 'POST', path: '/api/file-stream-upload', body: form };
}

/** Everything becomes a Blob of known size: it can be sent twice, and refused before the first byte leaves. */
async function toBlob(source: unknown, maxBytes: number, signal: AbortSignal | undefined): Promise<Blob> {
  if (source instanceof Blob) {
    if (source.size > maxBytes) throw tooLarge(maxBytes);
    return source;
  }
  if (source instanceof Uint8Array) {
    if (source.byteLength > maxBytes) throw tooLarge(maxBytes);
    return new Blob([new Uint8Array(source)]);
  }
  if (source instanceof Response) {
    if (!source.ok || !source.body) {
      throw invalidArgument(`uploadFile got a Response without a file (HTTP ${source.status}).`);
    }
    const blob = await drained(source.body, maxBytes, signal);
    return new Blob([blob], { type: source.headers.get('content-type') ?? '' });
  }
  if (source instanceof ReadableStream) return drained(source, maxBytes, signal);
  throw invalidArgument(
    typeof source === 'string'
      ? 'uploadFile never reads a string: pass new URL(address), or fromPath(path) from @kie/client/node.'
      : 'uploadFile takes a Blob, Uint8Array, ReadableStream, Response or URL.',
  );
}

async function drained(
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
  signal: AbortSignal | undefined,
): Promise<Blob> {
  try {
    return await collect(stream, maxBytes, signal);
  } catch (error) {
    if (isKieError(error)) throw error;
    if (signal?.aborted) throw new KieAbortError('uploadFile was aborted while it read the file.');
    throw invalidArgument('uploadFile could not read the stream to its end. Nothing was sent.');
  }
}

async function typeOf(blob: Blob, given: string | undefined): Promise<SniffedType> {
  const head = new Uint8Array(await blob.slice(0, SNIFF_BYTES).arrayBuffer());
  const sniffed = sniff(head);
  const declared = given ?? (sniffed ? sniffed.mimeType : blob.type.split(';', 1)[0]);
  const mimeType = declared === undefined || declared === '' ? 'application/octet-stream' : declared;
  const fromType = /^[a-z]+\/([a-z0-9]{2,5})$/.exec(mimeType)?.[1];
  return { mimeType, extension: sniffed?.extension ?? fromType ?? 'bin' };
}

function checkedPath(path: string): string {
  if (path !== '' && !/^\/|\/$|\.\./.test(path)) return path;
  throw invalidArgument(
    "uploadPath must be a folder such as 'images/user-uploads', without a slash at either end.",
  );
}

function readUploaded(data: unknown): UploadedFile {
  const record = isRecord(data) ? data : {};
  const url = readText(record['downloadUrl']) ?? readText(record['fileUrl']);
  if (url === undefined) {
    throw new KieError('KIE stored the file but its answer has no URL. Upload it again: that is free.', {
      code: 'malformed_response',
      category: 'provider',
      retryable: true,
      kieCode: 200,
    });
  }
  const fileName = readText(record['fileName']);
  const bytes = readNumber(record['fileSize']);
  const mimeType = readText(record['mimeType']);
  const uploadedAt = Date.parse(readText(record['uploadedAt']) ?? '');
  return {
    url,
    ...(fileName !== undefined && { fileName }),
    ...(bytes !== undefined && { bytes }),
    ...(mimeType !== undefined && { mimeType }),
    ...(!Number.isNaN(uploadedAt) && { uploadedAt }),
  };
}
