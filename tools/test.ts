// `npm test`: the tests of every package, or of those named (`npm test -- kie-client telegram`).
import { run } from './run.ts';
import { printTestSummary } from './test-summary.ts';

const named = process.argv.slice(2);
const only = named.length > 0 ? ['-p', named.join(',')] : [];
const ok = run('nx', ['run-many', '-t', 'test', '--outputStyle=static', ...only]);
if (named.length === 0) {
  const { passed, failed, skipped } = printTestSummary();
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  if (failed > 0) process.exitCode = 1;
}
if (!ok) process.exitCode = 1;
