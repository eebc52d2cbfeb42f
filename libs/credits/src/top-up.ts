import type { Queryable } from '@kie/database';
import { sql } from 'kysely';
import { checkAmount, CreditsError, named } from './error.ts';

/** Options of {@link topUp}. */
export interface TopUp {
  readonly userId: number;
  /** Whole credits, at least 1. */
  readonly amount: number;
  /** The payment's own id at whoever took the money, e.g. `telegram_payment_charge_id`. */
  readonly paymentId: string;
  /** Shown in the statement. */
  readonly note?: string;
}

/**
 * Books a payment that arrived, once by its id: payment events come twice. Opens the account when there is none.
 *
 * @returns `toppedUp`: whether this call did it
 * @throws CreditsError `invalid_amount`; `invalid_key`; `key_reused` when the payment was booked for another user or amount
 *
 * @example
 * await topUp(trx, { userId: 7, amount: 100, paymentId: payment.telegram_payment_charge_id });
 */
export async function topUp(
  db: Queryable,
  { userId, amount, paymentId, note }: TopUp,
): Promise<{ readonly toppedUp: boolean }> {
  checkAmount(amount, 1);
  if (paymentId === '') throw new CreditsError('invalid_key', 'A top-up needs the id of its payment.');
  const { rows } = await named(
    sql<{ done: boolean }>`
      select credits_top_up(${userId}::bigint, ${amount}::bigint, ${paymentId}, ${note ?? null}) as done
    `.execute(db),
  );
  return { toppedUp: rows[0]?.done === true };
}
