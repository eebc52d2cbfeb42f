import type { Migration } from '../migration.ts';

/** What came from Telegram and what must go there. */
export const telegram: Migration = {
  version: 4,
  name: 'telegram',
  sql: `
-- Every update is written down before anything is done with it. new -> applied (its effects are committed, in
-- the same transaction) -> answered (the person was told). A crash between the two redraws from 'replies'.
create table inbox (
  update_id     bigint primary key,
  lane          text not null,                       -- updates of one lane are handled in order
  body          jsonb not null,
  state         text not null default 'new' check (state in ('new', 'applied', 'answered', 'skipped', 'parked')),
  replies       jsonb,                               -- what to show, decided by the effect
  attempts      integer not null default 0,
  locked_until  timestamptz,
  error         text,
  received_at   timestamptz not null default now(),
  applied_at    timestamptz,
  answered_at   timestamptz
);
create index inbox_open on inbox (lane, update_id) where state in ('new', 'applied');

-- The message that shows how a generation is doing; edited until the end, then it shrinks to a line.
create table progress_messages (
  generation_id  uuid primary key references generations,
  chat_id        bigint not null,
  message_id     bigint not null,
  shown          text not null default '',           -- which view was drawn last
  next_edit_at   timestamptz not null default now(),
  done           boolean not null default false
);
create index progress_open on progress_messages (next_edit_at) where not done;

-- One row a message that brings a result. A row found in 'sending' after a crash is 'unknown': it is never sent
-- again by itself, the person gets a button instead.
create table deliveries (
  generation_id  uuid not null references generations,
  part           integer not null,
  chat_id        bigint not null,
  state          text not null default 'pending'
                 check (state in ('pending', 'sending', 'sent', 'unknown', 'unreachable', 'failed')),
  files          integer[] not null default '{}',    -- generation_files.n of this message
  message_id     bigint,
  file_ids       jsonb,                              -- Telegram's file ids, by generation_files.n
  attempts       integer not null default 0,
  next_try_at    timestamptz not null default now(),
  locked_until   timestamptz,
  error          text,
  created_at     timestamptz not null default now(),
  sent_at        timestamptz,
  primary key (generation_id, part)
);
create index deliveries_due on deliveries (next_try_at) where state in ('pending', 'sending');
`,
};
