import type { Queryable } from '@kie/database';
import { sql } from 'kysely';
import { checkAmount, named } from './error.ts';

/** How a hold ended. */
export interface SettleResult {
  /** Whether this call ended it; false when an earlier one had. The amounts are those of the call that did. */
  readonly settled: boolean;
  readonly captured: number;
  readonly released: number;
}

/**
 * Takes a generation's held credits and gives the rest back. An `amount` above the hold takes the hold, none takes all of it, 0 gives all
 * back. Capture and release share one key, so only one of them ever happens, however often and from wherever they are called.
 *
 * @throws CreditsError `invalid_amount`; `no_hold` when the generation never had one
 *
 * @example
 * await capture(trx, { generationId, amount: 3 }); // { settled: true, captured: 3, released: 2 } of a hold of 5
 */
export async function capture(
  db: Queryable,
  { generationId, amount }: { readonly generationId: string; readonly amount?: number },
): Promise<SettleResult> {
  if (amount !== undefined) checkAmount(amount, 0);
  return settle(db, generationId, 'captured', amount ?? null);
}

/**
 * Gives a generation's held credits back. After a capture, and for a generation that never had a hold, it changes nothing and says so.
 *
 * @example
 * await release(trx, { generationId }); // { settled: true, captured: 0, released: 5 }
 */
export function release(
  db: Queryable,
  { generationId }: { readonly generationId: string },
): Promise<SettleResult> {
  return settle(db, generationId, 'released', 0);
}

async function settle(
  db: Queryable,
  generationId: string,
  state: 'captured' | 'released',
  amount: number | null,
): Promise<SettleResult> {
  const { rows } = await named(
    sql<SettleResult>`
      select did_settle as settled, captured_now as captured, released_now as released
        from credits_settle(${generationId}::uuid, ${state}, ${amount}::bigint)
    `.execute(db),
  );
  return rows[0]!;
}
