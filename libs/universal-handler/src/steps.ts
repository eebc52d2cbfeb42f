import { anyModel } from '@kie/client';
import { invalidInput, refOf, toHandlerError } from './handler-error.ts';
import { findFiles, isMediaFile, replaceFiles } from './media-files.ts';
import { toCheckResult } from './outcome-of-task.ts';
import type { GenerationHandler, HandlerParts } from './types.ts';
import { uploadFiles } from './upload-files.ts';

/** Checks the input and uploads its files. */
export function createPrepare({
  client,
  validator,
  registry,
  uploadConcurrency = 3,
}: HandlerParts): GenerationHandler['prepare'] {
  return async ({ modelId, input, signal, onUpdate }) => {
    try {
      const checked = validator.validate(modelId, input, { isFile: isMediaFile });
      if (!checked.valid) return { ok: false, error: invalidInput(checked.errors) };
      const { model } = registry.resolve(modelId);
      const fields = model?.fields ?? [];
      const files = findFiles(fields, checked.payload);
      if (files.length > 0) onUpdate?.({ phase: 'uploading', done: 0, total: files.length });
      const urls = await uploadFiles(client, files, {
        signal,
        concurrency: uploadConcurrency,
        onUploaded: (done, total) => onUpdate?.({ phase: 'uploading', done, total }),
      });
      const payload = replaceFiles(fields, checked.payload, (file) => urls.get(file));
      return { ok: true, prepared: { modelId, payload }, warnings: checked.warnings };
    } catch (error) {
      return { ok: false, error: { ...toHandlerError(error), outcome: 'not_sent' } };
    }
  };
}

/** Sends the paid request. An error without an outcome counts as `unknown`: silence must not lead to a second payment. */
export function createSubmit({ client }: Pick<HandlerParts, 'client'>): GenerationHandler['submit'] {
  return async ({ modelId, payload }, { callbackUrl, signal } = {}) => {
    try {
      const ref = await client.createTask(anyModel(modelId), payload, { callbackUrl, signal });
      return { status: 'submitted', ref };
    } catch (thrown) {
      const error = toHandlerError(thrown, 'unknown');
      const ref = refOf(thrown);
      if (error.outcome === 'accepted' && ref !== undefined) return { status: 'submitted', ref };
      const outcome = error.outcome === 'not_sent' || error.outcome === 'refused' ? error.outcome : 'unknown';
      return { status: 'not_submitted', outcome, error, ...(ref !== undefined && { ref }) };
    }
  };
}

/** Looks at a task once. */
export function createCheck({ client }: Pick<HandlerParts, 'client'>): GenerationHandler['check'] {
  return async (ref, { signal } = {}) => {
    try {
      return toCheckResult(await client.getTaskStatus(ref, { signal }));
    } catch (error) {
      return { status: 'unavailable', error: toHandlerError(error) };
    }
  };
}
