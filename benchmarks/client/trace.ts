// Requests per task against lag, on a pinned trace of durations, in virtual time: our own wait, run for real with a clock
// that jumps, beside waiters with a fixed pause.
import { ours } from './ours.ts';

/** Seconds of single public runs per model, as the catalogue has them (`typicalSeconds`), of September 2026. */
const TYPICAL = [
  [154, 246, 255, 285, 313],
  [188],
  [59],
  [48],
  [55],
  [66],
  [130],
  [12],
  [38],
  [63],
  [70, 73],
  [80],
  [113],
  [127, 165],
  [143],
  [7, 55],
  [112],
  [45],
  [96],
  [12],
  [28],
  [56],
  [785],
];
const TASKS_PER_MODEL = 40;
/** Spread of the durations of one model; a guess, since no model has enough public runs. */
const SIGMA = 0.35;

export interface Point {
  readonly name: string;
  /** Status requests per task. */
  readonly requests: number;
  /** Seconds from done to noticed, mean. */
  readonly lag: number;
}

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const random = createRandom(7);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const trace = TYPICAL.flatMap((seconds) => {
  const usual = seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? 0;
  return Array.from({ length: TASKS_PER_MODEL }, () => ({ usual, took: usual * Math.exp(SIGMA * normal()) }));
});

function fixed(name: string, first: number, pause: () => number): Point {
  let requests = 0;
  let lag = 0;
  for (const { took } of trace) {
    let now = first;
    for (requests += 1; now < took; requests += 1) now += pause();
    lag += now - took;
  }
  return { name, requests: requests / trace.length, lag: lag / trace.length };
}

async function measured(name: string, pollMs: number, hinted: boolean): Promise<Point> {
  const { createKieClient } = await ours();
  let requests = 0;
  let lag = 0;
  for (const { usual, took } of trace) {
    let now = 0;
    const clock = {
      now: () => now,
      // Deadlines never fire here; pauses pass at once.
      sleep: (ms: number): Promise<void> => {
        if (ms > 800_000) return new Promise(() => undefined);
        now += ms;
        return Promise.resolve();
      },
    };
    const kie = createKieClient({
      apiKey: 'test-key',
      clock,
      random,
      limiter: { acquire: async () => undefined },
      fetch: async () => {
        requests += 1;
        const state = now >= took * 1000 ? 'success' : 'waiting';
        return Response.json({ code: 200, msg: 'success', data: { taskId: 't', state, resultJson: '' } });
      },
      requestTimeoutMs: 2_000_000,
    });
    await kie.waitTask('t', {
      pollMs,
      timeoutMs: 2_000_000,
      ...(hinted && { expectedMs: usual * 1000 }),
    } as object);
    lag += now / 1000 - took;
  }
  return { name, requests: requests / trace.length, lag: lag / trace.length };
}

console.log(
  JSON.stringify([
    fixed('fal, 0.5 s', 0, () => 0.5),
    await measured('@kie/client, expectedMs, pollMs 500', 500, true),
    fixed('the reference, 3 s', 3, () => 3),
    await measured('@kie/client, no hint', 3_000, false),
    await measured('@kie/client, expectedMs', 3_000, true),
    fixed('runway, 6 ± 1.5 s', 6, () => 4.5 + 3 * random()),
    await measured('@kie/client, expectedMs, pollMs 6 000', 6_000, true),
  ]),
);
