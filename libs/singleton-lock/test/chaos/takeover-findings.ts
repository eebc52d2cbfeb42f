import type { Design } from './contender.ts';
import { formatMs, percentile, printTable, timing, type Finding } from './measure.ts';
import type { Network } from './network.ts';
import { measureTakeover, type TakeoverRow, type Trouble } from './takeover.ts';

/** What the parts of the suite share. */
export interface Context {
  readonly network: Network;
  /** A fresh database, directly. */
  readonly database: (name: string) => Promise<string>;
  readonly killServerProcess: (pid: number) => void;
}

type Plan = readonly [Trouble, Design, 'fast' | 'default', samples: number];

function plansFor(samples: number, kind: Network['kind']): Plan[] {
  const some = Math.max(1, Math.ceil(samples / 5));
  const plans: Plan[] = [
    ['release', 'naive', 'fast', some],
    ['release', 'lease', 'fast', samples],
    ['kill', 'naive', 'fast', 20],
    ['kill', 'lease', 'fast', samples],
    ['kill', 'strict', 'fast', 20],
    ['terminate', 'naive', 'fast', 20],
    ['terminate', 'lease', 'fast', some],
    ['terminate', 'strict', 'fast', 20],
    ['crash', 'naive', 'fast', 20],
    ['crash', 'lease', 'fast', some],
    ['stop', 'naive', 'fast', 3],
    ['stop', 'lease', 'fast', some],
    ['stop', 'lease', 'default', some],
    ['stop', 'strict', 'fast', 20],
    ['cut', 'naive', 'fast', 3],
    ['cut', 'lease', 'fast', Math.ceil(samples / 2)],
    ['cut', 'lease', 'default', some],
    ['cut', 'strict', 'fast', 20],
  ];
  // A proxy acknowledges whatever it cannot pass on.
  if (kind === 'namespaces')
    plans.push(
      ['unacked', 'naive', 'fast', 3],
      ['unacked', 'lease', 'fast', some],
      ['unacked', 'lease', 'default', some],
    );
  return plans;
}

/** L1 to L6, beside a naive design. */
export async function takeoverFindings(context: Context, samples: number): Promise<Finding[]> {
  const url = await context.database('postgres_takeover');
  const rows: TakeoverRow[] = [];
  for (const [trouble, design, profile, count] of plansFor(samples, context.network.kind)) {
    const patience = design === 'naive' ? { patienceMs: 5000 } : {};
    rows.push(
      await measureTakeover({ ...context, url, trouble, design, profile, samples: count, ...patience }),
    );
  }
  printTable(
    ['fault', 'design', 'profile', 'n', 'takeover p50', 'p99', 'max', 'in vain', 'holder knew', 'never knew'],
    rows.map(describe),
  );
  const find = (trouble: Trouble, design: Design, profile = 'fast') =>
    rows.find((row) => row.trouble === trouble && row.design === design && row.profile === profile);
  const speed = (goal: string, trouble: Trouble, below: number, profile: 'fast' | 'default' = 'fast') => {
    const row = find(trouble, 'lease', profile);
    if (row === undefined) return [];
    const finding = timing(goal, `takeover after ${trouble}, ${profile}`, row.takeoverMs, below);
    return [{ ...finding, isReached: finding.isReached && row.inVain === 0 }];
  };
  const told = (trouble: Trouble) => {
    const row = find(trouble, 'lease')!;
    const worst = percentile(row.noticedMs, 1);
    return {
      goal: 'L5',
      test: `old holder told of ${trouble}`,
      wanted: '< 250 ms, all',
      got: `slowest ${formatMs(worst)}, ${row.unaware} unaware`,
      isReached: worst < 250 && row.unaware === 0,
    };
  };
  return [
    ...speed('L1', 'release', 50),
    ...speed('L2', 'kill', 500),
    ...(['stop', 'cut', 'unacked'] as const).flatMap((trouble) => speed('L3', trouble, 1500)),
    ...(['stop', 'cut', 'unacked'] as const).flatMap((trouble) => speed('L4', trouble, 3500, 'default')),
    ...(['crash', 'terminate'] as const).flatMap((trouble) => speed('L5', trouble, 1000)),
    told('crash'),
    told('terminate'),
    ...(['fast', 'default'] as const).map((profile) => selfFence(rows, profile)),
    ...(['stop', 'cut', 'unacked'] as const).flatMap((trouble) => {
      const row = find(trouble, 'naive');
      return row === undefined ? [] : [control(trouble, row)];
    }),
  ];
}

/** L6: the holder that is cut off knows before its successor starts. */
function selfFence(rows: readonly TakeoverRow[], profile: 'fast' | 'default'): Finding {
  const margin = profile === 'fast' ? 250 : 750;
  const those = rows.filter(
    (row) => row.design === 'lease' && row.profile === profile && /cut|unacked/.test(row.trouble),
  );
  const ahead = those.flatMap((row) => row.aheadMs);
  const unaware = those.reduce((sum, row) => sum + row.unaware, 0);
  const least = Math.min(...ahead);
  return {
    goal: 'L6',
    test: `a cut off holder stops before its successor, ${profile}`,
    wanted: `all, >= ${margin - 50} ms before`,
    got: `least ${formatMs(least)} before, n ${ahead.length}, ${unaware} unaware`,
    isReached: unaware === 0 && least >= margin - 50,
  };
}

function control(trouble: Trouble, row: TakeoverRow): Finding {
  return {
    goal: 'control',
    test: `naive, ${trouble}: nobody follows in 5 s`,
    wanted: 'all in vain',
    got: `${row.inVain} of ${row.inVain + row.takeoverMs.length} in vain`,
    isReached: row.takeoverMs.length === 0,
  };
}

function describe(row: TakeoverRow): string[] {
  const { takeoverMs, aheadMs } = row;
  const some = (value: number) => (Number.isFinite(value) ? formatMs(value) : 'none');
  const least = Math.min(...aheadMs);
  return [
    row.trouble,
    row.design,
    row.profile,
    String(takeoverMs.length + row.inVain),
    some(percentile(takeoverMs, 0.5)),
    some(percentile(takeoverMs, 0.99)),
    some(Math.max(...takeoverMs)),
    String(row.inVain),
    // A frozen one is woken after its successors, so that says nothing.
    aheadMs.length === 0 || row.trouble === 'stop'
      ? ''
      : least >= 0
        ? `>= ${formatMs(least)} before`
        : `<= ${formatMs(-least)} after its successor`,
    /release|kill|stop/.test(row.trouble) ? '' : String(row.unaware),
  ];
}
