// `npm run check`: everything that must hold before a change lands. `--without-tests` leaves the tests out, for
// a pipeline that runs them as a step of its own.
import { checkLockfile } from './check-lockfile.ts';
import { checkRanges } from './check-ranges.ts';
import { run } from './run.ts';

const steps: readonly (readonly [name: string, ok: () => boolean])[] = [
  ['lockfile', checkLockfile],
  ['internal ranges', checkRanges],
  ['format', () => run('oxfmt', ['--check'])],
  ['project references', () => run('nx', ['sync:check'])],
  ['generated files', () => run('nx', ['run-many', '-t', 'codegen-check', '--outputStyle=static'])],
  ['types of the tools', () => run('tsc', ['-p', 'tools'])],
  ['lint, types, build', () => run('nx', ['run-many', '-t', 'lint,typecheck,build', '--outputStyle=static'])],
  ...(process.argv.includes('--without-tests')
    ? []
    : [['tests', () => run('node', ['tools/test.ts'])] as const]),
];

const results = steps.map(([name, ok]) => [name, ok()] as const);
console.log('');
for (const [name, ok] of results) console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}`);
if (results.some(([, ok]) => !ok)) process.exitCode = 1;
