/** A worker process with an instant KIE. Says "ready", works after "go", tells its memory at "memory". */
import { createDatabase } from '@kie/database';
import { createBossWakeUps, createGenerationWorker } from '@kie/generations';
import { fakeHandler, rest } from './fake-kie.ts';
import { noWakeUps } from './stage.ts';

const { DATABASE_URL: url = '', RUNNING, BOSS } = process.env;
const { db } = createDatabase({ url, max: 12 });
const boss = createBossWakeUps({ url, logger: rest.logger });
if (BOSS) await boss.start();
const worker = createGenerationWorker({
  ...rest,
  database: db,
  wakeUps: BOSS ? boss : noWakeUps,
  handler: fakeHandler({ running: RUNNING !== undefined }),
  ...(RUNNING === undefined && { pollMs: 1 }),
});
console.log('ready');
process.stdin.on('data', (data: Buffer) => {
  const word = data.toString().trim();
  if (word === 'go') void worker.start();
  if (word === 'memory') {
    const { rss, heapUsed } = process.memoryUsage();
    console.log(`${Math.round(rss / 1e6)} MB RSS, ${Math.round(heapUsed / 1e6)} MB heap`);
  }
});
