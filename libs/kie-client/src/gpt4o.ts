import type { ApiAdapter } from './api/adapter.ts';
import { createFlatAdapter, flagState, wordState, type FlatOperation } from './api/flat.ts';
import { filesOf } from './api/result.ts';
import { recordOf } from './api/task-parts.ts';

const generate: FlatOperation = {
  create: '/api/v1/gpt4o-image/generate',
  status: '/api/v1/gpt4o-image/record-info',
  state: (data) => wordState('status')(data) ?? flagState([2, 3])(data),
  result: (data) => {
    const response = recordOf(data['response']);
    return { files: filesOf(response['resultUrls'] ?? response['result_urls'], 'result', 'imageUrls') };
  },
};

/**
 * KIE's older 4o image API, with the same verbs as everything else: `gpt4o/generate` (an id of this client).
 *
 * @example
 * ```ts
 * import { anyModel, createKieClient } from '@kie/client';
 * import { gpt4o } from '@kie/client/gpt4o';
 *
 * const kie = createKieClient({ apiKey: process.env['KIE_API_KEY'] ?? '', apis: [gpt4o] });
 * await kie.run(anyModel('gpt4o/generate'), { prompt: 'a red fox', size: '1:1' });
 * ```
 */
export const gpt4o: ApiAdapter = createFlatAdapter('gpt4o', { 'gpt4o/generate': generate }, 'gpt4o/generate');
