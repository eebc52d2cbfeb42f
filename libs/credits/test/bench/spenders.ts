import { randomUUID } from 'node:crypto';
import type { Queryable } from '@kie/database';
import { sql } from 'kysely';
import { checkInvariants, grant, hold, openAccount } from '../../src/index.ts';

/** C1: so many at once want one credit each of one account that has half as many; beside SELECT FOR UPDATE in the same run. */
export async function spenders(
  db: Queryable,
  { parallel, attempts }: { parallel: number; attempts: number },
): Promise<Record<string, number>> {
  const credits = attempts / 2;
  const ours = await openUser(db, parallel * 2, credits);
  const theirs = await openUser(db, parallel * 2 + 1, credits);
  const oursRun = await race(parallel, attempts, async () => {
    const { held } = await hold(db, { userId: ours, generationId: randomUUID(), amount: 1 });
    return held;
  });
  const broken = (await checkInvariants(db)).length;
  const baseline = await race(parallel, attempts, () => selectForUpdate(db, theirs));
  return {
    spenders: parallel,
    'ours/s': Math.round(oursRun.perSecond),
    'SELECT FOR UPDATE/s': Math.round(baseline.perSecond),
    ratio: Number((oursRun.perSecond / baseline.perSecond).toFixed(2)),
    overspent: oursRun.won - credits,
    'invariants broken': broken,
  };
}

async function openUser(db: Queryable, id: number, credits: number): Promise<number> {
  const userId = 10_000_000 + id;
  await db.insertInto('users').values({ id: userId, first_name: 'x' }).execute();
  await openAccount(db, userId);
  await grant(db, { userId, amount: credits, key: `grant-welcome-${userId}` });
  return userId;
}

async function race(
  parallel: number,
  attempts: number,
  spend: () => Promise<boolean>,
): Promise<{ perSecond: number; won: number }> {
  let left = attempts;
  let won = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      while (left-- > 0) if (await spend()) won += 1;
    }),
  );
  return { perSecond: attempts / ((performance.now() - began) / 1000), won };
}

// The same rows as a hold: balance, hold, two postings.
function selectForUpdate(db: Queryable, userId: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const account = await trx
      .selectFrom('accounts')
      .selectAll()
      .where('user_id', '=', userId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (account.available < 1) return false;
    const id = randomUUID();
    await trx
      .updateTable('accounts')
      .set({ available: account.available - 1, held: account.held + 1 })
      .where('user_id', '=', userId)
      .execute();
    await sql`insert into holds (generation_id, user_id, amount) values (${id}, ${userId}, 1)`.execute(trx);
    await sql`
      insert into postings (key, leg, account, user_id, amount, kind, generation_id) values
        (${`hold-${id}`}, 0, 'available', ${userId}, -1, 'hold', ${id}), (${`hold-${id}`}, 1, 'held', ${userId}, 1, 'hold', ${id})
    `.execute(trx);
    return true;
  });
}
