// Prints a line per package from the reports that vitest leaves behind. They are outputs of the cached test
// target, so a run that took everything from the cache still tells what was tested.
import { existsSync, readFileSync } from 'node:fs';
import { projects } from './projects.ts';
import { root } from './run.ts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly startTime: number;
  readonly testResults: readonly { readonly endTime: number; readonly status: string }[];
}

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** One line per package, and the sum. A package without a report counts as one failure: its tests never ran. */
export function printTestSummary(): Counts {
  const sum: Counts = { passed: 0, failed: 0, skipped: 0 };
  console.log('\npackage              passed  failed  skipped  seconds');
  for (const { name, folder } of projects()) {
    const file = `${root}${folder}/test-results/vitest.json`;
    if (!existsSync(file)) {
      console.log(`${name.padEnd(20)} no report: the tests did not run`);
      sum.failed += 1;
      continue;
    }
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const brokenFiles = report.testResults.filter((result) => result.status === 'failed').length;
    const failed = Math.max(
      report.numFailedTests,
      brokenFiles > 0 && report.numFailedTests === 0 ? brokenFiles : 0,
    );
    const end = Math.max(report.startTime, ...report.testResults.map((result) => result.endTime));
    const seconds = ((end - report.startTime) / 1000).toFixed(1);
    console.log(
      name.padEnd(20) +
        [report.numPassedTests, failed, report.numPendingTests].map((n) => String(n).padStart(8)).join('') +
        seconds.padStart(9),
    );
    sum.passed += report.numPassedTests;
    sum.failed += failed;
    sum.skipped += report.numPendingTests;
  }
  return sum;
}
