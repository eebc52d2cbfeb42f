import { runFaults } from './fault-run.ts';
import { formatMs, printTable, type Finding } from './measure.ts';
import { merge } from './outcome.ts';
import type { Context } from './takeover-findings.ts';

/** L7 and L8: random faults over several seeds at once, three designs side by side. */
export async function chaosFindings(
  { network, database, killServerProcess }: Context,
  seeds: readonly number[],
  faults: number,
): Promise<Finding[]> {
  const each = Math.ceil(faults / seeds.length);
  const runs = await Promise.all(
    seeds.map(async (seed, n) => {
      const url = await database(`chaos_${seed}`);
      return runFaults({ url, network, firstLine: 1 + 3 * n, seed, faults: each, killServerProcess });
    }),
  );
  const [naive, lease, strict] = [0, 1, 2].map((n) => merge(runs.map((run) => run[n]!)));
  printTable(
    [
      `design, ${each * seeds.length} faults`,
      'terms',
      'outside actions',
      'after a successor',
      'worst overlap',
      'unfenced stale',
      'fenced stale',
      'gap p50 / max',
    ],
    [naive!, lease!, strict!].map((one) => [
      one.design,
      String(one.terms),
      String(one.actions),
      `${one.late} in ${one.lateTerms} terms`,
      formatMs(one.worstOverlapMs),
      `${one.unfencedStale} of ${one.unfenced}`,
      `${one.fencedStale} of ${one.fenced}`,
      `${formatMs(one.gapP50)} / ${formatMs(one.gapMax)}`,
    ]),
  );
  const all = `${each * seeds.length} faults, ${seeds.length} seeds`;
  return [
    {
      goal: 'L7',
      test: `strict, ${all}`,
      wanted: '0 late outside actions, 0 fenced stale writes',
      got: `${strict!.late} and ${strict!.fencedStale}`,
      isReached: strict!.late === 0 && strict!.fencedStale === 0,
    },
    {
      goal: 'L8',
      test: `lease, ${all}`,
      wanted: 'overlap <= 750 ms, 0 fenced stale writes',
      got: `${formatMs(lease!.worstOverlapMs)} and ${lease!.fencedStale}`,
      isReached: lease!.worstOverlapMs <= 750 && lease!.fencedStale === 0,
    },
    {
      goal: 'control',
      test: `naive, ${all}`,
      wanted: '> 0 late outside actions, > 0 unfenced stale writes',
      got: `${naive!.late} and ${naive!.unfencedStale}`,
      isReached: naive!.late > 0 && naive!.unfencedStale > 0,
    },
  ];
}
