import type { TaskRef } from '../task.ts';
import { invalidArgument } from '../errors/invalid-argument.ts';

/** A ref from what callers pass: a ref, or the bare id of a task of the jobs API. */
export function toRef(value: TaskRef | string): TaskRef {
  const ref = typeof value === 'string' ? { taskId: value, api: 'jobs' as const, model: '' } : value;
  if (typeof ref.taskId === 'string' && ref.taskId.trim() !== '') return ref;
  throw invalidArgument('A task ref needs a taskId: pass what createTask returned, or the id as a string.');
}
