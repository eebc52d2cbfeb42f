import type { KieLimiterStore } from '@kie/client';
import type { Queryable } from '@kie/database';
import { sql } from 'kysely';
import { fromNow } from '../sql-time.ts';

const penaltyMs = 60_000;

/**
 * Counts KIE's rate limits for all processes on one database, by the database's clock. Give it to `createKieLimiter` of
 * `@kie/client`; pass the pool, never a transaction: a request that was counted was counted.
 *
 * @example
 * ```ts
 * const limiter = createKieLimiter({ store: createLimiterStore(db) });
 * const client = createKieClient({ apiKey, limiter });
 * ```
 */
export function createLimiterStore(db: Queryable): KieLimiterStore {
  return {
    async take(kind, { limit, windowMs }) {
      const { rows } = await sql<{ ms: number }>`
        select limiter_take(${kind}, ${limit}::integer, ${windowMs}::integer) as ms
      `.execute(db);
      return rows[0]?.ms ?? 0;
    },
    async penalize(kind) {
      const penalty_until = fromNow(penaltyMs);
      await db
        .insertInto('limiter_windows')
        .values({ kind, penalty_until })
        .onConflict((conflict) => conflict.column('kind').doUpdateSet({ penalty_until }))
        .execute();
    },
  };
}
