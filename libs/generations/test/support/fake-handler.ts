import type { CheckResult, GenerationHandlerPort, SubmitResult } from '../../src/index.ts';

/** What a test scripts, and what it may look at afterwards. */
export interface FakeHandler extends GenerationHandlerPort {
  readonly prepared: { modelId: string; input: Readonly<Record<string, unknown>> }[];
  /** Every paid request, in order. */
  readonly sent: { payload: Readonly<Record<string, unknown>>; callbackUrl: string | undefined }[];
  readonly checked: string[];
  onPrepare: () => Promise<void> | void;
  /** Answers for the coming requests; then every request is taken. */
  readonly submits: (SubmitResult | (() => Promise<SubmitResult>))[];
  /** Answers for the coming checks; then every check is a success. */
  readonly checks: CheckResult[];
}

export const anImage = { url: 'https://files.example/0.png', kind: 'image', role: 'result' } as const;

export function failedTask(category: string, code = '500'): CheckResult {
  return { status: 'failed', failure: { code, message: 'the model says no', category } };
}

export function notSubmitted(
  outcome: 'not_sent' | 'refused' | 'unknown',
  category: string,
  retryable = false,
): SubmitResult {
  return {
    status: 'not_submitted',
    outcome,
    error: { code: `code_${category}`, message: 'no', category, retryable },
  };
}

export function createFakeHandler(): FakeHandler {
  const fake: FakeHandler = {
    prepared: [],
    sent: [],
    checked: [],
    submits: [],
    checks: [],
    onPrepare: () => {},
    async prepare({ modelId, input }) {
      fake.prepared.push({ modelId, input });
      await fake.onPrepare();
      return { ok: true, prepared: { modelId, payload: { ...input, complete: true } } };
    },
    async submit({ modelId, payload }, options = {}) {
      fake.sent.push({ payload, callbackUrl: options.callbackUrl });
      const answer = fake.submits.shift();
      if (answer !== undefined) return typeof answer === 'function' ? answer() : answer;
      return {
        status: 'submitted',
        ref: { taskId: `task-${crypto.randomUUID()}`, api: 'jobs', model: modelId },
      };
    },
    async check({ taskId }) {
      fake.checked.push(taskId);
      return fake.checks.shift() ?? { status: 'succeeded', files: [anImage] };
    },
  };
  return fake;
}
