import type { Migration } from '../migration.ts';

/**
 * What decides when a generation may start: fair order between people, a limit for each of them, breakers for KIE and its
 * models, and one rate limit for all processes. All of it is rows, so that every worker decides by the same facts.
 */
export const intake: Migration = {
  version: 6,
  name: 'intake',
  sql: `
alter table generations
  add column fair_at timestamptz not null default now(),   -- place in the queue: later for each further order of one person
  add column kie_estimate numeric(12, 4);                  -- KIE's credits by the quote, until credits_consumed is known
create index generations_queue on generations (fair_at, id) where state = 'queued';
create index generations_queue_of_user on generations (user_id, fair_at, id) where state = 'queued';
create index generations_busy_of_user on generations (user_id) where state in ('submitting', 'submit_unknown', 'running');
create index generations_done on generations (model_id, finished_at desc) where state = 'succeeded';

alter table generation_files add column deleted_at timestamptz;   -- the bytes are gone from the store, by retention

-- Whether one more task of this person may be at KIE. To be asked in the transaction that writes the mark: the lock lasts
-- to its end, so two workers cannot both take the last place.
create function generation_may_run(p_user bigint, p_max integer) returns boolean language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('generation-may-run-' || p_user, 0));
  return (select count(*) from (select 1 from generations
    where user_id = p_user and state in ('submitting', 'submit_unknown', 'running') limit p_max) as busy) < p_max;
end $$;

-- scope: 'kie' for the provider, 'model:<id>' for a model. No row: closed. open_until null: closed, with some failures.
create table provider_breakers (
  scope        text primary key,
  failures     integer not null default 0,           -- in a row
  trips        integer not null default 0,           -- openings in a row; the next one lasts twice as long
  reason       text,
  open_until   timestamptz,
  probe_until  timestamptz,                          -- one generation is on its way to try
  updated_at   timestamptz not null default clock_timestamp()
);

-- 0: go on. Else after how many ms to ask again. When an opening is over, the first to ask is the probe.
create function provider_enter(p_scopes text[], p_probe_ms integer) returns integer language plpgsql as $$
declare
  at_now timestamptz;
  wait_until timestamptz;
begin
  if not exists (select 1 from provider_breakers where scope = any (p_scopes) and open_until is not null) then
    return 0;
  end if;
  perform 1 from provider_breakers where scope = any (p_scopes) order by scope for update;
  at_now := clock_timestamp();
  select max(greatest(open_until, probe_until)) into wait_until from provider_breakers
    where scope = any (p_scopes) and open_until is not null;
  if wait_until > at_now then
    return greatest(1, ceil(extract(epoch from wait_until - at_now) * 1000));
  end if;
  update provider_breakers set probe_until = at_now + p_probe_ms * interval '1 millisecond'
    where scope = any (p_scopes) and open_until is not null;
  return 0;
end $$;

-- true: this failure opened the breaker. What was under way when it opened changes nothing more.
create function provider_failed(p_scope text, p_reason text, p_threshold integer, p_open_ms bigint, p_max_ms bigint)
returns boolean language plpgsql as $$
declare
  breaker provider_breakers;
begin
  insert into provider_breakers (scope) values (p_scope) on conflict do nothing;
  select * into breaker from provider_breakers where scope = p_scope for update;
  if not found then
    return false;
  end if;
  if breaker.open_until > clock_timestamp() then
    return false;
  end if;
  update provider_breakers set failures = failures + 1, reason = p_reason, updated_at = clock_timestamp() where scope = p_scope;
  if breaker.open_until is null and breaker.failures + 1 < p_threshold then
    return false;
  end if;
  update provider_breakers set
    open_until = clock_timestamp() + least(p_open_ms * 2 ^ least(trips, 20), p_max_ms) * interval '1 millisecond',
    probe_until = null, trips = trips + 1 where scope = p_scope;
  return true;
end $$;

-- One row for each kind of request; it is the lock. Marks are the requests of the last window.
create table limiter_windows (
  kind           text primary key,
  penalty_until  timestamptz                         -- KIE refused one as too many: half the budget until then
);
create table limiter_marks (
  kind  text not null references limiter_windows,
  at    timestamptz not null
);
create index limiter_marks_of on limiter_marks (kind, at);

-- 0: noted, go. Else after how many ms to ask again.
create function limiter_take(p_kind text, p_limit integer, p_window_ms integer) returns integer language plpgsql as $$
declare
  at_now timestamptz;
  span interval := p_window_ms * interval '1 millisecond';
  most integer := p_limit;
  blocker timestamptz;
begin
  insert into limiter_windows (kind) values (p_kind) on conflict do nothing;
  select case when penalty_until > clock_timestamp() then greatest(1, p_limit / 2) else p_limit end into most
    from limiter_windows where kind = p_kind for update;
  at_now := clock_timestamp();
  delete from limiter_marks where kind = p_kind and at <= at_now - span;
  select at into blocker from limiter_marks where kind = p_kind order by at desc offset most - 1 limit 1;
  if not found then
    insert into limiter_marks (kind, at) values (p_kind, at_now);
    return 0;
  end if;
  return greatest(1, ceil(extract(epoch from blocker + span - at_now) * 1000));
end $$;

-- What KIE said it had left, for the reconciliation.
create table provider_balances (
  at       timestamptz primary key default clock_timestamp(),
  credits  text not null
);
`,
};
