import { adapterFor } from '../api/adapters.ts';
import { KieError } from '../errors/kie-error.ts';
import { callFree } from '../http/free-call.ts';
import type { Settings } from '../options.ts';
import type { Task, TaskRef } from '../task.ts';

/** How to look at a task. */
export interface StatusOptions {
  readonly signal?: AbortSignal | undefined;
  /** Further tries; default: the client's setting. */
  readonly attempts?: number;
}

/** Looks at a task once. */
export async function getTaskStatus(settings: Settings, ref: TaskRef, options: StatusOptions): Promise<Task> {
  const adapter = adapterFor(settings.apis, ref.api);
  const envelope = await callFree(settings, adapter.status(ref), {
    operation: 'getTaskStatus',
    limited: 'status',
    ref,
    signal: options.signal,
    ...(options.attempts !== undefined && { attempts: options.attempts }),
    accepts: (answer) => adapter.tells(answer, ref) || adapter.isMissing(answer),
  });
  const task = adapter.parse(envelope, { ref, apiKey: settings.apiKey });
  if (task) return task;
  if (adapter.isMissing(envelope)) {
    throw new KieError(
      `KIE does not know task ${ref.taskId}. A new task may stay invisible for some seconds; else check the id, and that the key belongs to the account that created it.`,
      { code: 'task_not_found', category: 'not_found', retryable: true, kieCode: envelope.code, ref },
    );
  }
  throw new KieError(
    `KIE's answer about task ${ref.taskId} has no state that can be read. The task is not lost: ask again.`,
    { code: 'malformed_response', category: 'provider', retryable: true, kieCode: envelope.code, ref },
  );
}
