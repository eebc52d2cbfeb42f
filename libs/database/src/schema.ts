import type { ColumnType, Generated, GeneratedAlways, Insertable, Selectable, Updateable } from 'kysely';

/** A point in time: a Date when read, a Date or ISO text when written. */
type Time = ColumnType<Date, Date | string, Date | string>;
type TimeDefault = ColumnType<Date, Date | string | undefined, Date | string>;
/** jsonb: a value when read, JSON text when written (`json(value)` of this package). */
type Json<T> = ColumnType<T, string, string>;
type JsonDefault<T> = ColumnType<T, string | undefined, string>;
type JsonNull<T> = ColumnType<T | null, string | null | undefined, string | null>;
/** numeric(12,4) comes as text, so that no digit is lost. */
type Decimal = ColumnType<string | null, string | number | null | undefined, string | number | null>;

export type Language = 'en' | 'ru';
export type MediaKind = 'image' | 'video' | 'audio' | 'file';
export type GenerationState =
  | 'queued'
  | 'submitting'
  | 'submit_unknown'
  | 'running'
  | 'storing'
  | 'succeeded'
  | 'failed'
  | 'cancelled';
export type DeliveryState = 'pending' | 'sending' | 'sent' | 'unknown' | 'unreachable' | 'failed';
export type InboxState = 'new' | 'applied' | 'answered' | 'skipped' | 'parked';

export interface UsersTable {
  id: number;
  first_name: string;
  username: string | null;
  language: Generated<Language>;
  status: Generated<'active' | 'banned'>;
  reachable: Generated<boolean>;
  settings: JsonDefault<Record<string, unknown>>;
  created_at: TimeDefault;
  seen_at: TimeDefault;
}

export interface MediaTable {
  id: Generated<string>;
  user_id: number;
  kind: MediaKind;
  mime: string | null;
  bytes: number | null;
  width: number | null;
  height: number | null;
  seconds: Decimal;
  telegram_file_id: string;
  storage_key: string | null;
  created_at: TimeDefault;
}

export interface DraftsTable {
  id: Generated<string>;
  user_id: number;
  version: Generated<number>;
  model_id: string;
  input: JsonDefault<Record<string, unknown>>;
  updated_at: TimeDefault;
  created_at: TimeDefault;
}

export interface DialogsTable {
  user_id: number;
  draft_id: string | null;
  awaiting: string | null;
  data: JsonDefault<Record<string, unknown>>;
  updated_at: TimeDefault;
}

export interface AccountsTable {
  user_id: number;
  available: Generated<number>;
  held: Generated<number>;
}

export interface HoldsTable {
  generation_id: string;
  user_id: number;
  amount: number;
  captured: Generated<number>;
  state: Generated<'held' | 'captured' | 'released'>;
  created_at: TimeDefault;
  settled_at: Time | null;
}

export interface PostingsTable {
  id: GeneratedAlways<number>;
  key: string;
  leg: number;
  account: string;
  user_id: number | null;
  amount: number;
  kind: string;
  generation_id: string | null;
  note: string | null;
  at: TimeDefault;
}

export interface PromoCodesTable {
  code: string;
  credits: number;
  max_uses: number | null;
  uses: Generated<number>;
  starts_at: TimeDefault;
  ends_at: Time | null;
  created_at: TimeDefault;
}

export interface PromoRedemptionsTable {
  code: string;
  user_id: number;
  at: TimeDefault;
}

export interface DailyGrantsTable {
  user_id: number;
  /** `YYYY-MM-DD`, in UTC. */
  day: string;
  credits: number;
}

export interface GenerationsTable {
  id: Generated<string>;
  number: GeneratedAlways<number>;
  user_id: number;
  chat_id: number;
  intent_key: string;
  model_id: string;
  input: Json<Record<string, unknown>>;
  price: number;
  state: Generated<GenerationState>;
  attempt: Generated<number>;
  payload: JsonNull<Record<string, unknown>>;
  request_sent_at: Time | null;
  task_ref: JsonNull<{ taskId: string; api: 'jobs' | 'veo' | 'flux-kontext'; model: string }>;
  task_id: GeneratedAlways<string | null>;
  next_check_at: TimeDefault;
  locked_until: Time | null;
  locked_by: string | null;
  tries: Generated<number>;
  deadline_at: Time | null;
  retried: Generated<boolean>;
  result: JsonNull<unknown>;
  failure: JsonNull<{ code: string; message: string; category: string }>;
  credits_consumed: Decimal;
  fair_at: TimeDefault;
  kie_estimate: Decimal;
  gift: Generated<boolean>;
  created_at: TimeDefault;
  updated_at: TimeDefault;
  finished_at: Time | null;
}

export interface GenerationEdgesTable {
  from_state: GenerationState;
  to_state: GenerationState;
}

export interface GenerationEventsTable {
  id: GeneratedAlways<number>;
  generation_id: string;
  event: string;
  detail: JsonDefault<Record<string, unknown>>;
  at: TimeDefault;
}

export interface GenerationFilesTable {
  generation_id: string;
  n: number;
  kind: 'image' | 'video' | 'audio' | 'text' | 'file';
  role: Generated<string>;
  mime: string;
  bytes: number;
  sha256: string;
  storage_key: string;
  width: number | null;
  height: number | null;
  seconds: Decimal;
  deleted_at: Time | null;
}

export interface ProviderBreakersTable {
  scope: string;
  failures: Generated<number>;
  trips: Generated<number>;
  reason: string | null;
  open_until: Time | null;
  probe_until: Time | null;
  updated_at: TimeDefault;
}

export interface LimiterWindowsTable {
  kind: string;
  penalty_until: Time | null;
}

export interface LimiterMarksTable {
  kind: string;
  at: Time;
}

export interface ProviderBalancesTable {
  at: TimeDefault;
  /** A decimal number as text. */
  credits: string;
}

export interface ProviderCallbacksTable {
  id: GeneratedAlways<number>;
  generation_id: string;
  attempt: number;
  task_id: string;
  received_at: TimeDefault;
  times: Generated<number>;
}

export interface InboxTable {
  update_id: number;
  lane: string;
  body: Json<unknown>;
  state: Generated<InboxState>;
  replies: JsonNull<unknown>;
  attempts: Generated<number>;
  locked_until: Time | null;
  error: string | null;
  received_at: TimeDefault;
  applied_at: Time | null;
  answered_at: Time | null;
}

export interface ProgressMessagesTable {
  generation_id: string;
  chat_id: number;
  message_id: number;
  shown: Generated<string>;
  next_edit_at: TimeDefault;
  done: Generated<boolean>;
}

export interface DeliveriesTable {
  generation_id: string;
  part: number;
  chat_id: number;
  state: Generated<DeliveryState>;
  files: Generated<number[]>;
  message_id: number | null;
  file_ids: JsonNull<Record<string, string>>;
  attempts: Generated<number>;
  next_try_at: TimeDefault;
  locked_until: Time | null;
  error: string | null;
  created_at: TimeDefault;
  sent_at: Time | null;
}

/** Every table of the bot, as Kysely sees it. int8 columns are read as safe integers, see `createDatabase`. */
export interface Database {
  users: UsersTable;
  media: MediaTable;
  drafts: DraftsTable;
  dialogs: DialogsTable;
  accounts: AccountsTable;
  holds: HoldsTable;
  postings: PostingsTable;
  promo_codes: PromoCodesTable;
  promo_redemptions: PromoRedemptionsTable;
  daily_grants: DailyGrantsTable;
  generations: GenerationsTable;
  generation_edges: GenerationEdgesTable;
  generation_events: GenerationEventsTable;
  generation_files: GenerationFilesTable;
  provider_callbacks: ProviderCallbacksTable;
  provider_breakers: ProviderBreakersTable;
  provider_balances: ProviderBalancesTable;
  limiter_windows: LimiterWindowsTable;
  limiter_marks: LimiterMarksTable;
  inbox: InboxTable;
  progress_messages: ProgressMessagesTable;
  deliveries: DeliveriesTable;
}

export type User = Selectable<UsersTable>;
export type Media = Selectable<MediaTable>;
export type Draft = Selectable<DraftsTable>;
export type Dialog = Selectable<DialogsTable>;
/** A generation without what only the queue and the daily budget look at. */
export type Generation = Omit<Selectable<GenerationsTable>, 'fair_at' | 'kie_estimate'>;
export type GenerationUpdate = Updateable<GenerationsTable>;
export type NewGeneration = Insertable<GenerationsTable>;
export type GenerationFile = Selectable<GenerationFilesTable>;
export type Delivery = Selectable<DeliveriesTable>;
export type InboxRow = Selectable<InboxTable>;
