import type { Claim } from '../worker/claim.ts';
import type { StepContext } from './context.ts';

type Context = Pick<StepContext, 'registry' | 'timing'>;

function typicalMs(context: Context, modelId: string): number | undefined {
  const seconds = context.registry.get(modelId)?.typicalSeconds;
  return seconds && seconds.length > 0 ? Math.min(...seconds) * 1000 : undefined;
}

/** The pause before the first look: the shortest one, longer for a model that was never seen to be quick. */
export function firstCheckMs(context: Context, modelId: string): number {
  const { pollMs } = context.timing;
  const half = (typicalMs(context, modelId) ?? 0) / 2;
  return Math.max(pollMs, Math.min(half, pollMs * 5));
}

/**
 * The pause before the next look at a running task, by KIE's own advice: every 3 s at first, 5 s after half a minute,
 * 15 s after two minutes (docs.kie.ai, get-task-detail). Everything scales with `pollMs`.
 */
export function nextCheckMs(context: Context, claim: Claim): number {
  const { pollMs } = context.timing;
  const { request_sent_at: sent, created_at: created, model_id: modelId } = claim.generation;
  const elapsed = claim.at.getTime() - (sent ?? created).getTime();
  const typical = typicalMs(context, modelId);
  if (typical !== undefined && elapsed < typical / 2)
    return Math.max(pollMs, Math.min(typical / 2 - elapsed, pollMs * 5));
  if (elapsed < pollMs * 10) return pollMs;
  return elapsed < pollMs * 40 ? pollMs * (5 / 3) : pollMs * 5;
}
