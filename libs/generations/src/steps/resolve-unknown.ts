import { json } from '@kie/database';
import { recordEvent } from '../events.ts';
import type { TaskRef } from '../handler-port.ts';
import { fromNow } from '../sql-time.ts';
import type { Claim } from '../worker/claim.ts';
import { isOver } from './check.ts';
import type { StepContext } from './context.ts';
import { fail, failures } from './finish.ts';
import { letGo, move, unlocked } from './move.ts';

/**
 * submit_unknown: a callback that came to the signed URL of this very attempt names the task and brings it home.
 * Without one we wait for as long as the task may run, because KIE calls at the end; without a public URL there is
 * nothing to wait for. The request is never sent again.
 */
export async function resolveUnknown(context: StepContext, claim: Claim): Promise<void> {
  const { id, attempt } = claim.generation;
  const ref = await taskOfCallback(context, claim);
  if (ref) {
    await context.db.transaction().execute(async (trx) => {
      const moved = await move(trx, claim, 'running', {
        ...unlocked,
        task_ref: json(ref),
        next_check_at: fromNow(),
      });
      if (moved) await recordEvent(trx, id, 'adopted', { attempt, taskId: ref.taskId });
    });
    context.logger.info({ generation: id, attempt }, 'the lost task was adopted by its callback');
  } else if (context.callbackUrl === undefined || isOver(claim)) {
    await fail(context, claim, failures.submitUnknown);
  } else {
    await letGo(context.db, claim, (claim.generation.deadline_at?.getTime() ?? 0) - claim.at.getTime());
  }
}

/** The task that a callback of the latest attempt named, unless another generation already has it. */
export async function taskOfCallback(context: StepContext, claim: Claim): Promise<TaskRef | undefined> {
  const { id, attempt, model_id: model } = claim.generation;
  const found = await context.db
    .selectFrom('provider_callbacks as callback')
    .select('callback.task_id')
    .where('callback.generation_id', '=', id)
    .where('callback.attempt', '=', attempt)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('generations as other')
            .select('other.id')
            .whereRef('other.task_id', '=', 'callback.task_id')
            .where('other.id', '<>', id),
        ),
      ),
    )
    .orderBy('callback.id')
    .executeTakeFirst();
  return found && { taskId: found.task_id, api: apiOf(context, model), model };
}

function apiOf(context: StepContext, modelId: string): TaskRef['api'] {
  const api = context.registry.get(modelId)?.api;
  return api === 'veo' || api === 'flux-kontext' ? api : 'jobs';
}
