import { grant, openAccount } from '@kie/credits';
import { createDatabase, migrate, type DatabaseHandle, type Queryable } from '@kie/database';
import type { PostgresServer } from '@kie/embedded-postgres';
import { startGeneration, type WakeUps } from '@kie/generations';
import { sql } from 'kysely';

/** A fresh database with people who have credits. */
export async function stage(
  server: PostgresServer,
  name: string,
  people = 400,
): Promise<DatabaseHandle & { readonly url: string }> {
  const url = await server.createDatabase(name);
  await migrate({ url });
  const handle = createDatabase({ url, max: 12 });
  for (let id = 1; id <= people; id += 1) {
    await handle.db.insertInto('users').values({ id, first_name: 'x' }).execute();
    await openAccount(handle.db, id);
    await grant(handle.db, { userId: id, amount: 10_000, key: `grant-welcome-${id}` });
  }
  return { ...handle, url };
}

export const noWakeUps: WakeUps = { wake: async () => {} };
let orders = 0;

/** One order of one of the people. */
export async function order(db: Queryable, wakeUps: WakeUps, people = 400): Promise<string> {
  orders += 1;
  const userId = 1 + (orders % people);
  const prompt = `order ${orders}`;
  const started = await startGeneration(db, wakeUps, {
    userId,
    chatId: userId,
    draftId: 'benchmark',
    draftVersion: orders,
    modelId: 'z-image',
    input: { prompt },
    price: 1,
  });
  if (started.status !== 'started') throw new Error(started.status);
  return started.generation.id;
}

export async function countIn(db: Queryable, states: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from generations where state = any (${states}::text[])
  `.execute(db);
  return rows[0]?.n ?? 0;
}

export async function until(
  condition: () => Promise<boolean> | boolean,
  forMs = 120_000,
  everyMs = 20,
): Promise<void> {
  const endsAt = Date.now() + forMs;
  while (!(await condition())) {
    if (Date.now() > endsAt) throw new Error('It took too long.');
    await sleep(everyMs);
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** 0.5 and 0.99 of a list, in whole ms. */
export function percentiles(times: readonly number[]): { p50: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
  return { p50: at(0.5), p99: at(0.99) };
}
