import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const KILOBYTE = 1024;

test('a bundle of createKieClient: small, for any platform, nothing of the registry', async () => {
  const { metafile, outputFiles } = await build({
    stdin: {
      contents: "export { createKieClient } from '../src/index.ts';",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // No Node built-ins: an import of one would fail here.
    platform: 'browser',
    conditions: ['@kie/source'],
    metafile: true,
    write: false,
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.filter((path) => path.includes('registry'))).toEqual([]);
  expect(
    inputs.filter((path) => path.includes('node_modules') && !path.includes('node_modules/ky/')),
  ).toEqual([]);
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const gzip = gzipSync(code).byteLength;
  console.info(`createKieClient: ${code.byteLength} B minified, ${gzip} B gzip`);
  expect(gzip).toBeLessThanOrEqual(22 * KILOBYTE);
});
