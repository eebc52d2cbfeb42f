import { KieError } from '../errors/kie-error.ts';
import type { ApiAdapter } from './adapter.ts';
import { fluxKontextAdapter } from './flux-kontext.ts';
import { jobsAdapter } from './jobs.ts';
import { veoAdapter } from './veo.ts';

/** Those every client speaks; the last one takes whatever the others leave. */
const BUILT_IN: readonly ApiAdapter[] = [veoAdapter, fluxKontextAdapter, jobsAdapter];

/** The adapter that sells a model. */
export function adapterForModel(apis: readonly ApiAdapter[], model: string): ApiAdapter {
  return [...apis, ...BUILT_IN].find((adapter) => adapter.takes(model)) ?? jobsAdapter;
}

/** The adapter of an API. */
export function adapterFor(apis: readonly ApiAdapter[], api: ApiAdapter['api']): ApiAdapter {
  const adapter = [...apis, ...BUILT_IN].find((each) => each.api === api);
  if (adapter) return adapter;
  throw new KieError(
    `This client does not speak KIE's '${api}' API. Import it from '@kie/client/${api}' and pass it in the option 'apis'.`,
    { code: 'api_not_supported', category: 'validation', retryable: false, outcome: 'not_sent' },
  );
}
