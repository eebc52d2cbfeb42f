import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';

/**
 * Why there is no prompt: `timeout`, `aborted` (the caller's signal), `auth` (the key), `credits` (the account is
 * empty), `rate_limit`, `network`, `empty` (an answer without words), `provider` (everything else).
 */
export type UnavailableReason =
  | 'timeout'
  | 'aborted'
  | 'auth'
  | 'credits'
  | 'rate_limit'
  | 'network'
  | 'empty'
  | 'provider';

/** The reason behind an HTTP status, or behind KIE's own code in the body, which uses the same numbers. */
export function reasonOfCode(code: number): UnavailableReason {
  if (code === 401 || code === 403) return 'auth';
  if (code === 402) return 'credits';
  if (code === 429 || code === 430 || code === 433) return 'rate_limit';
  return code === 408 ? 'timeout' : 'provider';
}

/** The reason behind whatever a call threw. */
export function reasonOfError(error: unknown): UnavailableReason {
  if (error instanceof APIUserAbortError) return 'aborted';
  if (error instanceof APIConnectionTimeoutError) return 'timeout';
  if (error instanceof APIConnectionError) return 'network';
  if (error instanceof APIError && typeof error.status === 'number') return reasonOfCode(error.status);
  return 'provider';
}
