import { migratedDatabase } from '@kie/database/testing';
import { silentLogger } from '@kie/service-kit';
import { expect, onTestFinished, test } from 'vitest';
import { createBossWakeUps, startGeneration } from '../src/index.ts';
import type { BossWakeUps } from '../src/index.ts';
import { eventually, modelId, pipeline, userId } from './support/pipeline.ts';

async function wakeUps(url: string): Promise<BossWakeUps> {
  const made = createBossWakeUps({ url, logger: silentLogger() });
  await made.start();
  onTestFinished(() => made.stop());
  return made;
}

async function heard(from: BossWakeUps, queue: 'generation' | 'delivery'): Promise<string[]> {
  const ids: string[] = [];
  await from.listen(queue, (woken) => ids.push(...woken));
  return ids;
}

test('a commit wakes, a rollback does not, and queues are apart', async () => {
  const { db, url, close } = await migratedDatabase();
  onTestFinished(close);
  const boss = await wakeUps(url);
  const generations = await heard(boss, 'generation');
  const deliveries = await heard(boss, 'delivery');
  const rolledBack = db.transaction().execute(async (trx) => {
    await boss.wake(trx, 'generation', 'lost');
    throw new Error('back');
  });
  await expect(rolledBack).rejects.toThrow('back');
  await db.transaction().execute(async (trx) => {
    await boss.wake(trx, 'generation', 'a');
    await boss.wake(trx, 'delivery', 'b');
  });
  await boss.wake(db, 'generation', 'c', { afterMs: 50 });
  await eventually(() => expect(generations).toEqual(['a', 'c']));
  expect(deliveries).toEqual(['b']);
});

test('two processes share a queue: each id reaches one of them', async () => {
  const { db, url, close } = await migratedDatabase();
  onTestFinished(close);
  const [one, two] = [await wakeUps(url), await wakeUps(url)];
  const [first, second] = [await heard(one, 'generation'), await heard(two, 'generation')];
  const sent = Array.from({ length: 30 }, (_, n) => `g${n}`);
  for (const id of sent) await one.wake(db, 'generation', id);
  await eventually(() => expect(first.length + second.length).toBe(30));
  expect([...first, ...second].sort()).toEqual(sent.sort());
});

test('says what to do when it was not started', async () => {
  const boss = createBossWakeUps({ url: 'postgres://nobody@127.0.0.1:9/x', logger: silentLogger() });
  await expect(boss.listen('generation', () => {})).rejects.toThrow('Call start()');
  await boss.stop();
});

test('a wake-up starts a worker that would have slept for a minute', async () => {
  const p = await pipeline();
  const boss = await wakeUps(p.database.url);
  await p.worker({ wakeUps: boss, sweepMs: 60_000 });
  const order = {
    userId,
    chatId: 1,
    draftId: crypto.randomUUID(),
    draftVersion: 1,
    modelId,
    input: {},
    price: 1,
  };
  await startGeneration(p.database.db, boss, order);
  await eventually(() => expect(p.handler.sent).toHaveLength(1));
});

test('a worker keeps working when the listener for wake-ups is gone', async () => {
  const p = await pipeline();
  const boss = await wakeUps(p.database.url);
  await p.worker({ wakeUps: boss });
  await p.database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kie-wake-ups'`,
  );
  await p.reach((await p.start()).id, 'succeeded');
});
