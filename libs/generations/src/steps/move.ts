import type { Database, GenerationState, Queryable } from '@kie/database';
import { backoffMs } from '@kie/service-kit';
import { sql } from 'kysely';
import type { UpdateObject } from 'kysely';
import { recordEvent } from '../events.ts';
import { fromNow } from '../sql-time.ts';
import type { Claim } from '../worker/claim.ts';
import type { StepContext } from './context.ts';

type Patch = Omit<UpdateObject<Database, 'generations'>, 'state' | 'id'>;

export const unlocked = { locked_by: null, locked_until: null } as const;

/**
 * One step along an edge, only from the state the claim saw and only while the claim is ours. False: somebody else was
 * faster (a cancel, or another worker after our lease ran out), and this step must do nothing more.
 */
export async function move(db: Queryable, claim: Claim, to: GenerationState, patch: Patch): Promise<boolean> {
  const moved = await db
    .updateTable('generations')
    .set({ state: to, ...patch })
    .where('id', '=', claim.generation.id)
    .where('state', '=', claim.generation.state)
    .where('locked_by', '=', claim.owner)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

/**
 * Lets go of a claim after a step that ended in good order but changed no state: nothing to count as a try. A callback
 * that came while the step ran has set the row due at once; that stays.
 */
export async function letGo(db: Queryable, claim: Claim, afterMs: number): Promise<void> {
  await db
    .updateTable('generations')
    .set({
      ...unlocked,
      tries: 0,
      next_check_at: sql<Date>`case when next_check_at > ${claim.at} then next_check_at else ${fromNow(afterMs)} end`,
    })
    .where('id', '=', claim.generation.id)
    .where('state', '=', claim.generation.state)
    .where('locked_by', '=', claim.owner)
    .execute();
}

/** Lets go after a step that broke: the try counts, and the next one comes later each time. */
export async function letGoAfterError(context: StepContext, claim: Claim): Promise<void> {
  const afterMs = backoffMs(claim.generation.tries, { baseMs: context.timing.retryMs });
  await context.db
    .updateTable('generations')
    .set({ ...unlocked, next_check_at: fromNow(afterMs) })
    .where('id', '=', claim.generation.id)
    .where('state', '=', claim.generation.state)
    .where('locked_by', '=', claim.owner)
    .execute();
}

/** Whether the generation has waited for KIE as long as it may. */
export function waitedTooLong(context: StepContext, claim: Claim): boolean {
  return claim.at.getTime() - claim.generation.created_at.getTime() > context.timing.queueTimeoutMs;
}

// As long again as it has waited already: that doubles without a counter, and reaches across processes.
function pauseByAge({ timing }: StepContext, { generation, at }: Claim): number {
  const age = at.getTime() - generation.created_at.getTime();
  return backoffMs(1, { baseMs: Math.min(60_000, Math.max(timing.retryMs, age)) });
}

/** Back into the queue from any state that may go there, for a later try; nothing was paid for the last one. */
export async function putOff(
  context: StepContext,
  claim: Claim,
  reason: { readonly code: string; readonly category: string },
  options: { readonly afterMs?: number } = {},
): Promise<void> {
  const { attempt } = claim.generation;
  const afterMs = options.afterMs ?? pauseByAge(context, claim);
  await context.db.transaction().execute(async (trx) => {
    const moved = await move(trx, claim, 'queued', {
      ...unlocked,
      request_sent_at: null,
      tries: 0,
      next_check_at: fromNow(afterMs),
    });
    if (!moved) return;
    await recordEvent(trx, claim.generation.id, 'put_off', { ...pick(reason), attempt, afterMs });
  });
}

/** The words that may go into a timeline or a log. */
export function pick(reason: { readonly code: string; readonly category: string }): {
  code: string;
  category: string;
} {
  return { code: reason.code, category: reason.category };
}
