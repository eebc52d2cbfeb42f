import { TelegramApiError, type CallOutcome } from './error.ts';

interface Envelope {
  readonly ok?: unknown;
  readonly result?: unknown;
  readonly error_code?: unknown;
  readonly description?: unknown;
  readonly parameters?: { readonly retry_after?: unknown; readonly migrate_to_chat_id?: unknown };
}

/** The result in an answer of the Bot API, or the error it stands for. */
export async function readAnswer(method: string, response: Response): Promise<unknown> {
  const text = await response.text();
  let envelope: Envelope | undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) envelope = parsed;
  } catch {
    // A gateway's page; the status says enough.
  }
  if (response.ok && envelope?.ok === true && 'result' in envelope) return envelope.result;

  const code = typeof envelope?.error_code === 'number' ? envelope.error_code : response.status;
  const description =
    typeof envelope?.description === 'string'
      ? envelope.description
      : `HTTP ${response.status} without a Bot API answer`;
  const retryAfter = Number(
    envelope?.parameters?.retry_after ?? response.headers.get('retry-after') ?? Number.NaN,
  );
  const migrate = envelope?.parameters?.migrate_to_chat_id;
  throw new TelegramApiError({
    method,
    code,
    description,
    outcome: code >= 400 && code < 500 ? 'refused' : 'unknown',
    retryAfter: code === 429 ? (Number.isFinite(retryAfter) ? retryAfter : 1) : undefined,
    migrateToChatId: typeof migrate === 'number' ? migrate : undefined,
  });
}

// Error codes of a connection that never came about, so that the request surely did not leave.
const notSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * A failed fetch without its address. Only the code is kept, of fetch's error and its message nothing: both may quote
 * the URL, and the URL holds the token.
 */
export function networkError(method: string, error: unknown): TelegramApiError {
  const code = codeOf(error);
  const outcome: CallOutcome = notSent.has(code) ? 'not_sent' : 'unknown';
  const what =
    outcome === 'not_sent' ? 'no connection to the Bot API' : 'the connection broke before an answer came';
  return new TelegramApiError({ method, code: 0, description: `${what} (${code})`, outcome });
}

function codeOf(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 5) return 'network error';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0], depth + 1);
  if ('cause' in error && error.cause !== undefined) return codeOf(error.cause, depth + 1);
  return error instanceof Error ? error.name : 'network error';
}
