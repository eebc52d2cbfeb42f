import { sql, type Kysely, type Transaction } from 'kysely';
import { SingletonLockError } from './errors.ts';
import type { FencingToken } from './fencing-token.ts';

/** Which term a fenced transaction belongs to: `lock.token`, or its parts. */
export type Fence = Pick<FencingToken, 'key' | 'epoch'> & Partial<Pick<FencingToken, 'timeline'>>;

/** A transaction this long is a mistake in its units. */
const LONGEST_MS = 3_600_000;

/**
 * A transaction that only the newest holder of a lock can do. The first statement checks the token and keeps a successor from taking
 * office until the transaction ends; a process that was frozen in the middle is cut off by the server after `maxMs`, so that it cannot hold the
 * successor up. From PostgreSQL 17 on `maxMs` bounds the whole transaction, before that each statement and each pause in it.
 *
 * The fence must be in the same database as the lock.
 *
 * @throws SingletonLockError `fenced` when a newer holder exists; nothing was done then. RangeError when `maxMs` is not a whole number from 1 to
 *   3,600,000
 *
 * @example
 * await fencedTransaction(db, lock.token, (trx) => trx.updateTable('jobs').set({ done: true }).execute());
 */
export async function fencedTransaction<DB, T>(
  db: Kysely<DB>,
  token: Fence & { readonly maxMs?: number },
  work: (trx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  const { maxMs = 5000 } = token;
  if (!Number.isInteger(maxMs) || maxMs < 1 || maxMs > LONGEST_MS)
    throw new RangeError(`maxMs is ${maxMs}; use a whole number of milliseconds from 1 to ${LONGEST_MS}.`);
  return db.transaction().execute(async (trx) => {
    const ms = String(maxMs);
    // transaction_timeout is unknown below 17; a branch that is not taken is not evaluated.
    await sql`
      select set_config('statement_timeout', ${ms}, true),
             set_config('idle_in_transaction_session_timeout', ${ms}, true),
             case when current_setting('server_version_num')::int >= 170000
                  then set_config('transaction_timeout', ${ms}, true) end`.execute(trx);
    await fence(trx, token);
    return work(trx);
  });
}

/**
 * The check alone, for a transaction that is open already. Call it first; what follows in the transaction is refused or safe as a whole. Bound
 * the transaction yourself (`idle_in_transaction_session_timeout`, `statement_timeout`): while it is open no successor can take office.
 *
 * @throws SingletonLockError `fenced` when a newer holder exists; the transaction must be rolled back then. TypeError outside of a transaction
 */
export async function fence<DB>(trx: Transaction<DB>, { key, epoch, timeline }: Fence): Promise<void> {
  // Outside of one the row lock would end with the statement, and protect nothing.
  if (!trx.isTransaction) throw new TypeError('fence() needs a transaction; use fencedTransaction().');
  // The query of fenceSql, with Kysely's parameters.
  const { rows } = await sql`
    select 1 from singleton_lock_epochs where key = ${key} and epoch = ${epoch}
       and (${timeline ?? null}::bigint is null or timeline = ${timeline ?? null}::bigint) for share`.execute(
    trx,
  );
  if (rows.length > 0) return;
  throw new SingletonLockError(
    'fenced',
    `Epoch ${epoch} is over: another process holds the lock now. Stop this work.`,
  );
}
