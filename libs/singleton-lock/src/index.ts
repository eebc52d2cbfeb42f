export { acquireSingletonLock, tryAcquire } from './acquire.ts';
export { isSingletonLockError, SingletonLockError } from './errors.ts';
export type { SingletonLockErrorCode } from './errors.ts';
export { lockKey } from './lock-key.ts';
export type { LockConnection, LockLogger, SingletonLockOptions } from './options.ts';
export { profiles } from './profiles.ts';
export type { LockProfile } from './profiles.ts';
export type { SingletonLock } from './singleton-lock.ts';
export { fenceSql, singletonLockTableSql } from './sql.ts';
