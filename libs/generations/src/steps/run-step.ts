import type { Claim } from '../worker/claim.ts';
import { check } from './check.ts';
import type { StepContext } from './context.ts';
import { faultOf } from '../fault.ts';
import { fail, failures } from './finish.ts';
import { checkLate } from './late.ts';
import { letGoAfterError, move, unlocked } from './move.ts';
import { never } from '../sql-time.ts';
import { resolveUnknown } from './resolve-unknown.ts';
import { store } from './store.ts';
import { recoverSubmitting, submit } from './submit.ts';

/** A result that was paid for and cannot be fetched gets more time: its host may be away. */
const moreForStoring = 3;

/** What happens to a claimed generation, by its state. */
const steps = {
  queued: submit,
  submitting: recoverSubmitting,
  submit_unknown: resolveUnknown,
  running: check,
  storing: store,
  failed: checkLate,
} as const;

/** Runs the one step that is due. Never rejects: what breaks is logged, and the row becomes due again later. */
export async function runStep(context: StepContext, claim: Claim): Promise<void> {
  const { id, state, tries } = claim.generation;
  try {
    await context.probe('claimed', id);
    if (state === 'succeeded' || state === 'cancelled') return;
    if (tries > context.maxTries + (state === 'storing' ? moreForStoring : 0)) await park(context, claim);
    else await steps[state](context, claim);
  } catch (error) {
    if (context.signal.aborted)
      context.logger.info({ generation: id, state }, 'a step was cut off by the stop');
    else context.logger.error({ generation: id, state, tries, ...faultOf(error) }, 'a step broke');
    await letGoAfterError(context, claim).catch(() => {
      context.logger.error(
        { generation: id, state },
        'the claim could not be let go; its lease will run out',
      );
    });
  }
}

async function park(context: StepContext, claim: Claim): Promise<void> {
  if (claim.generation.state === 'failed')
    await move(context.db, claim, 'failed', { ...unlocked, next_check_at: never });
  else if (claim.generation.state === 'submitting') await recoverSubmitting(context, claim);
  else await fail(context, claim, failures.parked, 'parked');
}
