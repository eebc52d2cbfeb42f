import type { ApiAdapter } from './api/adapter.ts';
import { createFlatAdapter, filesIn, wordState, type FlatOperation } from './api/flat.ts';
import { recordOf } from './api/task-parts.ts';

const operation = (create: string): FlatOperation => ({
  create: `/api/v1/runway/${create}`,
  status: '/api/v1/runway/record-detail',
  state: wordState('state'),
  result: (data) => ({
    files: filesIn(recordOf(data['videoInfo']), [
      ['videoUrl', 'result'],
      ['imageUrl', 'cover'],
    ]),
  }),
});

/**
 * KIE's older Runway API, with the same verbs as everything else: `runway/generate` and `runway/extend` (ids of this
 * client). Payloads are those of KIE's pages.
 *
 * @example
 * ```ts
 * import { anyModel, createKieClient } from '@kie/client';
 * import { runway } from '@kie/client/runway';
 *
 * const kie = createKieClient({ apiKey: process.env['KIE_API_KEY'] ?? '', apis: [runway] });
 * await kie.run(anyModel('runway/generate'), { prompt: 'waves', duration: 5, quality: '720p', aspectRatio: '16:9' });
 * ```
 */
export const runway: ApiAdapter = createFlatAdapter(
  'runway',
  { 'runway/generate': operation('generate'), 'runway/extend': operation('extend') },
  'runway/generate',
);
