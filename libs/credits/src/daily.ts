import type { Queryable } from '@kie/database';
import { sql } from 'kysely';
import { checkAmount, named } from './error.ts';

/**
 * The daily free quota: fills an existing user's free credits up to `quota`, once a day (UTC), so unused quota does not pile
 * up. Who has that much gets nothing yet, and may ask again on the same day.
 *
 * @returns `granted`: how many credits this call gave, often 0
 * @throws CreditsError `invalid_amount`
 *
 * @example
 * await grantDaily(trx, { userId: 7, quota: 5 }); // { granted: 3 } to somebody with 2
 */
export async function grantDaily(
  db: Queryable,
  { userId, quota }: { readonly userId: number; readonly quota: number },
): Promise<{ readonly granted: number }> {
  checkAmount(quota, 1);
  const { rows } = await named(
    sql<{ granted: number }>`select credits_daily(${userId}::bigint, ${quota}::bigint) as granted`.execute(
      db,
    ),
  );
  return { granted: rows[0]?.granted ?? 0 };
}
