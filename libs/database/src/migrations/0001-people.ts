import type { Migration } from '../migration.ts';

/** Who writes to the bot, what they sent, and where they are in the dialog. */
export const people: Migration = {
  version: 1,
  name: 'people',
  sql: `
create table users (
  id          bigint primary key,                    -- Telegram's user id
  first_name  text not null,
  username    text,
  language    text not null default 'en' check (language in ('en', 'ru')),
  status      text not null default 'active' check (status in ('active', 'banned')),
  reachable   boolean not null default true,         -- false after Telegram said 403: blocked or deactivated
  settings    jsonb not null default '{}',
  created_at  timestamptz not null default now(),
  seen_at     timestamptz not null default now()
);

-- A file a person sent. The bytes are fetched from Telegram when a generation needs them, and kept in the store.
create table media (
  id                uuid primary key default gen_random_uuid(),
  user_id           bigint not null references users,
  kind              text not null check (kind in ('image', 'video', 'audio', 'file')),
  mime              text,
  bytes             bigint,
  width             integer,
  height            integer,
  seconds           numeric(10, 3),
  telegram_file_id  text not null,
  storage_key       text,
  created_at        timestamptz not null default now()
);
create index media_of_user on media (user_id, created_at desc);

-- What a person is putting together. The version grows with every change and every start, so that
-- (draft, version) names one intent: a double tap is one generation.
create table drafts (
  id          uuid primary key default gen_random_uuid(),
  user_id     bigint not null references users,
  version     integer not null default 1,
  model_id    text not null,
  input       jsonb not null default '{}',           -- media fields hold 'media:<media.id>'
  updated_at  timestamptz not null default now(),
  created_at  timestamptz not null default now()
);
create index drafts_of_user on drafts (user_id, updated_at desc);

-- Where the person is: which draft is on the table and which of its fields the next message answers.
create table dialogs (
  user_id     bigint primary key references users,
  draft_id    uuid references drafts,
  awaiting    text,                                  -- the name of a field, or null
  data        jsonb not null default '{}',
  updated_at  timestamptz not null default now()
);
`,
};
