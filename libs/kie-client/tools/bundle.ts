// Second half of the build: joins the modules into a few files under dist/esm. Forty small files cost 20 ms at every start.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
await rm(join(root, 'dist/esm'), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['index', 'node', 'suno', 'runway', 'aleph', 'gpt4o'].map((name) => `src/${name}.ts`),
  outdir: 'dist/esm',
  bundle: true,
  // Shared parts once; ky, uploads and downloads stay apart and load on first use.
  splitting: true,
  format: 'esm',
  platform: 'neutral',
  packages: 'external',
  external: ['node:*'],
  target: 'es2022',
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
});
