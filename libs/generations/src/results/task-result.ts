import type { TaskResult } from '../handler-port.ts';

/** Whether what stands in the row's `result` is what a check wrote there. */
export function isTaskResult(value: unknown): value is TaskResult {
  return typeof value === 'object' && value !== null && 'files' in value && Array.isArray(value.files);
}

/** Roles that come along with a result and are not what was asked for. */
const besides = new Set(['preview', 'watermarked']);

/** The files worth keeping: everything but previews and marked copies, unless there is nothing else. */
export function filesToKeep(result: TaskResult): TaskResult['files'] {
  const wanted = result.files.filter(({ role }) => !besides.has(role));
  return wanted.length > 0 ? wanted : result.files;
}

/** The words of a result: its text, or its data when it has neither files nor text. */
export function wordsOf(result: TaskResult): string | undefined {
  if (result.text !== undefined && result.text.trim() !== '') return result.text;
  if (result.files.length > 0 || result.data === undefined || result.data === null) return undefined;
  return JSON.stringify(result.data, undefined, 2);
}
