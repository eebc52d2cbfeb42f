import { release } from '@kie/credits';
import type { Queryable } from '@kie/database';
import { recordEvent } from '../events.ts';
import { fromNow, never } from '../sql-time.ts';

/**
 * Takes a generation back while it is still queued, and gives all of its credits back. False when it is not this
 * person's, or too late: what is at KIE runs to its end.
 */
export async function cancelGeneration(
  db: Queryable,
  request: { readonly id: string; readonly userId: number },
): Promise<boolean> {
  if (!db.isTransaction) return db.transaction().execute((trx) => cancelGeneration(trx, request));
  const cancelled = await db
    .updateTable('generations')
    .set({
      state: 'cancelled',
      finished_at: fromNow(),
      next_check_at: never,
      locked_by: null,
      locked_until: null,
    })
    .where('id', '=', request.id)
    .where('user_id', '=', request.userId)
    .where('state', '=', 'queued')
    .returning('id')
    .executeTakeFirst();
  if (!cancelled) return false;
  const { released } = await release(db, { generationId: request.id });
  await recordEvent(db, request.id, 'cancelled', { released });
  return true;
}
