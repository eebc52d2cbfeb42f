import { KieError } from '../errors/kie-error.ts';
import type { TaskApi } from '../task.ts';
import type { ApiAdapter } from './adapter.ts';
import { jobsAdapter } from './jobs.ts';

/** Ids that only KIE's older flat APIs take, and the id of the same model behind the jobs API. */
const FLAT_MODELS: ReadonlyMap<string, { readonly api: TaskApi; readonly use: string }> = new Map([
  ['veo3', { api: 'veo', use: 'veo-3-1' }],
  ['veo3_fast', { api: 'veo', use: 'veo-3-1' }],
  ['veo3_lite', { api: 'veo', use: 'veo-3-1' }],
  ['flux-kontext-pro', { api: 'flux-kontext', use: 'flux1-kontext' }],
  ['flux-kontext-max', { api: 'flux-kontext', use: 'flux1-kontext' }],
]);

const ADAPTERS: Readonly<Partial<Record<TaskApi, ApiAdapter>>> = { jobs: jobsAdapter };

/** The adapter that sells a model. */
export function adapterForModel(model: string): ApiAdapter {
  const flat = FLAT_MODELS.get(model);
  return adapterFor(
    flat?.api ?? 'jobs',
    flat &&
      `The model '${model}' lives behind KIE's older '${flat.api}' API, which this version does not call. Use '${flat.use}' instead.`,
  );
}

/** The adapter of an API. */
export function adapterFor(api: TaskApi, problem?: string): ApiAdapter {
  const adapter = ADAPTERS[api];
  if (adapter) return adapter;
  throw new KieError(
    problem ?? `A task of KIE's '${api}' API cannot be looked up by this version of @kie/client.`,
    { code: 'api_not_supported', category: 'validation', retryable: false, outcome: 'not_sent' },
  );
}
