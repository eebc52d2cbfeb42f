import { json, type Queryable } from '@kie/database';
import { sql } from 'kysely';
import type { Effect } from '../context.ts';
import type { Reply } from '../reply.ts';

/**
 * Runs an effect and marks its update in one transaction. The row is locked first: when two processes have the same
 * update (a lease ran out), the second waits, finds it applied, and gets the stored replies without running the effect.
 */
export async function applyOnce(db: Queryable, updateId: number, effect: Effect): Promise<readonly Reply[]> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('inbox')
      .select(['state', 'replies'])
      .where('update_id', '=', updateId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new Error(`Update ${updateId} is not in the inbox.`);
    if (row.state !== 'new') return row.state === 'applied' ? ((row.replies ?? []) as readonly Reply[]) : [];
    const replies = await effect(trx);
    await trx
      .updateTable('inbox')
      .set({ state: 'applied', replies: json(replies), applied_at: sql`now()`, error: null })
      .where('update_id', '=', updateId)
      .execute();
    return replies;
  });
}
