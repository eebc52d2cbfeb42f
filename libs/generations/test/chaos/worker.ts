/**
 * A worker process for the chaos run. It says "up", works, and dies: by the parent's SIGKILL, or by its own at a crash
 * point, the one that it was given or any other by chance, whose name it says first.
 */
import { writeSync } from 'node:fs';
import { createDatabase } from '@kie/database';
import { runNaiveWorker } from '../support/naive-worker.ts';
import { callbackUrl, realHandler, realWorker } from '../support/real-worker.ts';

const {
  DATABASE_URL = '',
  KIE_ORIGIN = '',
  MEDIA_ROOT = '',
  CRASH_CHANCE = '0',
  LEASE_MS = '1500',
} = process.env;
const { GRACE_MS = '1500', CALLBACKS, NAIVE, CRASH_POINT } = process.env;
const { db } = createDatabase({ url: DATABASE_URL, max: 6 });
const chance = Number(CRASH_CHANCE);

function probe(point: string): void {
  if (point !== CRASH_POINT && Math.random() >= chance) return;
  writeSync(1, `died ${point}\n`);
  process.kill(process.pid, 'SIGKILL');
}

writeSync(1, 'up\n');
if (NAIVE) {
  const handler = realHandler(KIE_ORIGIN);
  for (;;) {
    await runNaiveWorker(db, handler, async (point) => probe(point)).catch(
      () => new Promise((resolve) => setTimeout(resolve, 20)),
    );
  }
} else {
  const parts = { db, kieOrigin: KIE_ORIGIN, mediaRoot: MEDIA_ROOT };
  await realWorker(parts, {
    probe,
    leaseMs: Number(LEASE_MS),
    timeoutMs: Number(GRACE_MS),
    sweepMs: 50,
    pollMs: 60,
    retryMs: 20,
    // With a death every half second, the third is nobody's fault.
    maxTries: 50,
    ...(CALLBACKS && { callbackUrl }),
  }).start();
}
