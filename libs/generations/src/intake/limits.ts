import type { Queryable } from '@kie/database';
import { sql } from 'kysely';
import type { Moderate } from './moderation.ts';

/** What may keep an order from being taken, before any credits are held. */
export interface IntakeLimits {
  /** Generations of one person that have not ended. */
  readonly maxOpenPerUser?: number;
  /** Generations that one person may start in any 60 minutes. */
  readonly maxStartsPerHour?: number;
  /**
   * KIE's credits that all generations of a day (UTC) may take: those that are known, and the estimates of the others. A brake, not a
   * wall: what is ordered in the same instant is not seen.
   */
  readonly maxDailyKieCredits?: number;
  readonly moderate?: Moderate;
}

/** Why an order was not taken; nothing was held and nothing is left behind. */
export type Refusal =
  | { readonly status: 'too_many'; readonly limit: 'open' | 'per_hour'; readonly max: number }
  /** `provider_credits`: KIE said that our account is empty. `daily_budget`: MAX_DAILY_KIE_CREDITS is used up. */
  | {
      readonly status: 'paused';
      readonly reason: 'provider_credits' | 'daily_budget';
      readonly retryAfterMs: number;
    }
  | { readonly status: 'refused'; readonly reason: string };

interface Order {
  readonly userId: number;
  readonly modelId: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly kieCredits?: number;
}

/** Asks all limits, the cheapest first. Takes the person's account row, so that two orders at once are counted one by one. */
export async function findRefusal(
  db: Queryable,
  order: Order,
  limits: IntakeLimits,
): Promise<Refusal | undefined> {
  const verdict = await limits.moderate?.({ modelId: order.modelId, input: order.input });
  if (verdict && !verdict.allowed) return { status: 'refused', reason: verdict.reason };
  return (
    (await pausedByProvider(db)) ??
    (await overBudget(db, order, limits.maxDailyKieCredits)) ??
    (await tooMany(db, order.userId, limits))
  );
}

// When the opening is over, orders come in again, and the first of them is the probe.
async function pausedByProvider(db: Queryable): Promise<Refusal | undefined> {
  const { rows } = await sql<{ ms: number }>`
    select ceil(extract(epoch from open_until - clock_timestamp()) * 1000)::integer as ms
      from provider_breakers
     where scope = 'kie' and reason = 'credits' and open_until > clock_timestamp()
  `.execute(db);
  const paused = rows[0];
  return paused && { status: 'paused', reason: 'provider_credits', retryAfterMs: paused.ms };
}

async function overBudget(
  db: Queryable,
  { kieCredits = 0 }: Order,
  max: number | undefined,
): Promise<Refusal | undefined> {
  if (max === undefined) return undefined;
  const { rows } = await sql<{ used: number; ms: number }>`
    with today as (select date_trunc('day', clock_timestamp() at time zone 'UTC') at time zone 'UTC' as began)
    select coalesce(sum(case when state in ('failed', 'cancelled') then coalesce(credits_consumed, 0)
                             else coalesce(credits_consumed, kie_estimate, 0) end), 0)::double precision as used,
           ceil(extract(epoch from (select began from today) + interval '1 day' - clock_timestamp()) * 1000)::integer as ms
      from generations where created_at >= (select began from today)
  `.execute(db);
  const { used = 0, ms = 0 } = rows[0] ?? {};
  if (used + kieCredits <= max) return undefined;
  return { status: 'paused', reason: 'daily_budget', retryAfterMs: ms };
}

async function tooMany(
  db: Queryable,
  userId: number,
  { maxOpenPerUser, maxStartsPerHour }: IntakeLimits,
): Promise<Refusal | undefined> {
  if (maxOpenPerUser === undefined && maxStartsPerHour === undefined) return undefined;
  // The hold that follows needs this row anyway, and the hold's own row is new: the lock order stays what it is.
  await db.selectFrom('accounts').select('user_id').where('user_id', '=', userId).forUpdate().execute();
  const { rows } = await sql<{ open: number; started: number }>`
    select count(*) filter (where state not in ('succeeded', 'failed', 'cancelled')) as open,
           count(*) filter (where created_at > clock_timestamp() - interval '1 hour') as started
      from generations
     where user_id = ${userId}
       and (state not in ('succeeded', 'failed', 'cancelled') or created_at > clock_timestamp() - interval '1 hour')
  `.execute(db);
  const { open = 0, started = 0 } = rows[0] ?? {};
  if (open >= (maxOpenPerUser ?? Infinity))
    return { status: 'too_many', limit: 'open', max: maxOpenPerUser ?? 0 };
  if (started >= (maxStartsPerHour ?? Infinity))
    return { status: 'too_many', limit: 'per_hour', max: maxStartsPerHour ?? 0 };
  return undefined;
}
