import { json } from '@kie/database';
import type { Trx } from '@kie/database';
import { backoffMs } from '@kie/service-kit';
import { sql } from 'kysely';
import { recordEvent } from '../events.ts';
import type { Prepared, StepError, SubmitResult, TaskRef } from '../handler-port.ts';
import { fromNow } from '../sql-time.ts';
import type { Claim } from '../worker/claim.ts';
import type { StepContext } from './context.ts';
import { fail, failures } from './finish.ts';
import { openInputs, withNsfwChecker } from './inputs.ts';
import { letGo, move, pick, putOff, unlocked, waitedTooLong } from './move.ts';
import { firstCheckMs } from './poll-easing.ts';

/** Refusals that are about KIE's state, not about this request: the same request may be taken later. */
const passing = new Set(['rate_limit', 'maintenance', 'credits']);

/** queued -> submitting -> running: files to KIE, the mark, the paid request, its answer. */
export async function submit(context: StepContext, claim: Claim): Promise<void> {
  const waitMs = await context.breaker.enter(context.db, claim.generation.model_id);
  if (waitMs > 0) {
    await waitForKie(context, claim, waitMs);
    return;
  }
  const prepared = await prepare(context, claim);
  if (!prepared) return;
  await context.probe('prepared', claim.generation.id);

  const callbackUrl = context.callbackUrl?.(claim.generation.id, claim.generation.attempt + 1);
  const marked = await mark(context, claim, prepared);
  if (!marked) return;
  const { id } = marked.generation;
  await context.probe('marked', id);

  const result = await send(context, prepared, callbackUrl);
  await context.probe('answered', id);

  if (result.ref) await saveTask(context, marked, result.ref);
  else if (result.status === 'not_submitted' && result.outcome === 'unknown') {
    await becomeUnknown(context, marked, result.error);
  } else if (result.status === 'not_submitted' && result.outcome !== 'unknown') {
    await takeBack(context, marked, result.outcome, result.error);
  }
  await context.probe('submitted', id);
  if (result.ref) await context.breaker.kieWorks(context.db);
  else if (result.status === 'not_submitted') await blameKie(context, result.error);
}

/** KIE or the model is down: the order waits in the queue, as long as it may, and no request is made. */
async function waitForKie(context: StepContext, claim: Claim, waitMs: number): Promise<void> {
  if (waitedTooLong(context, claim)) await fail(context, claim, failures.down);
  else await putOff(context, claim, failures.down, { afterMs: waitMs });
}

/** Failures that say something about KIE and nothing about the order. */
const outages = new Set(['maintenance', 'network', 'timeout', 'provider']);

async function blameKie(context: StepContext, { category, code }: StepError): Promise<void> {
  const empty = category === 'credits';
  if (!empty && !outages.has(category)) return;
  const opened = await context.breaker.kieFailed(context.db, category, { atOnce: empty });
  if (!opened) return;
  context.logger.error(
    { category, code },
    empty
      ? 'our account at KIE has no credits left: orders wait and no new ones are taken. Buy credits at kie.ai'
      : 'KIE seems to be down: orders wait in the queue',
  );
}

// What was uploaded for an earlier try is still there.
async function prepare(context: StepContext, claim: Claim): Promise<Prepared | undefined> {
  const { id, model_id: modelId, input, payload } = claim.generation;
  if (payload) return { modelId, payload };
  const opened = await openInputs(context, modelId, withNsfwChecker(context, modelId, input));
  const result = await context.handler.prepare({ modelId, input: opened, signal: context.signal });
  if (result.ok) return result.prepared;
  const { error } = result;
  if (error.category === 'aborted') await letGo(context.db, claim, 0);
  else if ((error.retryable || passing.has(error.category)) && !waitedTooLong(context, claim)) {
    await putOff(context, claim, error);
    await blameKie(context, error);
  } else await fail(context, claim, error);
  context.logger.info({ generation: id, ...pick(error) }, 'the input could not be prepared');
  return undefined;
}

/** The mark: from here on a paid request may exist, whatever happens to this process. */
async function mark(context: StepContext, claim: Claim, prepared: Prepared): Promise<Claim | undefined> {
  const { id } = claim.generation;
  const attempt = claim.generation.attempt + 1;
  const moved = await context.db.transaction().execute(async (trx) => {
    if (!(await mayRun(trx, claim, context.maxRunningPerUser))) {
      // What was uploaded stays good; the claim passes over this person until one of their tasks has ended.
      await move(trx, claim, 'queued', {
        ...unlocked,
        tries: 0,
        payload: json(prepared.payload),
        next_check_at: fromNow(context.timing.retryMs),
      });
      return false;
    }
    const done = await move(trx, claim, 'submitting', {
      attempt: sql<number>`attempt + 1`,
      payload: json(prepared.payload),
      request_sent_at: fromNow(),
      task_ref: null,
    });
    if (done) await recordEvent(trx, id, 'submitting', { attempt });
    return done;
  });
  if (!moved) return undefined;
  return { ...claim, generation: { ...claim.generation, state: 'submitting', attempt } };
}

/** Exact, unlike the claim: two workers may each have taken the person's last place. */
async function mayRun(trx: Trx, { generation }: Claim, max: number): Promise<boolean> {
  if (!Number.isFinite(max)) return true;
  const { rows } = await sql<{ free: boolean }>`
    select generation_may_run(${generation.user_id}::bigint, ${max}::integer) as free
  `.execute(trx);
  return rows[0]?.free === true;
}

// Whatever comes flying out of the handler, the request may have left before it did.
async function send(
  context: StepContext,
  prepared: Prepared,
  callbackUrl: string | undefined,
): Promise<SubmitResult> {
  try {
    return await context.handler.submit(prepared, callbackUrl === undefined ? {} : { callbackUrl });
  } catch {
    const message = 'The handler broke while it submitted.';
    const error = { code: 'handler_broke', message, category: 'unknown', retryable: false };
    return { status: 'not_submitted', outcome: 'unknown', error };
  }
}

/**
 * Saves the task id, the most valuable thing this process knows: it tries again while the database is away, and it saves
 * also when a sweep has already given the answer up for lost.
 */
async function saveTask(context: StepContext, claim: Claim, ref: TaskRef): Promise<void> {
  const { id, attempt, model_id: modelId } = claim.generation;
  for (let tries = 1; ; tries += 1) {
    try {
      const saved = await writeTask(context, claim, ref);
      context.logger.info({ generation: id, attempt, model: modelId, saved }, 'task created');
      return;
    } catch (error) {
      if (tries === 6) throw error;
      context.logger.error(
        { generation: id, attempt, tries },
        'the task id could not be saved, trying again',
      );
      await context.clock.sleep(backoffMs(tries, { baseMs: context.timing.retryMs }));
    }
  }
}

async function writeTask(
  context: StepContext,
  claim: Claim,
  ref: TaskRef,
): Promise<'in_time' | 'late' | 'too_late'> {
  const { id, attempt, model_id: modelId } = claim.generation;
  const task_ref = json(ref);
  const next_check_at = fromNow(firstCheckMs(context, modelId));
  return context.db.transaction().execute(async (trx) => {
    const toRunning = trx
      .updateTable('generations')
      .set({
        state: 'running',
        ...unlocked,
        task_ref,
        next_check_at,
        deadline_at: fromNow(context.timing.timeoutMs(modelId)),
      })
      .where('id', '=', id)
      .where('attempt', '=', attempt)
      .where('state', 'in', ['submitting', 'submit_unknown'])
      .returning('locked_by');
    if (await toRunning.executeTakeFirst()) {
      await recordEvent(trx, id, 'submitted', { attempt, taskId: ref.taskId });
      return 'in_time';
    }
    // Given up and refunded meanwhile: the task is watched all the same, its result will be a gift.
    const late = await trx
      .updateTable('generations')
      .set({ task_ref, next_check_at })
      .where('id', '=', id)
      .where('attempt', '=', attempt)
      .where('state', '=', 'failed')
      .where('task_ref', 'is', null)
      .executeTakeFirst();
    await recordEvent(trx, id, 'submitted', { attempt, taskId: ref.taskId, late: true });
    return late.numUpdatedRows === 1n ? 'late' : 'too_late';
  });
}

async function becomeUnknown(context: StepContext, claim: Claim, error: StepError): Promise<void> {
  const { id, attempt, model_id: modelId } = claim.generation;
  await context.db.transaction().execute(async (trx) => {
    const moved = await move(trx, claim, 'submit_unknown', {
      ...unlocked,
      next_check_at: fromNow(),
      deadline_at: fromNow(context.timing.timeoutMs(modelId)),
    });
    if (moved) await recordEvent(trx, id, 'submit_unknown', { attempt, ...pick(error) });
  });
  context.logger.warn({ generation: id, attempt, ...pick(error) }, 'nobody knows whether KIE took the task');
}

/** KIE surely has no task: into the queue again if waiting may help, else the end. */
async function takeBack(
  context: StepContext,
  claim: Claim,
  outcome: 'not_sent' | 'refused',
  error: StepError,
): Promise<void> {
  const aborted = error.category === 'aborted';
  const mayHelp = outcome === 'not_sent' ? error.retryable || aborted : passing.has(error.category);
  if (mayHelp && !waitedTooLong(context, claim))
    await putOff(context, claim, error, aborted ? { afterMs: 0 } : {});
  else await fail(context, claim, error);
}

/** A row found in `submitting` after its worker's lease ran out: back into the queue if no request can have left. */
export async function recoverSubmitting(context: StepContext, claim: Claim): Promise<void> {
  const lost = {
    code: 'worker_lost',
    message: 'The worker was lost while it submitted.',
    category: 'unknown',
  };
  if (claim.generation.request_sent_at === null) await putOff(context, claim, lost, { afterMs: 0 });
  else await becomeUnknown(context, claim, { ...lost, retryable: false });
}
