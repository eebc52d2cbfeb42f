// Child of run.ts, with --expose-gc: memory of 10 000 waits that stand between two looks.
import { ours } from './ours.ts';

const { createKieClient } = await ours();

const COUNT = 10_000;
const answer = JSON.stringify({
  code: 200,
  msg: 'success',
  data: { taskId: 't', model: 'z-image', state: 'waiting' },
});
let asked = 0;
const kie = createKieClient({
  apiKey: 'test-key',
  fetch: async () => {
    asked += 1;
    return new Response(answer, { headers: { 'content-type': 'application/json' } });
  },
  limiter: { acquire: async () => undefined },
});
const controller = new AbortController();
const heap = (): { heapUsed: number; rss: number } => {
  globalThis.gc?.();
  const { heapUsed, rss, external, arrayBuffers } = process.memoryUsage();
  return { heapUsed: heapUsed + external + arrayBuffers, rss };
};
await kie.getTaskStatus('warm-up');
const before = heap();
const waits = Array.from({ length: COUNT }, (_, at) =>
  kie.waitTask(`t${at}`, { pollMs: 600_000, signal: controller.signal }).catch(() => undefined),
);
const started = performance.now();
while (asked < COUNT + 1) await new Promise((resolve) => setTimeout(resolve, 20));
await new Promise((resolve) => setTimeout(resolve, 300));
const firstLooksMs = performance.now() - started;
globalThis.gc?.();
const after = heap();
const abortStarted = performance.now();
controller.abort();
await Promise.all(waits);
console.log(
  JSON.stringify({
    count: COUNT,
    heapPerWait: Math.round((after.heapUsed - before.heapUsed) / COUNT),
    rssPerWait: Math.round((after.rss - before.rss) / COUNT),
    firstLooksMs: Math.round(firstLooksMs),
    abortAllMs: Math.round(performance.now() - abortStarted),
  }),
);
