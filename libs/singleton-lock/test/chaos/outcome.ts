import type { Design } from './contender.ts';
import { percentile } from './measure.ts';

/** What came of one design in a run. */
export interface Outcome {
  readonly design: Design;
  readonly terms: number;
  readonly actions: number;
  /** Outside actions that came after the first one of a successor. */
  readonly late: number;
  readonly lateTerms: number;
  readonly worstOverlapMs: number;
  readonly unfenced: number;
  readonly unfencedStale: number;
  readonly fenced: number;
  readonly fencedStale: number;
  readonly gapP50: number;
  readonly gapMax: number;
}

/** From the log of actions: lines of epoch and time, in the order in which the actions happened. */
export function readActions(
  log: string,
): Pick<Outcome, 'terms' | 'actions' | 'late' | 'lateTerms' | 'worstOverlapMs' | 'gapP50' | 'gapMax'> {
  const epochs = new Set<number>();
  const lateTerms = new Set<number>();
  const gaps: number[] = [];
  let newest = 0;
  let newestSince = 0;
  let lastAt = 0;
  let actions = 0;
  let late = 0;
  let worstOverlapMs = 0;
  for (const line of log.split('\n')) {
    if (line === '') continue;
    const [epoch = 0, at = 0] = line.split(' ').map(Number);
    actions += 1;
    epochs.add(epoch);
    if (epoch > newest) {
      if (newest > 0) gaps.push(at - lastAt);
      newest = epoch;
      newestSince = at;
    }
    if (epoch < newest) {
      late += 1;
      lateTerms.add(epoch);
      worstOverlapMs = Math.max(worstOverlapMs, at - newestSince);
    } else lastAt = at;
  }
  return {
    terms: epochs.size,
    actions,
    late,
    lateTerms: lateTerms.size,
    worstOverlapMs,
    gapP50: percentile(gaps, 0.5),
    gapMax: Math.max(0, ...gaps),
  };
}

/** How many of the epochs, in the order of the writes, come after a larger one. */
export function countStale(epochs: readonly number[]): number {
  let newest = 0;
  let stale = 0;
  for (const epoch of epochs) {
    if (epoch < newest) stale += 1;
    newest = Math.max(newest, epoch);
  }
  return stale;
}

/** The outcomes of several runs as one. */
export function merge(outcomes: readonly Outcome[]): Outcome {
  const [first] = outcomes;
  if (first === undefined) throw new Error('No outcomes to merge.');
  const sum = (pick: (outcome: Outcome) => number) => outcomes.reduce((total, one) => total + pick(one), 0);
  const most = (pick: (outcome: Outcome) => number) => Math.max(...outcomes.map(pick));
  return {
    design: first.design,
    terms: sum((one) => one.terms),
    actions: sum((one) => one.actions),
    late: sum((one) => one.late),
    lateTerms: sum((one) => one.lateTerms),
    worstOverlapMs: most((one) => one.worstOverlapMs),
    unfenced: sum((one) => one.unfenced),
    unfencedStale: sum((one) => one.unfencedStale),
    fenced: sum((one) => one.fenced),
    fencedStale: sum((one) => one.fencedStale),
    gapP50: percentile(
      outcomes.map((one) => one.gapP50),
      0.5,
    ),
    gapMax: most((one) => one.gapMax),
  };
}
