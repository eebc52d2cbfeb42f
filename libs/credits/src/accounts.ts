import type { Queryable } from '@kie/database';
import { sql } from 'kysely';
import { checkAmount, CreditsError, named } from './error.ts';

/** Whole credits of a user. */
export interface Balance {
  /** Free to spend. */
  readonly available: number;
  /** Set aside for generations that have not ended. */
  readonly held: number;
}

/** Options of {@link grant}. */
export interface Grant {
  readonly userId: number;
  /** Whole credits, at least 1. */
  readonly amount: number;
  /** Says what the grant is for, and makes it happen once: `grant-welcome-7`, `grant-promo-SPRING-7`. */
  readonly key: string;
  /** Shown in the statement. */
  readonly note?: string;
}

/** Makes the account of an existing user, with nothing in it. Safe to repeat. */
export async function openAccount(db: Queryable, userId: number): Promise<void> {
  await db
    .insertInto('accounts')
    .values({ user_id: userId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What a user has; zeros for somebody without an account. */
export async function balance(db: Queryable, userId: number): Promise<Balance> {
  const account = await db
    .selectFrom('accounts')
    .select(['available', 'held'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return account ?? { available: 0, held: 0 };
}

/**
 * Gives credits to an existing user, opening the account when there is none. A repeated call with the same key changes nothing.
 *
 * @returns `granted`: whether this call did it
 * @throws CreditsError `invalid_amount`; `invalid_key`; `key_reused` when the key stands for another user or amount
 *
 * @example
 * await grant(db, { userId: 7, amount: 20, key: 'grant-welcome-7', note: 'Welcome' });
 */
export async function grant(
  db: Queryable,
  { userId, amount, key, note }: Grant,
): Promise<{ readonly granted: boolean }> {
  checkAmount(amount, 1);
  if (!key.startsWith('grant-') || key.length === 'grant-'.length) {
    throw new CreditsError(
      'invalid_key',
      `The key "${key}" of a grant must begin with "grant-" and say what for.`,
    );
  }
  const { rows } = await named(
    sql<{ granted: boolean }>`
      select credits_grant(${userId}::bigint, ${amount}::bigint, ${key}, ${note ?? null}) as granted
    `.execute(db),
  );
  return { granted: rows[0]?.granted === true };
}
