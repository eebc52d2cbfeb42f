/** What {@link nextPause} goes by. All in ms. */
export interface Pace {
  readonly pollMs: number;
  /** How long the task has been there. */
  readonly ageMs: number;
  /** How long tasks of this kind usually take. */
  readonly expectedMs?: number | undefined;
  readonly random: () => number;
}

/**
 * Tasks that end before this part of their usual time are rare enough to be noticed late. On the recorded durations of
 * KIE's models the rest saves a third of all requests at the same lag (benchmarks/client, `trace`).
 */
const REST = 0.4;

/** Pause until the next look: `pollMs` ± 15 %, so that waits do not march in step; first a rest, if the usual time is known. */
export function nextPause({ pollMs, ageMs, expectedMs = 0, random }: Pace): number {
  return Math.max(expectedMs * REST - ageMs, pollMs * (0.85 + random() * 0.3));
}
