import { toHandlerError } from './handler-error.ts';
import { resultUrls, toOutput } from './outcome-of-task.ts';
import { createCheck, createPrepare, createSubmit } from './steps.ts';
import type { FinishedTask, GenerationHandler, HandlerParts } from './types.ts';

/**
 * One handler for every model: the input is checked against the catalogue, defaults are filled in, files are uploaded,
 * the task is created and awaited. No method throws; every failure is a value.
 *
 * ```ts
 * import { createKieClient } from '@kie/client';
 * import { registry } from '@kie/registry';
 * import { createGenerationHandler } from '@kie/universal-handler';
 * import { createValidator } from '@kie/validator';
 *
 * const client = createKieClient({ apiKey: process.env['KIE_API_KEY'] ?? '' });
 * const handler = createGenerationHandler({ client, validator: createValidator(registry), registry });
 * const result = await handler.handle({ modelId: 'z-image', input: { prompt: 'a fox', aspect_ratio: '1:1' } });
 * console.log(result.success ? result.resultUrls : result.error.message);
 * ```
 */
export function createGenerationHandler(parts: HandlerParts): GenerationHandler {
  const { client } = parts;
  const prepare = createPrepare(parts);
  const submit = createSubmit(parts);

  const handle: GenerationHandler['handle'] = async (request) => {
    const { onUpdate, signal, callbackUrl, timeoutMs, pollMs } = request;
    const ready = await prepare(request);
    if (!ready.ok) return { success: false, error: ready.error };
    const sent = await submit(ready.prepared, { callbackUrl, signal });
    if (sent.status === 'not_submitted') {
      return { success: false, error: sent.error, ...(sent.ref !== undefined && { ref: sent.ref }) };
    }
    const { ref } = sent;
    try {
      onUpdate?.({ phase: 'submitted', ref });
      const task = await client.waitTask(ref, {
        timeoutMs,
        pollMs,
        signal,
        onUpdate: (seen) => {
          if (seen.status !== 'running') return;
          const { rawState, progress } = seen;
          onUpdate?.({ phase: 'running', ref, rawState, ...(progress !== undefined && { progress }) });
        },
      });
      const finished = toOutput(task as FinishedTask);
      if ('error' in finished) return { success: false, error: finished.error, ref };
      const { output } = finished;
      return { success: true, ref, resultUrls: resultUrls(output), ...output };
    } catch (error) {
      // Whatever it was, the task exists; the caller can look for it later.
      return { success: false, error: { ...toHandlerError(error), outcome: 'accepted' }, ref };
    }
  };

  return { handle, prepare, submit, check: createCheck(parts) };
}
