import type { PostgresServer } from '@kie/embedded-postgres';
import { createBossWakeUps, createGenerationWorker, receiveCallback } from '@kie/generations';
import { fakeHandler, rest } from './fake-kie.ts';
import { order, percentiles, sleep, stage, until } from './stage.ts';

/** Idle: from the tap to the paid request, and from KIE's callback to the wake-up of the delivery. One order at a time. */
export async function latency(server: PostgresServer, count: number): Promise<Record<string, unknown>> {
  const { db, url, close } = await stage(server, 'latency', 50);
  const wakeUps = createBossWakeUps({ url, logger: rest.logger });
  await wakeUps.start();
  const sentAt = new Map<string, number>();
  const done = new Set<string>();
  const delivered = new Map<string, number>();
  let task = '';
  const worker = createGenerationWorker({
    ...rest,
    database: db,
    wakeUps,
    handler: fakeHandler({
      running: (taskId) => !done.has(taskId),
      onSubmit: (_, { taskId }) => {
        task = taskId;
        sentAt.set(taskId, performance.now());
      },
    }),
    callbackUrl: () => 'https://bot.example/callback',
  });
  await worker.start();
  const unlisten = await wakeUps.listen('delivery', (ids) => {
    for (const id of ids) delivered.set(id, performance.now());
  });
  const toKie: number[] = [];
  const toChat: number[] = [];
  for (let n = 0; n < count; n += 1) {
    await sleep(20 + Math.random() * 60);
    task = '';
    const tapped = performance.now();
    const id = await order(db, wakeUps, 50);
    await until(() => task !== '', 10_000, 1);
    toKie.push((sentAt.get(task) ?? NaN) - tapped);
    await until(
      async () =>
        (await db.selectFrom('generations').select('state').where('id', '=', id).executeTakeFirst())
          ?.state === 'running',
      10_000,
      5,
    );
    await sleep(30);
    done.add(task);
    const called = performance.now();
    await receiveCallback(db, wakeUps, { generationId: id, attempt: 1, taskId: task });
    await until(() => delivered.has(id), 10_000, 1);
    toChat.push((delivered.get(id) ?? NaN) - called);
  }
  await unlisten();
  await worker.stop();
  await wakeUps.stop();
  await close();
  return {
    orders: count,
    'tap to createTask ms': percentiles(toKie),
    'callback to delivery ms': percentiles(toChat),
  };
}
