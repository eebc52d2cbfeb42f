import { json, type Queryable } from '@kie/database';
import { sql } from 'kysely';
import { laneOf, type Update } from './update.ts';

/** The durable list of updates: what is in it will be handled, what is not did not arrive. */
export interface Inbox {
  /** Writes the updates down; known ids are left alone. Returns how many were new. Confirm to Telegram only after it. */
  accept(updates: readonly Update[], options?: { readonly state?: 'new' | 'skipped' }): Promise<number>;
  /** Deletes what is long done, in batches; returns how many. Keep more than the 24 h in which Telegram repeats itself. */
  prune(options?: { readonly keepMs?: number; readonly keepParkedMs?: number }): Promise<number>;
}

const day = 86_400_000;
const pruneBatch = 5000;

export function createInbox(db: Queryable): Inbox {
  return {
    async accept(updates, { state = 'new' } = {}) {
      if (updates.length === 0) return 0;
      const rows = updates.map((update) => ({
        update_id: update.update_id,
        lane: laneOf(update),
        body: json(update),
        state,
      }));
      const added = await db
        .insertInto('inbox')
        .values(rows)
        .onConflict((conflict) => conflict.column('update_id').doNothing())
        .returning('update_id')
        .execute();
      return added.length;
    },

    async prune({ keepMs = 3 * day, keepParkedMs = 30 * day } = {}) {
      let pruned = 0;
      for (;;) {
        const { rows } = await sql`
          delete from inbox where update_id in (
            select update_id from inbox
            where (state in ('answered', 'skipped') and received_at < now() - ${keepMs} * interval '1 millisecond')
               or (state = 'parked' and received_at < now() - ${keepParkedMs} * interval '1 millisecond')
            limit ${pruneBatch} for update skip locked)
          returning update_id`.execute(db);
        pruned += rows.length;
        if (rows.length < pruneBatch) return pruned;
      }
    },
  };
}
