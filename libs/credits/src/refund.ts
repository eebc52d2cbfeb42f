import type { Queryable } from '@kie/database';
import { sql } from 'kysely';
import { checkAmount, named } from './error.ts';

/** Options of {@link refund}. */
export interface Refund {
  readonly generationId: string;
  /** Whole credits, at most what was captured; more is cut to that. Default: all of it. */
  readonly amount?: number;
  /** Shown in the statement. */
  readonly note?: string;
}

/** What a refund gave back, by this call or by an earlier one. */
export interface RefundResult {
  /** Whether this call did it. */
  readonly refunded: boolean;
  readonly amount: number;
}

/**
 * Gives back what a generation captured, e.g. because its result was of no use. Once a generation: a second call changes nothing and
 * answers the first amount. A generation that has not ended is ended with `release` instead.
 *
 * @throws CreditsError `invalid_amount`; `no_capture` when nothing was captured
 *
 * @example
 * await refund(db, { generationId, note: 'the file was broken' }); // { refunded: true, amount: 5 }
 */
export async function refund(db: Queryable, { generationId, amount, note }: Refund): Promise<RefundResult> {
  if (amount !== undefined) checkAmount(amount, 1);
  const { rows } = await named(
    sql<RefundResult>`
      select did_refund as refunded, refunded_now as amount
        from credits_refund(${generationId}::uuid, ${amount ?? null}::bigint, ${note ?? null})
    `.execute(db),
  );
  return rows[0]!;
}
