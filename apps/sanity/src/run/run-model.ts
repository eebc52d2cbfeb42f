import { isKieError, type KieClient } from '@kie/client';
import type { GenerationHandler, HandlerUpdate } from '@kie/universal-handler';
import type { PlanItem } from '../plan/plan.ts';
import { checkResult } from './check-result.ts';
import type { Row } from './row.ts';

/** What a run works with. */
export interface RunParts {
  readonly client: Pick<KieClient, 'download'>;
  readonly handler: Pick<GenerationHandler, 'handle'>;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  readonly pollMs: number;
  /** A task exists and may have to be collected by hand. */
  readonly onTask: (model: string, taskId: string) => void;
  /** What a model is doing now, in a few words. */
  readonly onState: (model: string, state: string) => void;
  readonly now: () => number;
}

/** An update of the handler in a few words. */
export function stateWords(update: HandlerUpdate): string {
  if (update.phase === 'uploading') return `uploading ${update.done}/${update.total}`;
  if (update.phase === 'submitted') return `submitted as ${update.ref.taskId}`;
  return update.progress === undefined ? update.rawState : `${update.rawState} ${update.progress} %`;
}

const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted ?? false;

/** Sends one planned input, waits for the result and checks it. */
export async function runModel(item: Extract<PlanItem, { kind: 'run' }>, parts: RunParts): Promise<Row> {
  const { type, model, input } = item;
  const { signal, timeoutMs, pollMs, now } = parts;
  const base = { type, model: model.id } as const;
  if (isAborted(signal)) return { ...base, status: 'interrupted', note: 'not started' };
  const start = now();
  parts.onState(model.id, 'starting');
  const seconds = () => Math.round((now() - start) / 100) / 10;
  const result = await parts.handler.handle({
    modelId: model.id,
    input,
    signal,
    timeoutMs,
    pollMs,
    onUpdate: (update) => {
      parts.onState(model.id, stateWords(update));
      if (update.phase === 'submitted') parts.onTask(model.id, update.ref.taskId);
    },
  });
  const task = result.ref === undefined ? {} : { taskId: result.ref.taskId };
  if (!result.success) {
    const interrupted = result.error.category === 'aborted' && isAborted(signal);
    const status = interrupted ? 'interrupted' : 'failed';
    return { ...base, ...task, status, seconds: seconds(), note: result.error.message };
  }
  const spent = result.creditsConsumed === undefined ? {} : { credits: result.creditsConsumed };
  try {
    const verdict = await checkResult(parts.client, model, result, signal);
    return {
      ...base,
      ...task,
      ...spent,
      status: verdict.ok ? 'ok' : 'failed',
      seconds: seconds(),
      note: verdict.note,
    };
  } catch (error) {
    if (!isKieError(error)) throw error;
    const status = error.category === 'aborted' && isAborted(signal) ? 'interrupted' : 'failed';
    return { ...base, ...task, ...spent, status, seconds: seconds(), note: `the result: ${error.message}` };
  }
}
