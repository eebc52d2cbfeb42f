import { createHash, timingSafeEqual } from 'node:crypto';
import type { Logger } from '@kie/service-kit';
import type { Inbox } from '../inbox/inbox.ts';
import { isUpdate } from '../inbox/update.ts';

export interface WebhookOptions {
  /** The `secret_token` given to setWebhook: 1 to 256 characters of A-Z, a-z, 0-9, _ and -. */
  readonly secret: string;
  readonly inbox: Inbox;
  readonly logger: Logger;
  /** Something new is in the inbox: `runner.kick`. */
  readonly onUpdate?: () => void;
  /** Default 1 MiB, far above any update. */
  readonly maxBytes?: number;
}

/**
 * Receives Telegram's webhook calls. 200 means: written down. A database that is away is a 503, on which Telegram
 * repeats the update; everything else that is wrong is a 4xx with the reason.
 *
 * ```ts
 * import { createWebhook, type WebhookOptions } from '@kie/telegram';
 *
 * const routes = (options: WebhookOptions) => ({ '/telegram/webhook': createWebhook(options) });
 * ```
 */
export function createWebhook(options: WebhookOptions): (request: Request) => Promise<Response> {
  const { secret, inbox, logger, onUpdate, maxBytes = 1024 * 1024 } = options;
  if (!/^[\w-]{1,256}$/.test(secret)) {
    throw new TypeError('The webhook secret must have 1 to 256 characters of A-Z, a-z, 0-9, _ and -.');
  }
  const expected = digest(secret);

  return async (request) => {
    if (request.method !== 'POST') return answer(405, 'only POST', { allow: 'POST' });
    const given = request.headers.get('x-telegram-bot-api-secret-token') ?? '';
    if (!timingSafeEqual(digest(given), expected)) return answer(403, 'wrong or missing secret token');
    if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
      return answer(415, 'the body must be application/json');
    }
    const body = await readBody(request, maxBytes);
    if (body === undefined) return answer(413, `the body is larger than ${maxBytes} bytes`);
    const update = parse(body);
    if (!isUpdate(update)) return answer(400, 'the body is not an update: a JSON object with update_id');
    try {
      if ((await inbox.accept([update])) > 0) onUpdate?.();
      return answer(200, 'ok');
    } catch (error) {
      // Class 22: the database cannot hold this text. It never will, so Telegram must not send it again and again.
      if (String((error as { code?: unknown }).code).startsWith('22')) {
        return answer(400, 'the update holds text that cannot be stored');
      }
      logger.error({ err: error }, 'an update could not be written down, Telegram will repeat it');
      return answer(503, 'try again', { 'retry-after': '1' });
    }
  };
}

// Equal lengths for the comparison, whatever was sent.
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The body, unless it is longer than allowed: then reading stops there. */
async function readBody(request: Request, maxBytes: number): Promise<Buffer | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function answer(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain', ...headers } });
}
