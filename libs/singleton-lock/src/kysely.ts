import { sql, type Kysely, type Transaction } from 'kysely';
import { SingletonLockError } from './errors.ts';

/**
 * A transaction that only the newest holder of a lock can do. The first statement checks the epoch and keeps a successor from taking
 * office until the transaction ends; a process that was frozen in the middle is cut off by the server after `maxMs`, so that it cannot hold the
 * successor up.
 *
 * @throws SingletonLockError `fenced` when a newer holder exists; nothing was done then
 *
 * @example
 * await fencedTransaction(db, { key, epoch: lock.epoch }, (trx) => trx.updateTable('jobs').set({ done: true }).execute());
 */
export function fencedTransaction<DB, T>(
  db: Kysely<DB>,
  { key, epoch, maxMs = 5000 }: { readonly key: bigint; readonly epoch: bigint; readonly maxMs?: number },
  work: (trx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`
      select set_config('statement_timeout', ${String(maxMs)}, true),
             set_config('idle_in_transaction_session_timeout', ${String(maxMs)}, true)`.execute(trx);
    // The query of fenceSql, with Kysely's parameters.
    const { rows } = await sql`
      select 1 from singleton_lock_epochs where key = ${key} and epoch = ${epoch} for share`.execute(trx);
    if (rows.length === 0) {
      throw new SingletonLockError(
        'fenced',
        `Epoch ${epoch} is over: another process holds the lock now. Stop this work.`,
      );
    }
    return work(trx);
  });
}
