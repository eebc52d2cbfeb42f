import { json } from '@kie/database';
import { recordEvent } from '../events.ts';
import type { CheckResult, TaskRef } from '../handler-port.ts';
import { fromNow } from '../sql-time.ts';
import type { Claim } from '../worker/claim.ts';
import type { StepContext } from './context.ts';
import { fail, failures } from './finish.ts';
import type { Failure } from './finish.ts';
import { letGo, move, pick, unlocked } from './move.ts';
import { nextCheckMs } from './poll-easing.ts';

const passing = new Set(['provider', 'maintenance', 'timeout', 'rate_limit']);

/** Failures that say nothing about the input. KIE takes no credits for them, but may for a success with nothing in it. */
const isTransient = ({ category, code }: Failure): boolean =>
  passing.has(category) && code !== failures.empty.code;

/** running: one look at KIE, and what follows from it. */
export async function check(context: StepContext, claim: Claim): Promise<void> {
  const { id, task_ref: ref } = claim.generation;
  if (!ref) throw new Error(`Generation ${id} is running without a task. The row was changed by hand.`);
  const result = await context.handler.check(ref, { signal: context.signal });
  await context.probe('checked', id);

  if (result.status === 'succeeded') {
    await toStoring(context, claim, result);
    await context.breaker.modelWorks(context.db, claim.generation.model_id);
  } else if (result.status === 'failed') {
    await afterFailure(context, claim, ref, result.failure);
    await blameModel(context, claim.generation.model_id, result.failure);
  } else if (result.status === 'unavailable' && result.error.category === 'aborted')
    await letGo(context.db, claim, 0);
  else if (isOver(claim)) await fail(context, claim, failures.timeout);
  else {
    await letGo(context.db, claim, nextCheckMs(context, claim));
    if (result.status === 'unavailable') {
      context.logger.warn({ generation: id, ...pick(result.error) }, 'the task could not be looked at');
    }
  }
}

async function blameModel(context: StepContext, modelId: string, failure: Failure): Promise<void> {
  if (!isTransient(failure)) return;
  const opened = await context.breaker.modelFailed(context.db, modelId, failure.category);
  if (opened) context.logger.error({ model: modelId, ...pick(failure) }, 'the model seems to be down');
}

/** Whether the deadline has passed by the database's clock. */
export function isOver({ generation, at }: Claim): boolean {
  return generation.deadline_at === null || generation.deadline_at <= at;
}

async function toStoring(
  context: StepContext,
  claim: Claim,
  result: Extract<CheckResult, { status: 'succeeded' }>,
): Promise<void> {
  const { files, text, data, creditsConsumed } = result;
  const moved = await context.db.transaction().execute(async (trx) => {
    const done = await move(trx, claim, 'storing', {
      ...unlocked,
      next_check_at: fromNow(),
      result: json({ files, text, data }),
      credits_consumed: creditsConsumed ?? null,
    });
    if (done)
      await recordEvent(trx, claim.generation.id, 'finished_at_kie', {
        files: files.length,
        creditsConsumed,
      });
    return done;
  });
  if (moved) context.logger.info({ generation: claim.generation.id, files: files.length }, 'task succeeded');
}

async function afterFailure(
  context: StepContext,
  claim: Claim,
  ref: TaskRef,
  failure: Failure,
): Promise<void> {
  const { id, retried } = claim.generation;
  const again = !retried && isTransient(failure) && !isOver(claim);
  if (!again) {
    await fail(context, claim, failure);
    return;
  }
  await context.db.transaction().execute(async (trx) => {
    const moved = await move(trx, claim, 'queued', {
      ...unlocked,
      retried: true,
      task_ref: null,
      request_sent_at: null,
      deadline_at: null,
      next_check_at: fromNow(context.timing.retryMs),
    });
    if (moved) await recordEvent(trx, id, 'retried', { ...pick(failure), taskId: ref.taskId });
  });
  context.logger.info(
    { generation: id, ...pick(failure) },
    'task failed for a passing reason, trying once more',
  );
}
