/**
 * - `in_recovery`: the server is a standby; an advisory lock there excludes nobody on the primary
 * - `transaction_pooler`: statements of one connection reach several sessions, so two clients would hold the lock
 * - `server_too_old`: PostgreSQL below 14 has no `idle_session_timeout`
 * - `settings_refused`: the server did not take the session's settings
 * - `lost`: the lock is no longer ours; the message says how that was noticed
 * - `not_held`: on release, the server said that this session does not hold the lock
 * - `release_failed`: the release could not be confirmed; the server frees the lock when the lease ends
 * - `fenced`: a protected write by a holder of an older epoch was refused
 */
export type SingletonLockErrorCode =
  | 'in_recovery'
  | 'transaction_pooler'
  | 'server_too_old'
  | 'settings_refused'
  | 'lost'
  | 'not_held'
  | 'release_failed'
  | 'fenced';

const brand = Symbol.for('@kie/singleton-lock/error');

/** What the lock itself has to say; errors of the network and of PostgreSQL come through as they are. */
export class SingletonLockError extends Error {
  override readonly name = 'SingletonLockError';
  readonly code: SingletonLockErrorCode;
  readonly [brand] = true;

  constructor(code: SingletonLockErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Works across duplicate installs of this package, where `instanceof` does not. */
export function isSingletonLockError(value: unknown): value is SingletonLockError {
  return typeof value === 'object' && value !== null && brand in value;
}
