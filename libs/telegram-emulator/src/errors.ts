/** An error answer of the Bot API: HTTP status `code` and the JSON envelope with `ok: false`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: number;
  readonly parameters: Record<string, number> | undefined;

  constructor(code: number, description: string, parameters?: Record<string, number>) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/**
 * A 400 with Telegram's prefix. The first letter becomes small unless the text is an upper-case code
 * (Client.cpp 195-205: a code has `_` or a capital as its second character).
 */
export function badRequest(text: string): ApiError {
  const isCode = /^.[_A-Z]/.test(text);
  return new ApiError(400, `Bad Request: ${isCode ? text : text.charAt(0).toLowerCase() + text.slice(1)}`);
}

/** A 403, e.g. `bot was blocked by the user`. */
export function forbidden(text: string): ApiError {
  return new ApiError(403, `Forbidden: ${text}`);
}

/** A 409; how fast they are given out is decided by the poller (Client.cpp 16238). */
export function conflict(text: string): ApiError {
  return new ApiError(409, `Conflict: ${text}`);
}

/** A 429: `retry_after` in the envelope and as HTTP header. */
export function tooManyRequests(seconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
