// Runs the packed client inside workerd (Cloudflare's worker runtime) by Miniflare. `node worker.ts <consumer directory>`.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const dir = process.argv[2] ?? '.';
const { outputFiles } = await build({
  stdin: {
    contents: `import { createKieClient, readCallback, signTestCallback } from '@kie/client';
export default { async fetch(request, env) {
  const BASE = env.KIE_BASE_URL;
  const kie = createKieClient({ apiKey: 'test-key', baseUrl: BASE, uploadBaseUrl: BASE });
  const task = await kie.run('z-image', { prompt: 'a fox', aspect_ratio: '1:1' });
  const { url } = await kie.uploadFile(new Blob([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])]));
  const { rawBody, headers } = await signTestCallback({ taskId: 't1', key: 'k' });
  const { signature } = await readCallback({ headers, rawBody }, { keys: ['k'] });
  return new Response(['works', task.status, task.files[0].kind, url !== '', signature, (await kie.getCredits()) > 0].join(' '));
} };`,
    resolveDir: dir,
  },
  bundle: true,
  format: 'esm',
  platform: 'browser',
  write: false,
});
const require = createRequire(join(import.meta.dirname, 'runtimes/package.json'));
const { Miniflare } = require('miniflare') as {
  Miniflare: new (options: object) => {
    dispatchFetch(url: string): Promise<Response>;
    dispose(): Promise<void>;
  };
};
const worker = new Miniflare({
  modules: true,
  script: outputFiles[0]?.text,
  compatibilityDate: '2026-04-01',
  bindings: { KIE_BASE_URL: process.env['KIE_BASE_URL'] },
});
console.log(await (await worker.dispatchFetch('http://localhost/')).text());
await worker.dispose();
