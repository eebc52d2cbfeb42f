import { getCredits, getDownloadUrl } from './account.ts';
import type { LiveCatalogue } from './catalogue.ts';
import type { KieClient } from './client.ts';
import { isRecord, readText } from './http/envelope.ts';
import type { BuiltInModels, ModelMap } from './models.ts';
import { once } from './once.ts';
import { normalizeOptions, type KieClientOptions } from './options.ts';
import { createTask } from './tasks/create-task.ts';
import { getTaskStatus } from './tasks/get-task-status.ts';
import { run } from './tasks/run.ts';
import { toRef } from './tasks/to-ref.ts';
import { waitTask, watchTask } from './tasks/wait-task.ts';

/**
 * Makes a client of KIE. It holds no connection and needs no closing.
 *
 * @throws KieError `invalid_argument` when an option is wrong
 * @example
 * ```ts
 * import { createKieClient } from '@kie/client';
 *
 * const kie = createKieClient({ apiKey: process.env['KIE_API_KEY'] ?? '' });
 * const task = await kie.run('z-image', { prompt: 'a red fox in snow', aspect_ratio: '1:1' });
 * console.log(task.files[0]?.url);
 * ```
 */
export function createKieClient<Models extends ModelMap = BuiltInModels>(
  options: KieClientOptions,
): KieClient<Models> {
  const settings = normalizeOptions(options);
  // Bundlers that split put these into files of their own: most programs need neither.
  const files = {
    upload: once(() => import('./files/upload.ts')),
    download: once(() => import('./files/download.ts')),
  };
  const live = once(() => import('./catalogue.ts'));
  const catalogue: LiveCatalogue = {
    models: async (filter = {}) => (await live()).listModels(settings, filter),
    schema: async (model, given = {}) => {
      const { openapi } = await (await live()).readFact(settings, model, 'schema', given);
      return isRecord(openapi) ? openapi : undefined;
    },
    price: async (model, given = {}) =>
      readText((await (await live()).readFact(settings, model, 'price', given))['pricingDesc']),
    successRate: async (model, given = {}) => {
      const { readFact, readPoints } = await live();
      return readPoints(await readFact(settings, model, 'success-rate', given));
    },
  };
  return {
    catalogue,
    createTask: (model, payload, given = {}) => createTask(settings, model, payload, given),
    getTaskStatus: async (ref, given = {}) => getTaskStatus(settings, toRef(ref), { signal: given.signal }),
    waitTask: async (ref, given = {}) => waitTask(settings, toRef(ref), given),
    watchTask: (ref, given = {}) => watchTask(settings, toRef(ref), given),
    run: (model, payload, given = {}) => run(settings, model, payload, given),
    uploadFile: (source, given = {}) =>
      files.upload().then(({ uploadFile }) => uploadFile(settings, source, given)),
    getCredits: (given = {}) => getCredits(settings, given),
    getDownloadUrl: (url, given = {}) => getDownloadUrl(settings, url, given),
    download: (url, given = {}) => files.download().then(({ download }) => download(settings, url, given)),
  };
}
