import type { Queryable } from '@kie/database';
import {
  capture,
  checkInvariants,
  CreditsError,
  grant,
  hold,
  openAccount,
  release,
  topUp,
} from '../../src/index.ts';
import { createRandom } from '../random.ts';
import { uuidOf } from '../run-program.ts';

/** C2: calls of every kind from 16 at once, a quarter of them replays, captures racing releases. */
export async function million(
  db: Queryable,
  { calls, users, seed, parallel = 16 }: { calls: number; users: number; seed: number; parallel?: number },
): Promise<Record<string, number | string>> {
  for (let userId = 1; userId <= users; userId += 1) {
    await db.insertInto('users').values({ id: userId, first_name: 'x' }).execute();
    await openAccount(db, userId);
    await grant(db, { userId, amount: 200, key: `grant-welcome-${userId}` });
  }
  const random = createRandom(seed);
  const recent: { readonly generationId: string; readonly userId: number; readonly amount: number }[] = [];
  const times = new Float64Array(calls);
  let made = 0;
  let refused = 0;
  let deadlocks = 0;
  let others = 0;

  async function one(n: number): Promise<unknown> {
    const kind = random(100);
    const old = recent[random(Math.max(1, recent.length))];
    if (kind < 25 && old) return hold(db, old);
    if (kind < 50 || !old) {
      const next = { generationId: uuidOf(`${seed}/${n}`), userId: 1 + random(users), amount: 1 + random(9) };
      recent[n % 2000] = next;
      return hold(db, next);
    }
    if (kind < 72) return capture(db, { generationId: old.generationId, amount: random(9) });
    if (kind < 92) return release(db, { generationId: old.generationId });
    return topUp(db, { userId: 1 + random(users), amount: 10, paymentId: String(random(calls / 10)) });
  }

  async function line(): Promise<void> {
    while (made < calls) {
      const n = made++;
      const began = performance.now();
      await one(n).catch((error: unknown) => {
        const code = (error as { code?: string }).code;
        if (error instanceof CreditsError) refused += 1;
        else if (code === '40P01') deadlocks += 1;
        else others += 1;
      });
      times[n] = performance.now() - began;
    }
  }

  const began = performance.now();
  await Promise.all(Array.from({ length: parallel }, () => line()));
  const seconds = (performance.now() - began) / 1000;
  const sorted = times.toSorted();
  const problems = await checkInvariants(db);
  return {
    calls,
    seconds: Math.round(seconds),
    'calls/s': Math.round(calls / seconds),
    'p99 ms': Number((sorted[Math.floor(calls * 0.99)] ?? 0).toFixed(1)),
    'max ms': Number((sorted.at(-1) ?? 0).toFixed(1)),
    refused,
    deadlocks,
    'other errors': others,
    'invariants broken': problems.length,
  };
}
