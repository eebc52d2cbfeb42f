import { capture } from '@kie/credits';
import { recordEvent } from '../events.ts';
import { inWholeCredits } from '../price.ts';
import { ResultError } from '../results/result-error.ts';
import { storeResult } from '../results/store-result.ts';
import type { StoredFile } from '../results/store-result.ts';
import { insertResult } from '../results/insert-result.ts';
import { isTaskResult } from '../results/task-result.ts';
import { fromNow, never } from '../sql-time.ts';
import type { Claim } from '../worker/claim.ts';
import type { StepContext } from './context.ts';
import { fail, failures } from './finish.ts';
import { move, pick, unlocked } from './move.ts';

/** storing -> succeeded: copies of the results in our own store, then everything else in one transaction. */
export async function store(context: StepContext, claim: Claim): Promise<void> {
  const { id, result } = claim.generation;
  await context.probe('storing', id);
  if (!isTaskResult(result))
    throw new Error(`Generation ${id} is storing without a result. The row was changed by hand.`);
  let files: readonly StoredFile[];
  try {
    files = await storeResult(context, claim.generation, result);
  } catch (error) {
    if (!(error instanceof ResultError) || !error.final) throw error;
    await fail(context, claim, error.toFailure());
    return;
  }
  await context.probe('stored', id);
  if (files.length === 0) await fail(context, claim, failures.empty);
  else await settle(context, claim, files);
  await context.probe('settled', id);
}

async function settle(context: StepContext, claim: Claim, files: readonly StoredFile[]): Promise<void> {
  const { id, price, chat_id: chatId, credits_consumed: consumed } = claim.generation;
  const { creditMultiplier } = context;
  const known = consumed !== null && creditMultiplier !== undefined;
  const amount = known ? Math.min(price, inWholeCredits(Number(consumed), creditMultiplier)) : price;
  const settled = await context.db.transaction().execute(async (trx) => {
    const moved = await move(trx, claim, 'succeeded', { ...unlocked, finished_at: fromNow() });
    if (!moved) return undefined;
    await insertResult(trx, { id, chatId }, files);
    const { captured, released } = await capture(trx, { generationId: id, amount });
    await recordEvent(trx, id, 'succeeded', { files: files.length, captured, released });
    await context.wakeUps.wake(trx, 'delivery', id);
    return captured;
  });
  if (settled !== undefined)
    context.logger.info({ generation: id, captured: settled }, 'generation succeeded');
}

/** A result of a task that was given up: recorded and delivered, and free. */
export async function storeGift(
  context: StepContext,
  claim: Claim,
  result: Parameters<typeof storeResult>[2],
): Promise<boolean> {
  const { id, chat_id: chatId } = claim.generation;
  const files = await storeResult(context, claim.generation, result).catch((error: unknown) => {
    if (!(error instanceof ResultError) || !error.final) throw error;
    context.logger.warn({ generation: id, ...pick(error.toFailure()) }, 'a late result could not be used');
    return [];
  });
  if (files.length === 0) return false;
  await context.db.transaction().execute(async (trx) => {
    const moved = await move(trx, claim, 'failed', { ...unlocked, gift: true, next_check_at: never });
    if (!moved) return;
    await insertResult(trx, { id, chatId }, files);
    await recordEvent(trx, id, 'gift', { files: files.length });
    await context.wakeUps.wake(trx, 'delivery', id);
  });
  context.logger.info({ generation: id }, 'a late result was given as a gift');
  return true;
}
