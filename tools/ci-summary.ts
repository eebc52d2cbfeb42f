// The last lines of a CI run: a line per package and the sum alone on the last line. The arguments are the names
// of steps that failed; the tests' own failures are counted one by one, every other failed step as one.
import { printTestSummary } from './test-summary.ts';

const { passed, failed } = printTestSummary();
const otherSteps = process.argv.slice(2).filter((step) => step !== 'tests').length;
console.log(`\n${passed} passed, ${failed + otherSteps} failed`);
