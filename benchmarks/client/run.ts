// Measures everything and writes results.md. `npm ci && node run.ts`, after a build of the two packages.
import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { here, installConsumer, median, run, type Consumer } from './workspace.ts';

const lines: string[] = [];
const say = (line = ''): void => {
  lines.push(line);
  console.log(line);
};
const heading = (text: string): void => say(`\n## ${text}\n`);
const row = (...cells: readonly (string | number)[]): void => say(`| ${cells.join(' | ')} |`);
const head = (...cells: readonly string[]): void => {
  row(...cells);
  row(...cells.map(() => '---'));
};

async function child<Value>(consumer: Consumer, args: readonly string[]): Promise<Value> {
  const env = { KIE_CLIENT: join(consumer.dir, 'node_modules/@kie/client/dist/esm/index.js') };
  const { ok, output } = await run(process.execPath, args, { env, timeoutMs: 300_000 });
  if (!ok) throw new Error(`${args.join(' ')}: ${output}`);
  return JSON.parse(output.split('\n').at(-1) ?? '') as Value;
}

const CLIENTS: readonly (readonly [string, string])[] = [
  ['@kie/client', "export { createKieClient } from '@kie/client';"],
  ['ky', "export { default } from 'ky';"],
  ['fal', "export { createFalClient } from '@fal-ai/client';"],
  ['replicate', "export { default } from 'replicate';"],
  ['runway', "export { default } from '@runwayml/sdk';"],
  ['openai', "export { default } from 'openai';"],
];

async function sizes(consumer: Consumer): Promise<void> {
  heading('Bundle of the client, minified ESM for ES2022, KB gzip');
  head('client', 'one file', 'loaded at import, when the bundler splits', 'ratio to @kie/client (one file)');
  let base = 0;
  for (const [name, contents] of CLIENTS) {
    const options = {
      stdin: { contents, resolveDir: name === '@kie/client' ? consumer.dir : here },
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      platform: name === 'openai' || name === 'replicate' ? 'node' : 'browser',
    } as const;
    const one = await build(options);
    const split = await build({ ...options, splitting: true, outdir: 'out', metafile: true });
    const { outputs } = split.metafile;
    const first = new Set<string>();
    const follow = (path: string): void => {
      first.add(path);
      for (const each of outputs[path]?.imports ?? []) {
        if (each.kind === 'import-statement' && outputs[each.path] && !first.has(each.path))
          follow(each.path);
      }
    };
    follow(Object.keys(outputs).find((path) => outputs[path]?.entryPoint) ?? '');
    const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);
    const all = gzipSync(one.outputFiles[0]?.contents ?? new Uint8Array()).byteLength;
    const atImport = split.outputFiles
      .filter((file) => [...first].some((path) => file.path.endsWith(path)))
      .reduce((sum, file) => sum + gzipSync(file.contents).byteLength, 0);
    base ||= all;
    row(name, kilobytes(all), kilobytes(atImport), (all / base).toFixed(2));
  }
}

async function imports(consumer: Consumer): Promise<void> {
  heading('Import in a fresh process, ms, median of 15, interleaved');
  const names = ['@kie/client', 'ky', '@fal-ai/client', 'replicate', '@runwayml/sdk', 'openai'];
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  const code = (name: string): string =>
    `const started = performance.now(); await import(${JSON.stringify(name)}); console.log(performance.now() - started);`;
  for (let round = 0; round < 15; round += 1) {
    for (const name of names) {
      const cwd = name === '@kie/client' ? consumer.dir : here;
      const { output } = await run(process.execPath, ['--input-type=module', '-e', code(name)], { cwd });
      times.get(name)?.push(Number(output));
    }
  }
  const base = median(times.get('@kie/client') ?? []);
  head('client', 'ms', 'ratio to @kie/client');
  for (const [name, all] of times) row(name, median(all).toFixed(1), (median(all) / base).toFixed(2));
}

async function types(consumer: Consumer): Promise<void> {
  heading('Type-check of one file, TypeScript 7, median of 5');
  const files: readonly (readonly [string, string, string])[] = [
    ['empty file', consumer.dir, 'export {};\n'],
    [
      '@kie/client, one typed call',
      consumer.dir,
      "import { createKieClient } from '@kie/client';\nexport const task = createKieClient({ apiKey: 'k' }).run('z-image', { prompt: 'x', aspect_ratio: '1:1' });\n",
    ],
    [
      'fal, one typed call',
      here,
      "import { createFalClient } from '@fal-ai/client';\nexport const task = createFalClient({}).run('fal-ai/flux/dev', { input: { prompt: 'x' } });\n",
    ],
  ];
  // The program itself: its launcher is a Node of 50 MB.
  const compiler = join(
    here,
    `node_modules/@typescript/typescript-${process.platform}-${process.arch}/lib/tsc`,
  );
  head('file', 's', 'peak MB');
  for (const [name, cwd, code] of files) {
    const path = join(cwd, 'measured-types.ts');
    await writeFile(path, code);
    const seconds: number[] = [];
    const memory: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const flags = ['--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext'];
      const tsc = [
        join(here, 'node_modules/ts7/bin/tsc'),
        ...flags,
        '--target',
        'es2022',
        '--types',
        '',
        path,
      ];
      // GNU time tells the peak of the compiler's own process.
      const { ok, output } = await run('/usr/bin/time', ['-f', '%e %M', ...tsc], { cwd });
      if (!ok) throw new Error(output);
      const [elapsed, peak] = output.split('\n').at(-1)?.split(' ') ?? [];
      seconds.push(Number(elapsed));
      memory.push(Number(peak) / 1024);
    }
    await rm(path);
    row(name, median(seconds).toFixed(2), median(memory).toFixed(0));
  }
}

async function throughput(consumer: Consumer): Promise<void> {
  heading('Requests against a server on loopback, median of 3, interleaved');
  // A process of its own, so that its work is not counted.
  const server = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      "import { startFakeKie } from './fake-kie.ts'; console.log((await startFakeKie()).url);",
    ],
    { cwd: here, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const url = await new Promise<string>((resolve) =>
    server.stdout.once('data', (data) => resolve(String(data).trim())),
  );
  const names = ['client', 'ky', 'fetch', 'undici'];
  head('concurrency', 'client', 'requests/s', 'CPU µs/request', 'CPU, ratio to ky');
  try {
    for (const concurrency of [1, 100]) {
      const found = new Map<string, { rps: number; cpuMicros: number }[]>(names.map((name) => [name, []]));
      for (let round = 0; round < 3; round += 1) {
        for (const name of names) {
          const count = concurrency === 1 ? 3_000 : 8_000;
          found
            .get(name)
            ?.push(await child(consumer, ['throughput.ts', name, String(concurrency), String(count), url]));
        }
      }
      const cpu = (name: string): number => median((found.get(name) ?? []).map((each) => each.cpuMicros));
      for (const name of names) {
        const rps = median((found.get(name) ?? []).map((each) => each.rps));
        row(concurrency, name, rps.toFixed(0), cpu(name).toFixed(0), (cpu(name) / cpu('ky')).toFixed(2));
      }
    }
  } finally {
    server.kill();
  }
}

async function waits(consumer: Consumer): Promise<void> {
  heading('10 000 waits in one process');
  const found = await child<Record<string, number>>(consumer, ['--expose-gc', 'waits.ts']);
  head('heap per wait, bytes', 'resident per wait, bytes', 'first looks of all, ms', 'abort of all, ms');
  row(
    found['heapPerWait'] ?? '',
    found['rssPerWait'] ?? '',
    found['firstLooksMs'] ?? '',
    found['abortAllMs'] ?? '',
  );
}

async function trace(consumer: Consumer): Promise<void> {
  heading('Requests against lag on 920 tasks of 23 models (see trace.ts)');
  const points = await child<{ name: string; requests: number; lag: number }[]>(consumer, ['trace.ts']);
  head('waiter', 'status requests per task', 'lag, s', 'product');
  for (const { name, requests, lag } of points)
    row(name, requests.toFixed(1), lag.toFixed(2), (requests * lag).toFixed(0));
}

async function faults(consumer: Consumer): Promise<void> {
  heading('Faults, default options, injected fetch');
  const table = await child<Record<string, Record<string, string>>>(consumer, ['faults.ts']);
  const names = ['@kie/client', 'fal', 'replicate', 'openai', 'runway'];
  head('fault', ...names);
  for (const [fault, cells] of Object.entries(table)) row(fault, ...names.map((name) => cells[name] ?? '–'));
}

const consumer = await installConsumer();
try {
  say('# Results');
  say(
    `\nNode ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores shared with other work: read the ratios, not the digits.`,
  );
  const parts = { sizes, imports, types, throughput, waits, trace, faults };
  const chosen = process.argv.slice(2);
  for (const [name, part] of Object.entries(parts))
    if (chosen.length === 0 || chosen.includes(name)) await part(consumer);
  if (chosen.length === 0) await writeFile(join(here, 'results.md'), `${lines.join('\n')}\n`);
} finally {
  await consumer.remove();
}
