import type { Queryable } from '@kie/database';
import { receiveCallback, signCallback, verifyCallback, type WakeUps } from '@kie/generations';

/** Where KIE reports the end of one attempt of one generation; the signature in it is ours. */
export function callbackUrl(base: string, secret: string, generationId: string, attempt: number): string {
  return `${base}/kie/callback/${generationId}/${attempt}/${signCallback(secret, { generationId, attempt })}`;
}

/** Where the task id stands in the bodies of KIE's products (https://docs.kie.ai, callback pages). */
function taskIdOf(body: string): string | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  const top = record(parsed);
  const data = record(top.data);
  return [data.taskId, data.task_id, top.taskId].find(
    (id): id is string => typeof id === 'string' && id !== '',
  );
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

export interface CallbackPath {
  readonly generationId: string;
  readonly attempt: string;
  readonly signature: string;
  readonly body: string;
}

/**
 * Takes a callback as a hint: the signature in the path must be ours, the task id is written down, and a look at
 * recordInfo is scheduled. Nothing else of the body is believed, because KIE does not sign it.
 */
export function createCallbackReceiver(options: {
  readonly db: Queryable;
  readonly wakeUps: WakeUps;
  readonly secret: string;
}): (path: CallbackPath) => Promise<'taken' | 'refused'> {
  return async ({ generationId, attempt, signature, body }) => {
    const number = Number(attempt);
    const taskId = taskIdOf(body);
    const known =
      /^[0-9a-f-]{36}$/.test(generationId) &&
      Number.isSafeInteger(number) &&
      verifyCallback(options.secret, { generationId, attempt: number, signature });
    if (!known || taskId === undefined || taskId.length > 200) return 'refused';
    await receiveCallback(options.db, options.wakeUps, { generationId, attempt: number, taskId });
    return 'taken';
  };
}
