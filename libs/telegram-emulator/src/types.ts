/** Telegram's own JSON shapes, as far as the emulator models them. Field names are Telegram's. */

export interface User {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
}

export interface PrivateChat {
  id: number;
  type: 'private';
  first_name: string;
  last_name?: string;
  username?: string;
}

/** Ids of groups are negative; those of supergroups start with -100. */
export interface GroupChat {
  id: number;
  type: 'group' | 'supergroup';
  title: string;
  is_forum?: boolean;
  all_members_are_administrators?: boolean;
  accepted_gift_types?: Record<string, boolean>;
}

export type Chat = PrivateChat | GroupChat;

export interface MessageEntity {
  type: string;
  /** In UTF-16 code units, as everywhere in the Bot API. */
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
  user?: User;
}

export interface InlineButton {
  text: string;
  callback_data?: string;
  url?: string;
  pay?: boolean;
  web_app?: { url: string };
  copy_text?: { text: string };
  switch_inline_query?: string;
  switch_inline_query_current_chat?: string;
  login_url?: { url: string };
}

export interface InlineKeyboard {
  inline_keyboard: InlineButton[][];
}

export interface ReplyButton {
  text: string;
  request_contact?: boolean;
  request_location?: boolean;
}

/** A keyboard under the input field. It belongs to the chat, not to a message. */
export interface ReplyKeyboard {
  keyboard: ReplyButton[][];
  resize_keyboard?: boolean;
  one_time_keyboard?: boolean;
  is_persistent?: boolean;
  input_field_placeholder?: string;
}

export interface FileRef {
  file_id: string;
  file_unique_id: string;
  file_size?: number;
}

export interface PhotoSize extends FileRef {
  width: number;
  height: number;
}

export interface MediaFile extends FileRef {
  width?: number;
  height?: number;
  duration?: number;
  mime_type?: string;
  file_name?: string;
  title?: string;
  performer?: string;
  thumbnail?: PhotoSize;
}

export interface Invoice {
  title: string;
  description: string;
  start_parameter: string;
  currency: string;
  total_amount: number;
}

export interface SuccessfulPayment {
  currency: string;
  total_amount: number;
  invoice_payload: string;
  telegram_payment_charge_id: string;
  provider_payment_charge_id: string;
}

export interface Message {
  message_id: number;
  message_thread_id?: number;
  is_topic_message?: boolean;
  from: User;
  chat: Chat;
  /** Unix seconds. */
  date: number;
  edit_date?: number;
  reply_to_message?: Message;
  media_group_id?: string;
  has_protected_content?: boolean;
  text?: string;
  entities?: MessageEntity[];
  link_preview_options?: Record<string, unknown>;
  photo?: PhotoSize[];
  video?: MediaFile;
  audio?: MediaFile;
  voice?: MediaFile;
  document?: MediaFile;
  animation?: MediaFile;
  caption?: string;
  caption_entities?: MessageEntity[];
  show_caption_above_media?: boolean;
  has_media_spoiler?: boolean;
  invoice?: Invoice;
  successful_payment?: SuccessfulPayment;
  refunded_payment?: SuccessfulPayment;
  group_chat_created?: boolean;
  supergroup_chat_created?: boolean;
  new_chat_members?: User[];
  /** The two older names of the first new member (Client.cpp 4326). */
  new_chat_member?: User;
  new_chat_participant?: User;
  left_chat_member?: User;
  left_chat_participant?: User;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
  forum_topic_created?: { name: string; icon_color: number };
  reply_markup?: InlineKeyboard;
}

export interface BotCommand {
  command: string;
  description: string;
}

/** Emoji reactions of one side to one message. */
export interface Reaction {
  type: string;
  emoji?: string;
  custom_emoji_id?: string;
}

/** The kinds of media that can be sent and that a `file_id` belongs to. */
export type MediaKind = 'photo' | 'video' | 'audio' | 'voice' | 'document' | 'animation';
