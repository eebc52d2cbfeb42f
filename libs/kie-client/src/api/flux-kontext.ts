import { createFlatAdapter, filesIn, flagState, type FlatOperation } from './flat.ts';
import { recordOf } from './task-parts.ts';

const generate: FlatOperation = {
  create: '/api/v1/flux/kontext/generate',
  status: '/api/v1/flux/kontext/record-info',
  body: ({ model, payload }) => ({ ...payload, model }),
  state: flagState([2, 3]),
  // originImageUrl is the input made fit, and lives ten minutes.
  result: (data) => ({ files: filesIn(recordOf(data['response']), [['resultImageUrl', 'result']]) }),
};

/** KIE's older API of FLUX.1 Kontext: `flux-kontext-pro` and `flux-kontext-max`. */
export const fluxKontextAdapter = createFlatAdapter(
  'flux-kontext',
  { 'flux-kontext-pro': generate, 'flux-kontext-max': generate },
  'flux-kontext-pro',
);
