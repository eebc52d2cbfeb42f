import { isRecord, readNumber, readText, type Envelope } from '../http/envelope.ts';
import type { Task } from '../task.ts';
import type { ApiAdapter, ParseContext } from './adapter.ts';
import { readResult } from './result.ts';
import { readBase, readFailure, withRaw } from './task-parts.ts';

/** KIE's unified API ("Market"): one pair of endpoints for nearly all models. */
export const jobsAdapter: ApiAdapter = {
  api: 'jobs',
  takes: () => true,
  create: ({ model, payload, callbackUrl }) => ({
    method: 'POST',
    path: '/api/v1/jobs/createTask',
    body: JSON.stringify({
      model,
      ...(callbackUrl !== undefined && { callBackUrl: callbackUrl }),
      input: payload,
    }),
  }),
  status: (ref) => ({ method: 'GET', path: '/api/v1/jobs/recordInfo', query: { taskId: ref.taskId } }),
  tells: (envelope) =>
    readsAsFailed(envelope) || (isRecord(envelope.data) && readText(envelope.data['state']) !== undefined),
  // The task id is all this request says, so a 422 can only be about it: "recordInfo is null", "task id is blank".
  isMissing: ({ code }) => code === 404 || code === 422,
  parse: (envelope, context) => {
    if (readsAsFailed(envelope) && !isRecord(envelope.data)) return failedByEnvelope(envelope, context);
    return isRecord(envelope.data) ? readTask(envelope.data, context) : undefined;
  },
};

/** 501 and 531 mean "generation failed"; several clients met them here in place of state `fail`. */
function readsAsFailed(envelope: Envelope): boolean {
  return envelope.code === 501 || envelope.code === 531;
}

function failedByEnvelope(envelope: Envelope, context: ParseContext): Task {
  const code = String(envelope.code);
  return withRaw(
    {
      ref: context.ref,
      status: 'failed',
      rawState: code,
      failure: readFailure(code, envelope.msg, undefined, context),
    },
    envelope.data,
  );
}

function readTask(data: Readonly<Record<string, unknown>>, context: ParseContext): Task | undefined {
  const rawState = readText(data['state']) ?? stateOfFlag(data['successFlag']);
  if (rawState === undefined) return undefined;
  const base = { ...readBase(data, context), rawState };
  switch (rawState.toLowerCase()) {
    case 'success':
      return withRaw(
        { ...base, status: 'succeeded', ...readResult(data['resultJson'], data['response']) },
        data,
      );
    case 'fail': {
      const code = readText(data['failCode']) ?? readNumber(data['failCode'])?.toString() ?? 'unknown';
      const failure = readFailure(
        code,
        readText(data['failMsg']) ?? '',
        data['param'] ?? data['paramJson'],
        context,
      );
      return withRaw({ ...base, status: 'failed', failure }, data);
    }
    default: {
      // waiting, queuing, generating, and whatever KIE invents next: only two words end a task.
      const progress = readNumber(data['progress']);
      return withRaw({ ...base, status: 'running', ...(progress !== undefined && { progress }) }, data);
    }
  }
}

/** The state in numbers, which newer answers carry beside the word. */
function stateOfFlag(flag: unknown): string | undefined {
  const number = readNumber(flag);
  if (number === undefined) return undefined;
  if (number === 1) return 'success';
  return number === 2 || number === 3 ? 'fail' : 'generating';
}
