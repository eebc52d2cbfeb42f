import { getCredits, getDownloadUrl } from './account.ts';
import type { KieClient } from './client.ts';
import { download } from './files/download.ts';
import { uploadFile } from './files/upload.ts';
import type { BuiltInModels, ModelMap } from './models.ts';
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
  return {
    createTask: (model, payload, given = {}) => createTask(settings, model, payload, given),
    getTaskStatus: async (ref, given = {}) => getTaskStatus(settings, toRef(ref), { signal: given.signal }),
    waitTask: async (ref, given = {}) => waitTask(settings, toRef(ref), given),
    watchTask: (ref, given = {}) => watchTask(settings, toRef(ref), given),
    run: (model, payload, given = {}) => run(settings, model, payload, given),
    uploadFile: (source, given = {}) => uploadFile(settings, source, given),
    getCredits: (given = {}) => getCredits(settings, given),
    getDownloadUrl: (url, given = {}) => getDownloadUrl(settings, url, given),
    download: (url, given = {}) => download(settings, url, given),
  };
}
