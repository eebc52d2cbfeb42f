import type { GenerationHandler } from './types.ts';

/** `[success, resultUrls, error, taskId]`: the URLs are empty and the error is set when it did not work. */
export type GenerationTuple = readonly [
  success: boolean,
  resultUrls: readonly string[],
  error: string | undefined,
  taskId: string | undefined,
];

/**
 * The handler as one plain function, for code that is used to positional results. A task id beside an error means that a
 * task exists: ask for it again instead of paying for another.
 */
export function createHandleKieGeneration(
  handler: Pick<GenerationHandler, 'handle'>,
): (modelId: string, input: unknown, callbackUrl?: string) => Promise<GenerationTuple> {
  return async (modelId, input, callbackUrl) => {
    const result = await handler.handle({ modelId, input, callbackUrl });
    return result.success
      ? [true, result.resultUrls, undefined, result.ref.taskId]
      : [false, [], result.error.message, result.ref?.taskId];
  };
}
