import type { Queryable } from '@kie/database';
import { sql } from 'kysely';
import { checkAmount, CreditsError, named } from './error.ts';

/** Options of {@link createPromoCode}. */
export interface PromoCode {
  /** 3 to 32 of A-Z, 0-9, `-`, `_`; small letters count as capitals. */
  readonly code: string;
  /** Whole credits for each person. */
  readonly credits: number;
  /** How many people. Default: any number. */
  readonly maxUses?: number;
  /** Default: now. */
  readonly startsAt?: Date;
  /** Default: never. */
  readonly endsAt?: Date;
}

/** `credits`: what the person got, now or at the first time. */
export type Redemption =
  | { readonly status: 'redeemed' | 'already_redeemed'; readonly credits: number }
  | { readonly status: 'unknown' | 'not_yet' | 'over' | 'used_up' };

/**
 * Makes a promo code. A code that exists stays as it is.
 *
 * @returns `created`: whether this call made it
 * @throws CreditsError `invalid_key` for a code of another form; `invalid_amount`
 */
export async function createPromoCode(
  db: Queryable,
  { code, credits, maxUses, startsAt, endsAt }: PromoCode,
): Promise<{ readonly created: boolean }> {
  checkAmount(credits, 1);
  if (maxUses !== undefined) checkAmount(maxUses, 1);
  const name = code.trim().toUpperCase();
  if (!/^[A-Z0-9_-]{3,32}$/.test(name)) {
    throw new CreditsError(
      'invalid_key',
      `"${code}" is no promo code. Use 3 to 32 of A-Z, 0-9, "-" and "_".`,
    );
  }
  const made = await db
    .insertInto('promo_codes')
    .values({
      code: name,
      credits,
      max_uses: maxUses ?? null,
      ends_at: endsAt ?? null,
      ...(startsAt && { starts_at: startsAt }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return { created: made.numInsertedOrUpdatedRows === 1n };
}

/**
 * Redeems a code for an existing user: once a person, and by no more people than it was made for, however many ask at once.
 *
 * @example
 * const result = await redeemPromoCode(trx, { userId: 7, code: 'spring' }); // { status: 'redeemed', credits: 10 }
 */
export async function redeemPromoCode(
  db: Queryable,
  { userId, code }: { readonly userId: number; readonly code: string },
): Promise<Redemption> {
  const { rows } = await named(
    sql<{ status: Redemption['status']; credits: number }>`
      select outcome as status, credits_now as credits
        from credits_redeem(${userId}::bigint, ${code.trim().toUpperCase()})
    `.execute(db),
  );
  const { status, credits } = rows[0]!;
  return status === 'redeemed' || status === 'already_redeemed' ? { status, credits } : { status };
}
