import { release } from '@kie/credits';
import { json } from '@kie/database';
import type { Trx } from '@kie/database';
import { recordEvent } from '../events.ts';
import type { GenerationEvent } from '../events.ts';
import { fromNow, never } from '../sql-time.ts';
import type { Claim } from '../worker/claim.ts';
import type { StepContext } from './context.ts';
import { move, pick, unlocked } from './move.ts';

/** Why a generation ended without a result. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly category: string;
}

export const failures = {
  timeout: {
    code: 'timeout',
    message:
      'The model took longer than it may. The credits were given back; if the result still comes, it is a gift.',
    category: 'timeout',
  },
  submitUnknown: {
    code: 'submit_unknown',
    message:
      'The connection broke while the task was being handed over, so nobody knows whether it was taken.',
    category: 'unknown',
  },
  parked: {
    code: 'parked',
    message: 'A step of this generation broke several times in a row.',
    category: 'unknown',
  },
  down: {
    code: 'provider_down',
    message: 'KIE, or this model, was down for longer than an order may wait.',
    category: 'maintenance',
  },
  empty: {
    code: 'empty_result',
    message: 'The model said it was done but gave no result.',
    category: 'provider',
  },
} as const satisfies Record<string, Failure>;

/** Whether a task may still give a result after this failure of ours: we gave up, KIE perhaps did not. */
export function mayStillSucceed(failure: Failure | null): boolean {
  return failure !== null && ['timeout', 'submit_unknown', 'parked'].includes(failure.code);
}

/**
 * The one way a generation fails: state, released hold, timeline and the wake-up that redraws the chat, in one
 * transaction. False when the claim was lost; then nothing happened.
 */
export async function fail(
  context: StepContext,
  claim: Claim,
  failure: Failure,
  event: GenerationEvent = 'failed',
): Promise<boolean> {
  const { id } = claim.generation;
  const failed = await context.db.transaction().execute(async (trx) => {
    const moved = await move(trx, claim, 'failed', {
      ...unlocked,
      failure: json({ code: failure.code, message: failure.message, category: failure.category }),
      finished_at: fromNow(),
      next_check_at: never,
    });
    if (!moved) return false;
    if (mayStillSucceed(failure)) await keepHint(context, trx, claim);
    const { released } = await release(trx, { generationId: id });
    await recordEvent(trx, id, event, { ...pick(failure), released });
    await context.wakeUps.wake(trx, 'delivery', id);
    return true;
  });
  if (failed)
    context.logger.warn({ generation: id, ...pick(failure), event }, 'generation failed, credits released');
  return failed;
}

// A callback that came while this step made up its mind found an open generation and set it due; that hint must not be
// lost with the move to failed. A statement of its own, so that it sees what was committed while the move waited.
async function keepHint(context: StepContext, trx: Trx, claim: Claim): Promise<void> {
  const { id, attempt } = claim.generation;
  const hinted = await trx
    .updateTable('generations')
    .set({ next_check_at: fromNow() })
    .where('id', '=', id)
    .where((where) =>
      where.exists(
        where
          .selectFrom('provider_callbacks')
          .select('id')
          .where('generation_id', '=', id)
          .where('attempt', '=', attempt),
      ),
    )
    .executeTakeFirst();
  if (hinted.numUpdatedRows === 1n) await context.wakeUps.wake(trx, 'generation', id);
}
