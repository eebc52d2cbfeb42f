/**
 * A process of its own. CRASH_AT names a place for each of several generations; each stops there, and when all stand
 * still the process kills itself as a power cut would: no handler runs, nothing is flushed.
 */
import { createDatabase } from '@kie/database';
import { callbackUrl, realHandler, realWorker } from './real-worker.ts';
import { runNaiveWorker } from './naive-worker.ts';

const {
  DATABASE_URL = '',
  KIE_ORIGIN = '',
  MEDIA_ROOT = '',
  CRASH_AT = '{}',
  CALLBACKS,
  NAIVE,
} = process.env;
const { db } = createDatabase({ url: DATABASE_URL, max: 10 });
const places = new Map(Object.entries(JSON.parse(CRASH_AT) as Record<string, string>));

async function crash(point: string, generationId: string): Promise<void> {
  if (places.get(generationId) !== point) return;
  places.delete(generationId);
  if (places.size === 0) process.kill(process.pid, 'SIGKILL');
  await new Promise(() => {});
}

if (NAIVE) await runNaiveWorker(db, realHandler(KIE_ORIGIN), crash);
else {
  const parts = { db, kieOrigin: KIE_ORIGIN, mediaRoot: MEDIA_ROOT };
  await realWorker(parts, { probe: crash, ...(CALLBACKS && { callbackUrl }) }).start();
}
