import { createLocalQueue, lockKey } from '../../src/index.ts';
import { formatMs, sharedNow, type Finding } from './measure.ts';

/** L11 and L12: keys, and ten thousand waiters of one process. */
export async function localFindings(url: string): Promise<Finding[]> {
  const NAMES = 1_000_000;
  const keys = new BigInt64Array(NAMES);
  for (let n = 0; n < NAMES; n += 1) keys[n] = lockKey('names', `${n} ${Math.random()}`);
  keys.sort();
  let collisions = 0;
  for (let n = 1; n < NAMES; n += 1) if (keys[n] === keys[n - 1]) collisions += 1;

  const WAITS = 10_000;
  const key = lockKey('queue', 'figures');
  const queue = createLocalQueue({ connection: url, key, label: 'queue', maxHoldMs: 60_000 });
  const first = await queue.acquire();
  const leaving = new AbortController();
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const order: number[] = [];
  let inside = 0;
  let most = 0;
  const at = sharedNow();
  const all = Array.from({ length: WAITS }, async (_, n) => {
    const options = n % 100 === 50 ? { signal: leaving.signal } : {};
    try {
      const turn = await queue.acquire(options);
      most = Math.max(most, (inside += 1));
      order.push(n);
      await Promise.resolve();
      inside -= 1;
      await turn.release();
    } catch (error) {
      if (!leaving.signal.aborted) throw error;
    }
  });
  globalThis.gc?.();
  const heap = (process.memoryUsage().heapUsed - heapBefore) / 1e6;
  leaving.abort();
  await first.release();
  await Promise.all(all);
  const tookMs = sharedNow() - at;
  const isFifo = order.every((n, i) => i === 0 || n > order[i - 1]!);
  return [
    {
      goal: 'L11',
      test: '1,000,000 random names',
      wanted: '0 collisions',
      got: `${collisions}`,
      isReached: collisions === 0,
    },
    {
      goal: 'L12',
      test: '10,000 local waits on one key, 100 of them aborted',
      wanted: '< 1 s, < 20 MB, never 2 inside, in order',
      got: `${formatMs(tookMs)}, ${heap.toFixed(1)} MB, at most ${most} inside, ${isFifo ? 'in order' : 'OUT OF ORDER'}, ${order.length} served`,
      isReached: tookMs < 1000 && heap < 20 && most === 1 && isFifo && order.length === WAITS - 100,
    },
  ];
}
