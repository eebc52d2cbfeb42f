// `node quality.ts coverage` or `node quality.ts mutation`: copies the package into a new directory and runs Vitest or Stryker on the copy.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const here = import.meta.dirname;
const libs = resolve(here, '../../../libs');
const copy = mkdtempSync(join(tmpdir(), 'kie-client-quality-'));
const [task = 'coverage', ...files] = process.argv.slice(2);

/** The modules whose faults cost money or lose tasks. */
const MUTATED = [
  'src/http/retry-timing.ts',
  'src/http/network-failure.ts',
  'src/http/envelope.ts',
  'src/http/free-call.ts',
  'src/tasks/create-task.ts',
  'src/tasks/wait-task.ts',
  'src/tasks/pace.ts',
  'src/callbacks/*.ts',
  'src/api/jobs.ts',
  'src/api/result.ts',
  'src/api/refusal.ts',
  'src/api/task-parts.ts',
  '!src/**/*.test.ts',
];

mkdirSync(join(copy, 'node_modules/@kie'), { recursive: true });
for (const name of readdirSync(join(here, 'node_modules'))) {
  symlinkSync(join(here, 'node_modules', name), join(copy, 'node_modules', name));
}
for (const name of ['src', 'test', 'package.json'])
  cpSync(join(libs, 'kie-client', name), join(copy, name), { recursive: true });
cpSync(join(libs, 'kie-registry'), join(copy, 'node_modules/@kie/registry'), {
  recursive: true,
  filter: (path) => !/kie-registry\/(?:node_modules|out-tsc|test)/.test(path),
});
writeFileSync(
  join(copy, 'vitest.config.ts'),
  `export default {
  root: import.meta.dirname,
  ssr: { resolve: { conditions: ['@kie/source'] } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/bundle.test.ts', '**/node_modules/**', '**/.stryker-tmp/**'],
    coverage: { provider: 'v8', include: ['src/**/*.ts'], exclude: ['src/**/*.test.ts'], reporter: ['text', 'text-summary'] },
  },
};
`,
);
writeFileSync(
  join(copy, 'stryker.config.json'),
  JSON.stringify({
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.config.ts', related: true },
    plugins: ['@stryker-mutator/vitest-runner'],
    coverageAnalysis: 'perTest',
    mutate: files.length > 0 ? files : MUTATED,
    reporters: ['clear-text', 'progress-append-only'],
    concurrency: 2,
    timeoutMS: 8000,
    ignoreStatic: true,
    disableTypeChecks: false,
    checkers: [],
  }),
);
const bin = join(here, 'node_modules/.bin', task === 'mutation' ? 'stryker' : 'vitest');
const args = task === 'mutation' ? ['run'] : ['run', '--coverage'];
process.exitCode = spawnSync(bin, args, { cwd: copy, stdio: 'inherit' }).status ?? 1;
rmSync(copy, { recursive: true, force: true });
