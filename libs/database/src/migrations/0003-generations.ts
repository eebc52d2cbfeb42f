import type { Migration } from '../migration.ts';

/**
 * The life of a generation. The row is the truth and its state changes only along `generation_edges`: a trigger
 * refuses every other step, so a worker that woke up late cannot move a generation backwards.
 */
export const generations: Migration = {
  version: 3,
  name: 'generations',
  sql: `
create table generation_edges (
  from_state  text not null,
  to_state    text not null,
  primary key (from_state, to_state)
);
insert into generation_edges values
  ('queued', 'submitting'), ('queued', 'cancelled'), ('queued', 'failed'),
  ('submitting', 'queued'),                          -- surely not taken by KIE: not sent, rate limit, maintenance, empty account
  ('submitting', 'running'), ('submitting', 'submit_unknown'), ('submitting', 'failed'),
  ('submit_unknown', 'running'), ('submit_unknown', 'failed'),
  ('running', 'queued'),                             -- once, after a transient failure that cost nothing
  ('running', 'storing'), ('running', 'failed'),
  ('storing', 'succeeded'), ('storing', 'failed');

create table generations (
  id                uuid primary key default gen_random_uuid(),
  number            bigint generated always as identity unique,   -- what people and operators say to each other
  user_id           bigint not null references users,
  chat_id           bigint not null,
  intent_key        text not null unique,            -- '<draft id>:<draft version>'
  model_id          text not null,
  input             jsonb not null,                  -- as the person gave it; media fields hold 'media:<media.id>'
  price             bigint not null check (price > 0),            -- whole credits, held until the end
  state             text not null default 'queued'
                    check (state in ('queued', 'submitting', 'submit_unknown', 'running', 'storing', 'succeeded', 'failed', 'cancelled')),
  attempt           integer not null default 0,      -- paid requests begun; in the callback URL
  payload           jsonb,                           -- complete and with URLs only: what was sent to KIE
  request_sent_at   timestamptz,                     -- the mark written before the paid request leaves
  task_ref          jsonb,                           -- TaskRef of @kie/client
  task_id           text generated always as (task_ref ->> 'taskId') stored unique,
  next_check_at     timestamptz not null default now(),           -- when the next step is due
  locked_until      timestamptz,                     -- a worker's claim; over when it passes
  locked_by         text,
  tries             integer not null default 0,      -- claims since the last change of state; too many park it
  deadline_at       timestamptz,                     -- running longer than this is a time-out
  retried           boolean not null default false,  -- the one edge running -> queued was used
  result            jsonb,                           -- the succeeded Task's files, text and data, before storing
  failure           jsonb,                           -- { code, message, category }
  credits_consumed  numeric(12, 4),                  -- what KIE says it took, in KIE's credits
  gift              boolean not null default false,  -- the result came after the refund
  created_at        timestamptz not null default now(),
  updated_at        timestamptz not null default now(),
  finished_at       timestamptz
);
create index generations_due on generations (next_check_at)
  where state in ('queued', 'submitting', 'submit_unknown', 'running', 'storing');
-- Failed ones whose task may still bring a late result, looked for now and then.
create index generations_late on generations (next_check_at) where state = 'failed' and not gift;
create index generations_of_user on generations (user_id, created_at desc);

create function refuse_unknown_edge() returns trigger language plpgsql as $$
begin
  if new.state <> old.state then
    if not exists (select 1 from generation_edges where from_state = old.state and to_state = new.state) then
      raise exception 'generation % cannot go from % to %', old.id, old.state, new.state using errcode = 'KG001';
    end if;
    new.updated_at := now();
    new.tries := 0;
  end if;
  return new;
end $$;
create trigger generations_edges before update on generations for each row execute function refuse_unknown_edge();

-- The timeline: one row a step, appended only.
create table generation_events (
  id             bigint generated always as identity primary key,
  generation_id  uuid not null references generations,
  event          text not null,
  detail         jsonb not null default '{}',
  at             timestamptz not null default clock_timestamp()
);
create index generation_events_of on generation_events (generation_id, id);

-- The results in our own store.
create table generation_files (
  generation_id  uuid not null references generations,
  n              integer not null,                   -- 0, 1, 2 in KIE's order
  kind           text not null check (kind in ('image', 'video', 'audio', 'text', 'file')),
  role           text not null default 'result',
  mime           text not null,
  bytes          bigint not null,
  sha256         text not null,
  storage_key    text not null,
  width          integer,
  height         integer,
  seconds        numeric(10, 3),
  primary key (generation_id, n)
);

-- KIE's callbacks: a hint that a look at recordInfo is worth it, and the way a lost task id comes home.
create table provider_callbacks (
  id             bigint generated always as identity primary key,
  generation_id  uuid not null references generations,
  attempt        integer not null,
  task_id        text not null,
  received_at    timestamptz not null default now(),
  times          integer not null default 1,
  unique (generation_id, attempt, task_id)
);
`,
};
