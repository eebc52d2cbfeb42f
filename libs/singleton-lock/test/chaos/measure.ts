/** The clock that all processes of a machine share, in ms. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint() / 1000n) / 1000;
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The smallest value that at least `share` of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Prints rows under a head, columns padded. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((cell, n) => Math.max(cell.length, ...rows.map((row) => row[n]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(' | ')} |`;
  console.log(line(head));
  console.log(line(widths.map((width) => '-'.repeat(width))));
  for (const row of rows) console.log(line(row));
}

/** One goal of the suite and what came of it. */
export interface Finding {
  readonly goal: string;
  readonly test: string;
  readonly wanted: string;
  readonly got: string;
  readonly isReached: boolean;
}

export const formatMs = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

/** A row of quantiles for a goal. */
export function timing(goal: string, test: string, values: readonly number[], p99Below: number): Finding {
  const p99 = percentile(values, 0.99);
  return {
    goal,
    test,
    wanted: `p99 < ${p99Below} ms`,
    got: `p50 ${formatMs(percentile(values, 0.5))}, p99 ${formatMs(p99)}, n ${values.length}`,
    isReached: p99 < p99Below,
  };
}
