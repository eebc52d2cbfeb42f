import { isRecord, readNumber, readText, type Envelope } from '../http/envelope.ts';
import { redact } from '../redact.ts';
import type { Task, TaskBase, TaskFailure } from '../task.ts';
import type { ApiAdapter, ParseContext } from './adapter.ts';
import { categoryOfFailure } from './category.ts';
import { readResult } from './result.ts';

/** KIE's unified API ("Market"): one pair of endpoints for nearly all models. */
export const jobsAdapter: ApiAdapter = {
  api: 'jobs',
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

function readBase(
  data: Readonly<Record<string, unknown>>,
  context: ParseContext,
): Omit<TaskBase, 'raw' | 'rawState'> {
  const { ref } = context;
  const createTime = readNumber(data['createTime']);
  const completeTime = readNumber(data['completeTime']);
  // Seconds, although KIE's page says milliseconds: recordings show 188 for a run of 187 808 ms.
  const costTime = readNumber(data['costTime']);
  const creditsConsumed = readNumber(data['creditsConsumed'] ?? data['consumeCredits']);
  return {
    ref: ref.model === '' ? { ...ref, model: readText(data['model']) ?? '' } : ref,
    ...(createTime !== undefined && { createTime }),
    ...(completeTime !== undefined && { completeTime }),
    ...(costTime !== undefined && { costTime }),
    ...(creditsConsumed !== undefined && { creditsConsumed }),
  };
}

function readFailure(code: string, text: string, param: unknown, context: ParseContext): TaskFailure {
  const message = redact(text, context.apiKey, param) || 'KIE gave no reason.';
  return { code, message, category: categoryOfFailure(code, text) };
}

type WithoutRaw<Each> = Each extends Task ? Omit<Each, 'raw'> : never;

function withRaw(task: WithoutRaw<Task>, data: unknown): Task {
  return Object.defineProperty(task, 'raw', { value: () => data, enumerable: false }) as Task;
}
