import { json } from '@kie/database';
import { never } from '../sql-time.ts';
import type { Claim } from '../worker/claim.ts';
import type { StepContext } from './context.ts';
import { letGo, move, unlocked } from './move.ts';
import { nextCheckMs } from './poll-easing.ts';
import { taskOfCallback } from './resolve-unknown.ts';
import { storeGift } from './store.ts';

/** How long a given-up task is watched after a sign of life. */
const watchMs = 24 * 3600 * 1000;

/**
 * failed, and due again because a callback or a late answer named its task: if it did succeed, the result is a gift. The
 * hold was released long ago and nothing here touches money.
 */
export async function checkLate(context: StepContext, claim: Claim): Promise<void> {
  const { generation } = claim;
  const forget = () => move(context.db, claim, 'failed', { ...unlocked, next_check_at: never });
  const ref = generation.task_ref ?? (await taskOfCallback(context, claim));
  if (!ref) {
    await forget();
    return;
  }
  const result = await context.handler.check(ref, { signal: context.signal });
  if (result.status === 'succeeded') {
    const { creditsConsumed } = result;
    await move(context.db, claim, 'failed', {
      task_ref: json(ref),
      credits_consumed: creditsConsumed ?? null,
    });
    if (!(await storeGift(context, claim, result))) await forget();
  } else if (result.status === 'failed' || isOld(claim)) await forget();
  else await letGo(context.db, claim, nextCheckMs(context, claim));
}

function isOld({ generation, at }: Claim): boolean {
  return generation.finished_at === null || at.getTime() - generation.finished_at.getTime() > watchMs;
}
