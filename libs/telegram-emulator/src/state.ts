import type {
  BotCommand,
  MediaKind,
  Message,
  Reaction,
  ReplyKeyboard,
  SuccessfulPayment,
  User,
} from './types.ts';

/** A file that the emulator knows. `storage` names its bytes; several records (photo sizes) may share them. */
export interface FileRecord {
  fileId: string;
  uniqueId: string;
  kind: MediaKind;
  storage: string;
  size: number;
  mime: string;
  /** What `getFile` gives as `file_path`. */
  path: string;
  /** Epoch ms until which the download link of the newest `getFile` works. */
  linkUntil?: number;
  /** The media object that a resend by `file_id` repeats. */
  media: Record<string, unknown>;
}

/** An update that waits for the bot. */
export interface PendingUpdate {
  id: number;
  type: string;
  /** Webhooks deliver one update at a time per lane. */
  lane: string;
  /** Epoch ms after which Telegram forgets the update. */
  expiresAt: number;
  payload: unknown;
}

export interface WebhookSettings {
  url: string;
  secret: string;
  maxConnections: number;
  /** Unix seconds and text of the newest failure, for getWebhookInfo. */
  lastErrorDate?: number;
  lastErrorMessage?: string;
}

/** What private chats and groups have in common. */
interface ChatContent {
  id: number;
  messages: Map<number, Message>;
  keyboard?: ReplyKeyboard;
  /** `user` holds what people set; in a group `people` says who set what. */
  reactions: Record<string, { bot: Reaction[]; user: Reaction[]; people?: Record<string, Reaction[]> }>;
}

/** A private chat of one person with the bot. Its id is the person's id. */
export interface PrivateChatState extends ChatContent {
  kind: 'private';
  user: User;
  /** The person has written at least once; before that the bot may not write. */
  started: boolean;
  blocked: boolean;
  /** The person's account is gone. */
  deactivated?: boolean;
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'left' | 'kicked';

/** A group or supergroup. All bots of an emulator share it. */
export interface GroupState extends ChatContent {
  kind: 'group';
  title: string;
  supergroup: boolean;
  forum: boolean;
  /** People and bots that are or were in it, by user id. */
  members: Map<number, { user: User; status: MemberStatus }>;
  /** Topic id -> name. */
  topics: Map<number, string>;
  /** The id of the supergroup that took its place. */
  migratedTo?: number;
  deleted?: boolean;
  /** The bot that wrote last: privacy mode gives it the commands without a name. */
  lastBotId?: number;
  /** Supergroups number their own messages. */
  nextMessageId: number;
}

export type ChatState = PrivateChatState | GroupState;

export interface CallbackState {
  id: string;
  userId: number;
  chatId: number;
  messageId: number;
  expiresAt: number;
}

export interface InvoiceState {
  payload: string;
  amount: number;
  currency: string;
}

export interface ChargeState extends SuccessfulPayment {
  userId: number;
  /** Unix seconds. */
  date: number;
  refunded: boolean;
}

export interface CommandList {
  scope: string;
  languageCode: string;
  commands: BotCommand[];
}

/** Everything that survives a restart with `dataDir`. */
export interface State {
  /** Private chats by person. */
  chats: Map<number, PrivateChatState>;
  /** Groups of all bots; only the first bot's state holds them. */
  groups: Map<number, GroupState>;
  files: Map<string, FileRecord>;
  updates: PendingUpdate[];
  nextUpdateId: number;
  nextMessageId: number;
  nextFileNumber: number;
  /** `undefined` = Telegram's default set. */
  allowedUpdates: string[] | undefined;
  webhook: WebhookSettings | undefined;
  commands: CommandList[];
  profile: Record<string, string>;
  callbacks: Map<string, CallbackState>;
  invoices: Map<string, InvoiceState>;
  charges: ChargeState[];
}

export function emptyState(): State {
  return {
    chats: new Map(),
    groups: new Map(),
    files: new Map(),
    updates: [],
    nextUpdateId: 500_000_001,
    nextMessageId: 1,
    nextFileNumber: 0,
    allowedUpdates: undefined,
    webhook: undefined,
    commands: [],
    profile: {},
    callbacks: new Map(),
    invoices: new Map(),
    charges: [],
  };
}

const MAPS = ['chats', 'groups', 'members', 'topics', 'files', 'callbacks', 'invoices', 'messages'];

/** Maps become `{ $map: [...] }`, so one JSON file holds all. */
export function stateToJson(state: State): string {
  return JSON.stringify(state, (key, value: unknown) =>
    MAPS.includes(key) && value instanceof Map ? { $map: [...value] } : value,
  );
}

export function stateFromJson(text: string): State {
  const parsed = JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && '$map' in value
      ? new Map(value.$map as [unknown, unknown][])
      : value,
  ) as Partial<State>;
  // State files of 0.1.0 knew only private chats and did not say so.
  for (const [id, chat] of parsed.chats ?? []) Object.assign(chat, { kind: 'private', id });
  return { ...emptyState(), ...parsed };
}
