import type { Migration } from '../migration.ts';

/**
 * Money of the bot: whole credits. `postings` is the truth (append-only, legs of a key sum to 0), `accounts` is
 * what it adds up to and the lock that spenders queue at, `holds` decides the race between capture and release.
 *
 * Every change is one function call. All of them lock in one order, the hold's row, then the account's row, so they cannot
 * deadlock with each other; a new hold comes after its account, because nobody can wait for a row that is not there yet. The
 * account is always locked before a row that refers to it is written: the share locks of foreign keys would pile up on it
 * (multixacts), and 100 spenders on one account would fall from thousands a second to less than a hundred. Error codes: KC001 append-only, KC002 unbalanced, KC003 key or hold reused for something
 * else, KC004 capture without a hold.
 */
export const credits: Migration = {
  version: 2,
  name: 'credits',
  sql: `
create table accounts (
  user_id    bigint primary key references users,
  available  bigint not null default 0 check (available >= 0),
  held       bigint not null default 0 check (held >= 0)
);

create table holds (
  generation_id  uuid primary key,
  user_id        bigint not null references accounts,
  amount         bigint not null check (amount > 0),
  captured       bigint not null default 0 check (captured between 0 and amount),
  state          text not null default 'held' check (state in ('held', 'captured', 'released')),
  created_at     timestamptz not null default now(),
  settled_at     timestamptz,
  check ((state = 'held') = (settled_at is null))
);
create index holds_open on holds (user_id) where state = 'held';

create table postings (
  id             bigint generated always as identity primary key,
  key            text not null,                      -- says what it is: 'hold-<generation>', 'settle-<generation>', 'grant-welcome-<user>'
  leg            smallint not null,
  account        text not null,                      -- 'available' or 'held' of user_id, or 'house:<name>'
  user_id        bigint references accounts,
  amount         bigint not null check (amount <> 0),
  kind           text not null check (kind in ('grant', 'hold', 'capture', 'release')),
  generation_id  uuid,
  note           text,
  at             timestamptz not null default clock_timestamp(),
  unique (key, leg),
  check (case when user_id is null then account like 'house:_%' else account in ('available', 'held') end)
);
create index postings_of_user on postings (user_id, id desc);

create function postings_are_final() returns trigger language plpgsql as $$
begin
  raise exception 'postings are never changed or removed; post the opposite under a new key' using errcode = 'KC001';
end $$;
create trigger postings_append_only before update or delete or truncate on postings
  for each statement execute function postings_are_final();

create function postings_balance() returns trigger language plpgsql as $$
declare
  total numeric;
begin
  select sum(amount) into total from postings where key = new.key;
  if total <> 0 then
    raise exception 'the legs of posting % add up to %, not to 0', new.key, total using errcode = 'KC002';
  end if;
  return null;
end $$;
create constraint trigger postings_balanced after insert on postings
  deferrable initially deferred for each row execute function postings_balance();

-- true: this call posted it; false: the key had done so before.
create function credits_grant(p_user bigint, p_amount bigint, p_key text, p_note text) returns boolean language plpgsql as $$
declare
  before postings;
begin
  insert into accounts (user_id) values (p_user) on conflict do nothing;
  insert into postings (key, leg, account, amount, kind, note)
    values (p_key, 0, 'house:grants', -p_amount, 'grant', p_note)
    on conflict do nothing;
  if not found then
    select * into before from postings where key = p_key and leg = 1;
    if (before.user_id, before.amount, before.kind) is distinct from (p_user, p_amount, 'grant') then
      raise exception 'key % was used for something else', p_key using errcode = 'KC003';
    end if;
    return false;
  end if;
  update accounts set available = accounts.available + p_amount where user_id = p_user;
  insert into postings (key, leg, account, user_id, amount, kind, note)
    values (p_key, 1, 'available', p_user, p_amount, 'grant', p_note);
  return true;
end $$;

-- A repeated call gives the first call's answer, whatever became of the hold since.
create function credits_hold(p_user bigint, p_generation uuid, p_amount bigint, out is_held boolean, out available_now bigint)
language plpgsql as $$
declare
  before holds;
begin
  select available into available_now from accounts where user_id = p_user for no key update;
  if not found then
    is_held := false;
    available_now := 0;
    return;
  end if;
  select * into before from holds where generation_id = p_generation;
  if found then
    if (before.user_id, before.amount) is distinct from (p_user, p_amount) then
      raise exception 'generation % has a hold of another user or amount', p_generation using errcode = 'KC003';
    end if;
    is_held := true;
    return;
  end if;
  is_held := available_now >= p_amount;
  if not is_held then
    return;
  end if;
  insert into holds (generation_id, user_id, amount) values (p_generation, p_user, p_amount) on conflict do nothing;
  if not found then                                  -- another user's, at the same moment
    raise exception 'generation % has a hold of another user or amount', p_generation using errcode = 'KC003';
  end if;
  update accounts set available = available - p_amount, held = held + p_amount where user_id = p_user
    returning available into available_now;
  insert into postings (key, leg, account, user_id, amount, kind, generation_id) values
    ('hold-' || p_generation, 0, 'available', p_user, -p_amount, 'hold', p_generation),
    ('hold-' || p_generation, 1, 'held', p_user, p_amount, 'hold', p_generation);
end $$;

-- Ends a hold, once: capture up to p_capture of it (null: all), give back the rest. p_capture = 0 with 'released' is a release.
create function credits_settle(p_generation uuid, p_state text, p_capture bigint,
                               out did_settle boolean, out captured_now bigint, out released_now bigint)
language plpgsql as $$
declare
  ended holds;
  settle_key text := 'settle-' || p_generation;
  settle_kind text;
begin
  update holds set state = p_state, captured = least(amount, coalesce(p_capture, amount)), settled_at = now()
    where generation_id = p_generation and state = 'held'
    returning * into ended;
  did_settle := found;
  if not did_settle then
    select * into ended from holds where generation_id = p_generation;
    if not found then
      if p_state = 'captured' then
        raise exception 'generation % has no hold to capture', p_generation using errcode = 'KC004';
      end if;
      captured_now := 0;
      released_now := 0;
      return;
    end if;
  end if;
  captured_now := ended.captured;
  released_now := ended.amount - ended.captured;
  if not did_settle then
    return;
  end if;
  update accounts set held = held - ended.amount, available = available + released_now where user_id = ended.user_id;
  settle_kind := case when captured_now > 0 then 'capture' else 'release' end;
  insert into postings (key, leg, account, user_id, amount, kind, generation_id)
    values (settle_key, 0, 'held', ended.user_id, -ended.amount, settle_kind, p_generation);
  if captured_now > 0 then
    insert into postings (key, leg, account, amount, kind, generation_id)
      values (settle_key, 1, 'house:revenue', captured_now, settle_kind, p_generation);
  end if;
  if released_now > 0 then
    insert into postings (key, leg, account, user_id, amount, kind, generation_id)
      values (settle_key, 2, 'available', ended.user_id, released_now, settle_kind, p_generation);
  end if;
end $$;
`,
};
