import type { Queryable } from '@kie/database';
import { sql } from 'kysely';
import { recordEvent } from '../events.ts';
import type { WakeUps } from '../queue/wake-ups.ts';
import { fromNow } from '../sql-time.ts';
import { mayStillSucceed } from '../steps/finish.ts';

/** A callback of KIE whose signature in the URL was verified. */
export interface ReceivedCallback {
  readonly generationId: string;
  readonly attempt: number;
  /** From the body, which KIE does not sign: a hint. */
  readonly taskId: string;
}

/** `unknown`: there is no such generation, or it never made that attempt. */
export type CallbackReception = 'noted' | 'repeated' | 'unknown';

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Writes a callback down and makes the generation due for a look at KIE; nothing in the body is believed. Answer 200 in
 * any case, KIE gives up an address that refuses three times. Call it after `verifyCallback`.
 */
export async function receiveCallback(
  db: Queryable,
  wake: WakeUps,
  callback: ReceivedCallback,
): Promise<CallbackReception> {
  const { generationId, attempt, taskId } = callback;
  if (!idForm.test(generationId)) return 'unknown';
  if (!db.isTransaction) return db.transaction().execute((trx) => receiveCallback(trx, wake, callback));

  const generation = await db
    .selectFrom('generations')
    .select(['id', 'state', 'attempt', 'failure', 'gift'])
    .where('id', '=', generationId)
    .forUpdate()
    .executeTakeFirst();
  if (!generation || attempt < 1 || attempt > generation.attempt) return 'unknown';

  const { times } = await db
    .insertInto('provider_callbacks')
    .values({ generation_id: generationId, attempt, task_id: taskId })
    .onConflict((conflict) =>
      conflict
        .columns(['generation_id', 'attempt', 'task_id'])
        .doUpdateSet({ times: sql<number>`provider_callbacks.times + 1` }),
    )
    .returning('times')
    .executeTakeFirstOrThrow();
  if (times === 1) await recordEvent(db, generationId, 'callback', { attempt, taskId });

  const open = ['submitting', 'submit_unknown', 'running'].includes(generation.state);
  const lateChance = generation.state === 'failed' && !generation.gift && mayStillSucceed(generation.failure);
  if (attempt === generation.attempt && (open || lateChance)) {
    await db
      .updateTable('generations')
      .set({ next_check_at: fromNow() })
      .where('id', '=', generationId)
      .execute();
    await wake.wake(db, 'generation', generationId);
  }
  return times === 1 ? 'noted' : 'repeated';
}
