import type { Migration } from '../migration.ts';

/**
 * Money of the bot: whole credits. `postings` is the truth (append-only, legs of a key sum to 0), `accounts` is
 * what it adds up to and the lock that spenders queue at, `holds` decides the race between capture and release.
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
  settled_at     timestamptz
);
create index holds_open on holds (user_id) where state = 'held';

create table postings (
  id             bigint generated always as identity primary key,
  key            text not null,                      -- says what it is: 'hold-<generation>', 'settle-<generation>', 'grant-welcome-<user>'
  leg            smallint not null,
  account        text not null,                      -- 'available' or 'held' of user_id, or 'house:<name>'
  user_id        bigint references accounts,
  amount         bigint not null,
  kind           text not null,
  generation_id  uuid,
  note           text,
  at             timestamptz not null default clock_timestamp(),
  unique (key, leg)
);
create index postings_of_user on postings (user_id, id desc);
`,
};
