import type { ApiAdapter } from './api/adapter.ts';
import { createFlatAdapter, filesIn, type FlatOperation } from './api/flat.ts';
import { recordOf } from './api/task-parts.ts';
import { readNumber, readText } from './http/envelope.ts';

const generate: FlatOperation = {
  create: '/api/v1/aleph/generate',
  status: '/api/v1/aleph/record-info',
  state: (data) => {
    const flag = readNumber(data['successFlag']);
    if (flag === undefined) return undefined;
    if (flag === 1) return { status: 'succeeded', rawState: '1' };
    // 0 is "running" and "failed" alike; an error or an end without a result tells them apart.
    const code = readNumber(data['errorCode']) ?? 0;
    const over =
      (code !== 0 && code !== 200) || readText(data['errorMessage']) !== undefined || data['completeTime'];
    return { status: over ? 'failed' : 'running', rawState: String(flag) };
  },
  result: (data) => ({
    files: filesIn(recordOf(data['response']), [
      ['resultVideoUrl', 'result'],
      ['resultImageUrl', 'cover'],
    ]),
  }),
};

/**
 * KIE's older Runway Aleph API, with the same verbs as everything else: `aleph/generate` (an id of this client).
 *
 * @example
 * ```ts
 * import { anyModel, createKieClient } from '@kie/client';
 * import { aleph } from '@kie/client/aleph';
 *
 * const kie = createKieClient({ apiKey: process.env['KIE_API_KEY'] ?? '', apis: [aleph] });
 * await kie.run(anyModel('aleph/generate'), { prompt: 'make it snow', videoUrl: 'https://example.com/a.mp4' });
 * ```
 */
export const aleph: ApiAdapter = createFlatAdapter('aleph', { 'aleph/generate': generate }, 'aleph/generate');
