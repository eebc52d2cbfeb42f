import { gzipSync } from 'node:zlib';
import { build, type BuildResult } from 'esbuild';
import { expect, test } from 'vitest';

const KILOBYTE = 1024;

function bundle(contents: string, splitting = false): Promise<BuildResult<{ metafile: true; write: false }>> {
  return build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // No Node built-ins: an import of one would fail here.
    platform: 'browser',
    conditions: ['@kie/source'],
    metafile: true,
    write: false,
    splitting,
    outdir: 'out',
  });
}

const CLIENT = "export { createKieClient } from '../src/index.ts';";

test('a bundle of createKieClient: for any platform, nothing of the registry, only what it needs', async () => {
  const { metafile, outputFiles } = await bundle(CLIENT);
  // What is left after shaking.
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? path : [])),
  );
  expect(inputs.filter((path) => path.includes('registry'))).toEqual([]);
  expect(inputs.filter((path) => /suno|runway|aleph|gpt4o|callbacks/.test(path))).toEqual([]);
  expect(
    inputs.filter((path) => path.includes('node_modules') && !path.includes('node_modules/ky/')),
  ).toEqual([]);
  const gzip = gzipSync(outputFiles[0]?.contents ?? new Uint8Array()).byteLength;
  console.info(`createKieClient with everything it can load: ${gzip} B gzip`);
  expect(gzip).toBeLessThanOrEqual(26 * KILOBYTE);
});

test('what loads at import: neither ky nor the file verbs', async () => {
  const { metafile, outputFiles } = await bundle(CLIENT, true);
  const entry = Object.keys(metafile.outputs).find(
    (path) => metafile.outputs[path]?.entryPoint === '<stdin>',
  );
  const first = new Set<string>();
  const follow = (path: string): void => {
    first.add(path);
    for (const each of metafile.outputs[path]?.imports ?? []) {
      if (each.kind === 'import-statement' && !first.has(each.path)) follow(each.path);
    }
  };
  follow(entry ?? '');
  const loaded = [...first].flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {}));
  expect(loaded.filter((path) => /node_modules|upload|download/.test(path))).toEqual([]);
  const gzip = outputFiles
    .filter((file) => [...first].some((path) => file.path.endsWith(path)))
    .reduce((sum, file) => sum + gzipSync(file.contents).byteLength, 0);
  console.info(`createKieClient at import: ${gzip} B gzip in ${first.size} files`);
  expect(gzip).toBeLessThanOrEqual(16 * KILOBYTE);
});
