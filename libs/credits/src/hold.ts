import type { Queryable } from '@kie/database';
import { sql } from 'kysely';
import { checkAmount, named } from './error.ts';

/** Options of {@link hold}. */
export interface HoldRequest {
  readonly userId: number;
  readonly generationId: string;
  /** Whole credits, at least 1. */
  readonly amount: number;
}

/** `available` is what the user has, which is less than was asked for. */
export type HoldResult = { readonly held: true } | { readonly held: false; readonly available: number };

/**
 * Sets credits aside for a generation, or changes nothing when the user has too few. Call it in the transaction that creates the
 * generation: no job without money, no money without a job. A generation has one hold; a repeated call gives the first answer.
 *
 * @throws CreditsError `invalid_amount`; `key_reused` when the generation has a hold of another user or amount
 *
 * @example
 * const result = await hold(trx, { userId: 7, generationId, amount: 5 });
 * if (!result.held) return `You have ${result.available} credits, this needs 5.`;
 */
export async function hold(
  db: Queryable,
  { userId, generationId, amount }: HoldRequest,
): Promise<HoldResult> {
  checkAmount(amount, 1);
  const { rows } = await named(
    sql<{ held: boolean; available: number }>`
      select is_held as held, available_now as available
        from credits_hold(${userId}::bigint, ${generationId}::uuid, ${amount}::bigint)
    `.execute(db),
  );
  const { held, available } = rows[0]!;
  return held ? { held } : { held, available };
}
