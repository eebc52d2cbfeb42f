import type { Queryable } from '@kie/database';
import { sql } from 'kysely';

/**
 * A person asks to see a result, by a tap: what did not surely arrive is sent again from the store; when everything
 * arrived, all of it is. What is on its way already, or arrived in the last 10 seconds (a double tap), is left alone.
 * Returns how many messages will be sent. Wake the delivery afterwards; a sweep finds it too.
 */
export async function requestShow(db: Queryable, generationId: string): Promise<number> {
  const rows = await db
    .selectFrom('deliveries')
    .select(['part', 'state', sql<boolean>`sent_at > now() - interval '10 seconds'`.as('fresh')])
    .where('generation_id', '=', generationId)
    .forUpdate()
    .execute();
  const uncertain = rows.filter(({ state }) => ['unknown', 'failed', 'unreachable'].includes(state));
  const allArrived = rows.every(({ state, fresh }) => state === 'sent' && !fresh);
  const parts = (allArrived ? rows : uncertain).map(({ part }) => part);
  if (parts.length === 0) return 0;
  await db
    .updateTable('deliveries')
    .set({ state: 'pending', next_try_at: sql`now()`, attempts: 0, locked_until: null, error: null })
    .where('generation_id', '=', generationId)
    .where('part', 'in', parts)
    .execute();
  // The progress message says "ready" or "not delivered": let it be drawn again.
  await db
    .updateTable('progress_messages')
    .set({ done: false })
    .where('generation_id', '=', generationId)
    .execute();
  return parts.length;
}
