/**
 * Failures of real tasks, word for word (production logs, June to October 2026), for faults of the type `fail`. Where
 * a log has no code the one its kind had elsewhere stands here.
 *
 * ```ts
 * import { realFailures, startKieEmulator } from '@kie/emulator';
 *
 * const emulator = await startKieEmulator();
 * for (const failure of realFailures) emulator.faults.add({ on: 'create', action: { type: 'fail', ...failure } });
 * await emulator.stop();
 * ```
 */
export const realFailures: readonly { readonly failCode: string; readonly failMsg: string }[] = [
  { failCode: '500', failMsg: 'Internal Error' },
  { failCode: '500', failMsg: 'internal error, please try again later' },
  { failCode: '500', failMsg: 'the server is busy' },
  { failCode: '500', failMsg: 'timed out' },
  { failCode: 'GENERATION_FAILED', failMsg: 'internal error, please try again later' },
  {
    failCode: '400',
    failMsg: 'Content was flagged by the safety system. Try different prompts or inputs.',
  },
  {
    failCode: '400',
    failMsg: 'The input or output was flagged as sensitive. Please try again with different inputs.',
  },
  { failCode: '400', failMsg: 'CONTENT_POLICY_BLOCKED: the request was blocked' },
  { failCode: '400', failMsg: 'Your prompt was caught by our AI moderator. Please adjust it and try again!' },
  { failCode: '400', failMsg: 'Request blocked: The uploaded audio was flagged by Google safety review.' },
  { failCode: '400', failMsg: 'The current content could not be processed' },
  { failCode: '400', failMsg: 'Content moderation check failed: sexual' },
  { failCode: '400', failMsg: 'nsfw' },
  { failCode: '422', failMsg: 'Your media file is unavailable, please replace it.' },
  { failCode: '422', failMsg: 'File type not supported' },
  { failCode: '500', failMsg: 'resolution is not within the range of allowed options' },
];
