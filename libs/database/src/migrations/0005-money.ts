import type { Migration } from '../migration.ts';

/**
 * The other ways credits come and go: payments, refunds, promo codes, a daily quota. Each happens once by a key of the
 * database. Lock order as in 0002: the row that names the deed (code, hold, day), then its posting key, then the account.
 */
export const money: Migration = {
  version: 5,
  name: 'money',
  sql: `
alter table postings
  drop constraint postings_kind_check,
  add constraint postings_kind_check check (kind in ('grant', 'hold', 'capture', 'release', 'topup', 'refund'));

-- A payment that arrived, once by 'topup-<payment id>'. true: this call posted it.
create function credits_top_up(p_user bigint, p_amount bigint, p_payment text, p_note text) returns boolean language plpgsql as $$
declare
  topup_key text := 'topup-' || p_payment;
  before postings;
begin
  insert into accounts (user_id) values (p_user) on conflict do nothing;
  insert into postings (key, leg, account, amount, kind, note)
    values (topup_key, 0, 'house:payments', -p_amount, 'topup', p_note)
    on conflict do nothing;
  if not found then
    select * into before from postings where key = topup_key and leg = 1;
    if (before.user_id, before.amount, before.kind) is distinct from (p_user, p_amount, 'topup') then
      raise exception 'payment % was booked for another user or amount', p_payment using errcode = 'KC003';
    end if;
    return false;
  end if;
  update accounts set available = accounts.available + p_amount where user_id = p_user;
  insert into postings (key, leg, account, user_id, amount, kind, note)
    values (topup_key, 1, 'available', p_user, p_amount, 'topup', p_note);
  return true;
end $$;

-- Gives back what a capture took, once a generation and never more than it took. The hold's row stays as it was: the
-- capture happened, and so did the refund.
create function credits_refund(p_generation uuid, p_amount bigint, p_note text, out did_refund boolean, out refunded_now bigint)
language plpgsql as $$
declare
  ended holds;
  refund_key text := 'refund-' || p_generation;
begin
  select * into ended from holds where generation_id = p_generation for update;
  if not found or ended.state <> 'captured' or ended.captured = 0 then
    raise exception 'generation % has no capture to refund', p_generation using errcode = 'KC005';
  end if;
  refunded_now := least(coalesce(p_amount, ended.captured), ended.captured);
  insert into postings (key, leg, account, amount, kind, generation_id, note)
    values (refund_key, 0, 'house:revenue', -refunded_now, 'refund', p_generation, p_note)
    on conflict do nothing;
  did_refund := found;
  if not did_refund then
    select amount into refunded_now from postings where key = refund_key and leg = 1;
    return;
  end if;
  update accounts set available = accounts.available + refunded_now where user_id = ended.user_id;
  insert into postings (key, leg, account, user_id, amount, kind, generation_id, note)
    values (refund_key, 1, 'available', ended.user_id, refunded_now, 'refund', p_generation, p_note);
end $$;

create table promo_codes (
  code        text primary key check (code ~ '^[A-Z0-9_-]{3,32}$'),
  credits     bigint not null check (credits > 0),
  max_uses    bigint check (max_uses > 0),           -- null: as many people as like
  uses        bigint not null default 0,
  starts_at   timestamptz not null default now(),
  ends_at     timestamptz,
  created_at  timestamptz not null default now(),
  check (uses between 0 and coalesce(max_uses, uses))
);

create table promo_redemptions (
  code     text not null references promo_codes,
  user_id  bigint not null references users,
  at       timestamptz not null default now(),
  primary key (code, user_id)
);

-- outcome: 'redeemed', 'already_redeemed', 'unknown', 'not_yet', 'over', 'used_up'
create function credits_redeem(p_user bigint, p_code text, out outcome text, out credits_now bigint)
language plpgsql as $$
declare
  promo promo_codes;
begin
  select * into promo from promo_codes where code = p_code for update;
  credits_now := 0;
  if not found then
    outcome := 'unknown';
    return;
  end if;
  if exists (select 1 from promo_redemptions where code = p_code and user_id = p_user) then
    outcome := 'already_redeemed';
    credits_now := promo.credits;
    return;
  end if;
  outcome := case
    when promo.starts_at > clock_timestamp() then 'not_yet'
    when promo.ends_at <= clock_timestamp() then 'over'
    when promo.uses >= promo.max_uses then 'used_up'
    else 'redeemed' end;
  if outcome <> 'redeemed' then
    return;
  end if;
  update promo_codes set uses = uses + 1 where code = p_code;
  insert into promo_redemptions (code, user_id) values (p_code, p_user);
  perform credits_grant(p_user, promo.credits, 'grant-promo-' || p_code || '-' || p_user, 'promo ' || p_code);
  credits_now := promo.credits;
end $$;

-- The free quota was given on this day (UTC).
create table daily_grants (
  user_id  bigint not null references users,
  day      date not null,
  credits  bigint not null check (credits > 0),
  primary key (user_id, day)
);

-- Fills the free credits up to the quota, once a day; who has that much gets nothing, and may ask again on the same day.
create function credits_daily(p_user bigint, p_quota bigint) returns bigint language plpgsql as $$
declare
  today date := (clock_timestamp() at time zone 'UTC')::date;
  missing bigint;
begin
  insert into accounts (user_id) values (p_user) on conflict do nothing;
  insert into daily_grants (user_id, day, credits) values (p_user, today, 1) on conflict do nothing;
  if not found then
    return 0;
  end if;
  select p_quota - available into missing from accounts where user_id = p_user for update;
  if missing <= 0 then
    delete from daily_grants where user_id = p_user and day = today;
    return 0;
  end if;
  update daily_grants set credits = missing where user_id = p_user and day = today;
  perform credits_grant(p_user, missing, 'grant-daily-' || p_user || '-' || today, 'daily quota');
  return missing;
end $$;
`,
};
