import type { ConnectionOptions } from 'node:tls';
import type { SingletonLockError } from './errors.ts';
import type { LockProfile, profiles } from './profiles.ts';

/** The part of a logger that is used; pino's fits. Labels and epochs are told, keys and addresses never. */
export interface LockLogger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** How to reach the server; passed on to `pg`, which also reads what is missing from the `PG…` variables. */
export interface LockConnection {
  readonly connectionString?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string | (() => string | Promise<string>);
  readonly database?: string;
  /** TLS as `tls.connect` takes it: `{ ca, cert, key, servername, rejectUnauthorized }`, or true for the system's authorities. */
  readonly ssl?: boolean | ConnectionOptions;
  /** Default 5000 ms. */
  readonly connectionTimeoutMillis?: number;
}

/** Options of `acquireSingletonLock` and `tryAcquire`. */
export interface SingletonLockOptions {
  /** Direct, or through a pooler in session mode. The lock opens a connection of its own; a pool cannot be used. */
  readonly connection: string | LockConnection;
  /** `lockKey(namespace, secret)`. Locks are per database of a server: everybody must use the same one. */
  readonly key: bigint;
  /** Who is asking, for operators: shown in `pg_stat_activity`, in the table and in logs. */
  readonly label: string;
  /** Ends the waiting. Has no effect on a lock that is held. */
  readonly signal?: AbortSignal;
  /** Called once when a held lock is lost, right after `lock.signal`; never for a release. */
  readonly onLost?: (error: SingletonLockError) => void;
  /** Default `'default'`. */
  readonly profile?: keyof typeof profiles | LockProfile;
  /**
   * After a predecessor that did not release, wait until it has surely stopped trusting itself (2.25 s with the default profile) before
   * returning. Default true; false takes over sooner and may overlap with it.
   */
  readonly strict?: boolean;
  /**
   * Accept PostgreSQL below 14, which cannot end the session of a frozen holder: then only a holder that dies or is cut off is succeeded. Said
   * in a warning. Default false: such a server is refused.
   */
  readonly allowOldServer?: boolean;
  readonly logger?: LockLogger;
  /** Monotonic clock in ms. Default `performance.now`. */
  readonly now?: () => number;
  /** Between 0 and 1, for the jitter of the polling. Default `Math.random`. */
  readonly random?: () => number;
}
