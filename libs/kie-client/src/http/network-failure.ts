import { isRecord } from './envelope.ts';

/** Words for a connection that was never made: name not found, refused, timed out while connecting. */
const CONNECT_CODES: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What is safe to say about a failed `fetch`: the platform's error code, nothing else of the foreign error. */
export interface NetworkFailure {
  /** Certain that no byte of the request left. */
  readonly neverConnected: boolean;
  /** Such as `ECONNRESET`. */
  readonly detail?: string;
}

/** Looks through the `cause` chain of a failed `fetch`. In doubt the request counts as sent. */
export function readNetworkFailure(error: unknown): NetworkFailure {
  let cause = error;
  for (let depth = 0; depth < 6 && typeof cause === 'object' && cause !== null; depth += 1) {
    const { code, errors } = cause as { code?: unknown; errors?: unknown };
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code)) {
      return { neverConnected: isConnectFailure(cause, errors), detail: code };
    }
    cause = (cause as { cause?: unknown }).cause;
  }
  return { neverConnected: false };
}

function isConnectFailure(cause: object, errors: unknown): boolean {
  // A name with several addresses: one error for each address that was tried.
  if (Array.isArray(errors) && errors.length > 0) return errors.every((each) => isConnectFailureOfOne(each));
  return isConnectFailureOfOne(cause);
}

function isConnectFailureOfOne(error: unknown): boolean {
  if (!isRecord(error)) return false;
  // ETIMEDOUT and EHOSTUNREACH also come from established connections; the system call tells them apart.
  return CONNECT_CODES.has(error['code']) || error['syscall'] === 'connect';
}
