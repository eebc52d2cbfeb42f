import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startKieEmulator } from '@kie/emulator';
import { startPostgres } from '@kie/embedded-postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readmeExamples } from '../src/readme-examples.ts';
import { layers, root } from './house.ts';

const apps = new Set(['bot', 'sanity', 'playground', 'e2e']);
const rooms = layers.flat().map((room) => join(root, apps.has(room) ? 'apps' : 'libs', room));
const readmes = [join(root, 'README.md'), ...rooms.map((room) => join(room, 'README.md'))];
const examples = readmes.filter((path) => existsSync(path)).flatMap((path) => readmeExamples(path));

// Inside this package, so that the examples find every package by its name.
const folder = join(import.meta.dirname, '../tmp/readme');
const fileOf = (i: number) => join(folder, `example-${i}.ts`);

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  examples.forEach(({ code, from }, i) => {
    writeFileSync(fileOf(i), `// ${relative(root, from)}\n${code}\nexport {};\n`);
  });
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../../../tsconfig.base.json',
      compilerOptions: {
        noEmit: true,
        composite: false,
        declaration: false,
        declarationMap: false,
        noUnusedLocals: false,
      },
      include: ['*.ts'],
    }),
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('every package has a README', () => {
  expect(readmes.filter((path) => !existsSync(path)).map((path) => relative(root, path))).toEqual([]);
});

test('every example compiles', () => {
  const done = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' });
  expect(done.stdout).toBe('');
  expect(done.status).toBe(0);
});

describe('examples that stand alone run', () => {
  let stop: (() => Promise<void>)[] = [];
  let env: Record<string, string> = {};
  beforeAll(async () => {
    const kie = await startKieEmulator({ speed: 200 });
    stop = [async () => await kie.stop()];
    const postgres = await startPostgres({});
    stop.push(async () => await postgres.stop());
    env = {
      KIE_API_KEY: 'test-key',
      KIE_BASE_URL: kie.url,
      KIE_UPLOAD_BASE_URL: kie.uploadUrl,
      DATABASE_URL: await postgres.createDatabase('readme'),
    };
  });
  afterAll(async () => {
    for (const one of stop) await one();
  });

  const runnable = examples.map((example, i) => ({ ...example, i })).filter(({ run }) => run);
  test.each(runnable.map(({ from, i }) => [relative(root, from), i] as const))(
    '%s',
    async (_name, i) => {
      const child = spawn(process.execPath, ['--conditions=@kie/source', fileOf(i)], {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
      const code = await new Promise((resolve) => child.once('close', resolve));
      expect(code, output).toBe(0);
    },
    60_000,
  );
});
