import type { Queryable } from '@kie/database';
import { sql } from 'kysely';

export type ProblemCode =
  | 'unbalanced_key'
  | 'available_differs'
  | 'held_differs'
  | 'holds_differ'
  | 'hold_without_posting'
  | 'settle_differs'
  | 'posting_without_hold'
  | 'refund_exceeds_capture'
  | 'promo_differs';

/** Something in the ledger that must never be. */
export interface Problem {
  readonly code: ProblemCode;
  /** A posting key, a user id or a generation id, as the message says. */
  readonly subject: string;
  readonly message: string;
}

/**
 * Adds the whole ledger up and returns what does not fit; nothing when all is well. One statement, so it sees one moment and may
 * run beside everything else. Reads every posting: for a job now and then, not for a request.
 */
export async function checkInvariants(db: Queryable): Promise<Problem[]> {
  const { rows } = await sql<Problem>`
    with
      sums as (
        select user_id,
               coalesce(sum(amount) filter (where account = 'available'), 0) as available,
               coalesce(sum(amount) filter (where account = 'held'), 0) as held
          from postings where user_id is not null group by user_id
      ),
      open_holds as (select user_id, sum(amount) as amount from holds where state = 'held' group by user_id),
      hold_keys as (
        select generation_id, sum(amount) as amount from postings
         where key = 'hold-' || generation_id and account = 'held' group by generation_id
      ),
      settle_keys as (
        select generation_id,
               coalesce(sum(amount) filter (where account = 'house:revenue'), 0) as captured,
               coalesce(sum(amount) filter (where account = 'available'), 0) as released
          from postings where key = 'settle-' || generation_id group by generation_id
      )
    select 'unbalanced_key' as code, key as subject,
           'the legs of posting ' || key || ' add up to ' || sum(amount) as message
      from postings group by key having sum(amount) <> 0
    union all
    select 'available_differs', a.user_id::text,
           'user ' || a.user_id || ' has ' || a.available || ' available, the postings say ' || coalesce(s.available, 0)
      from accounts a left join sums s using (user_id) where a.available <> coalesce(s.available, 0)
    union all
    select 'held_differs', a.user_id::text,
           'user ' || a.user_id || ' has ' || a.held || ' held, the postings say ' || coalesce(s.held, 0)
      from accounts a left join sums s using (user_id) where a.held <> coalesce(s.held, 0)
    union all
    select 'holds_differ', a.user_id::text,
           'user ' || a.user_id || ' has ' || a.held || ' held, the open holds say ' || coalesce(h.amount, 0)
      from accounts a left join open_holds h using (user_id) where a.held <> coalesce(h.amount, 0)
    union all
    select 'hold_without_posting', h.generation_id::text,
           'generation ' || h.generation_id || ' holds ' || h.amount || ', the postings say ' || coalesce(k.amount, 0)
      from holds h left join hold_keys k using (generation_id) where h.amount <> coalesce(k.amount, 0)
    union all
    select 'settle_differs', h.generation_id::text,
           'generation ' || h.generation_id || ' is ' || h.state || ' with ' || h.captured || ' captured, the postings say '
             || coalesce(k.captured || ' captured and ' || k.released || ' released', 'nothing')
      from holds h left join settle_keys k using (generation_id)
     where case h.state when 'held' then k.generation_id is not null
                else (k.captured, k.released) is distinct from (h.captured::numeric, (h.amount - h.captured)::numeric) end
    union all
    select 'posting_without_hold', p.generation_id::text,
           'posting ' || min(p.key) || ' names generation ' || p.generation_id || ', which has no hold'
      from postings p left join holds h using (generation_id)
     where p.generation_id is not null and h.generation_id is null group by p.generation_id
    union all
    select 'refund_exceeds_capture', h.generation_id::text,
           'generation ' || h.generation_id || ' captured ' || h.captured || ' and gave back ' || sum(p.amount)
      from postings p join holds h using (generation_id)
     where p.kind = 'refund' and p.account = 'available'
     group by h.generation_id having sum(p.amount) > h.captured
    union all
    select 'promo_differs', c.code,
           'promo code ' || c.code || ' counts ' || c.uses || ' uses, was redeemed ' || count(r.user_id) || ' and granted '
             || count(p.key) || ' times'
      from promo_codes c
      left join promo_redemptions r using (code)
      left join postings p on p.leg = 1 and p.key = 'grant-promo-' || r.code || '-' || r.user_id
     group by c.code having c.uses <> count(r.user_id) or c.uses <> count(p.key)
  `.execute(db);
  return rows;
}
