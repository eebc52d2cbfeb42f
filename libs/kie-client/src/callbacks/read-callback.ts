import { KieError } from '../errors/kie-error.ts';
import { isRecord } from '../http/envelope.ts';
import { invalidArgument } from '../errors/invalid-argument.ts';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER, verify } from './signature.ts';

/** Headers of a Web `Request`, or of Node's `IncomingMessage`. */
export type CallbackHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** A request that came to your callback URL. */
export interface CallbackRequest {
  readonly headers: CallbackHeaders;
  /** The body as it came, before any JSON parser. At most 1 MiB. */
  readonly rawBody: string | Uint8Array;
}

/** For {@link readCallback}. */
export interface ReadCallbackOptions {
  /** The `webhookHmacKey` of kie.ai/settings; two while you change it. Empty: nothing can be checked. */
  readonly keys: readonly string[];
  /** How far KIE's clock and yours may be apart. Default 300 000 ms. */
  readonly toleranceMs?: number;
  /** Epoch milliseconds; default: the machine's clock. */
  readonly now?: number;
}

/** All that a callback can be trusted for. */
export interface Callback {
  readonly taskId: string;
  /**
   * `valid`: KIE named this task id at this time. `absent`: no signature, or no key to check it. `invalid`: a wrong or
   * old signature; answer 401.
   */
  readonly signature: 'valid' | 'absent' | 'invalid';
}

const MAX_BODY = 1024 * 1024;

/**
 * Reads which task a callback is about. It gives nothing else of the body on purpose: KIE signs the task id and the time
 * only, so the rest can be forged even when the signature is valid. Take it as a hint and ask `getTaskStatus`. Expect
 * the same callback twice, late, or never.
 *
 * @throws KieError `invalid_callback` when the body is no callback
 * @example
 * ```ts
 * import { readCallback, type KieClient } from '@kie/client';
 *
 * export async function onCallback(request: Request, kie: KieClient, key: string): Promise<Response> {
 *   const rawBody = await request.text();
 *   const { taskId, signature } = await readCallback({ headers: request.headers, rawBody }, { keys: [key] });
 *   if (signature !== 'valid') return new Response(null, { status: 401 });
 *   console.log(await kie.getTaskStatus(taskId));
 *   return Response.json({ status: 'received' });
 * }
 * ```
 */
export async function readCallback(
  request: CallbackRequest,
  options: ReadCallbackOptions,
): Promise<Callback> {
  if (options.keys.some((key) => typeof key !== 'string' || key === '')) {
    throw invalidArgument('readCallback: a key in keys is empty. Leave keys empty when you have none.');
  }
  const taskId = readTaskId(request.rawBody);
  const timestamp = headerOf(request.headers, TIMESTAMP_HEADER);
  const signature = headerOf(request.headers, SIGNATURE_HEADER);
  if (options.keys.length === 0 || (timestamp === undefined && signature === undefined)) {
    return { taskId, signature: 'absent' };
  }
  const seconds = timestamp !== undefined && /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : undefined;
  if (seconds === undefined || signature === undefined) return { taskId, signature: 'invalid' };
  const inTime = Math.abs((options.now ?? Date.now()) - seconds * 1000) <= (options.toleranceMs ?? 300_000);
  const genuine = await verify(options.keys, taskId, seconds, signature);
  return { taskId, signature: inTime && genuine ? 'valid' : 'invalid' };
}

/** KIE's products put the id in three places. Two that differ are a trap: the signature is about one of them only. */
function readTaskId(rawBody: string | Uint8Array): string {
  if (rawBody.length > MAX_BODY) throw invalidCallback(`The body is larger than ${MAX_BODY} bytes.`);
  let body: unknown;
  try {
    body = JSON.parse(typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody));
  } catch {
    throw invalidCallback('The body is not JSON. Pass the raw body, not a parsed one.');
  }
  const top = isRecord(body) ? body : {};
  const data = isRecord(top['data']) ? top['data'] : {};
  const ids = new Set(
    [data['taskId'], data['task_id'], top['taskId']].filter(
      (id) => id !== undefined && id !== null && id !== '',
    ),
  );
  const [id] = ids;
  if (ids.size > 1) throw invalidCallback('The body names two different task ids.');
  if (typeof id === 'string' && /^[\w.:-]{1,200}$/.test(id)) return id;
  throw invalidCallback('The body names no task id.');
}

function headerOf(headers: CallbackHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const entry = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof entry === 'string' ? entry : entry?.[0];
}

function invalidCallback(message: string): KieError {
  return new KieError(`This is no KIE callback. ${message}`, {
    code: 'invalid_callback',
    category: 'validation',
    retryable: false,
  });
}
