import { SIGNATURE_HEADER, TIMESTAMP_HEADER, sign } from './signature.ts';

/** For {@link signTestCallback}. */
export interface TestCallbackOptions {
  readonly taskId: string;
  readonly key: string;
  /** Unix seconds; default now. */
  readonly timestamp?: number;
  /** Default: the body of a success of the jobs API. */
  readonly body?: unknown;
}

/**
 * Makes a callback signed as KIE signs it, to test your own receiver with.
 *
 * @example
 * ```ts
 * import { readCallback, signTestCallback } from '@kie/client';
 *
 * const callback = await signTestCallback({ taskId: '2aeff425a5f21580d2f225c4129e63ab', key: 'test-key' });
 * console.log(await readCallback(callback, { keys: ['test-key'] })); // signature: 'valid'
 * ```
 */
export async function signTestCallback(
  options: TestCallbackOptions,
): Promise<{ readonly headers: Record<string, string>; readonly rawBody: string }> {
  const { taskId, key } = options;
  const timestamp = options.timestamp ?? Math.floor(Date.now() / 1000);
  const body = options.body ?? {
    code: 200,
    msg: 'Playground task completed successfully.',
    data: { taskId, state: 'success' },
  };
  return {
    headers: {
      'content-type': 'application/json',
      [TIMESTAMP_HEADER]: String(timestamp),
      [SIGNATURE_HEADER]: await sign(key, taskId, timestamp),
    },
    rawBody: JSON.stringify(body),
  };
}
