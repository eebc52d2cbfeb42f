import { badRequest } from '../errors.ts';
import type { InlineButton, InlineKeyboard, ReplyButton, ReplyKeyboard } from '../types.ts';
import type { Params } from './params.ts';

/** What `reply_markup` asks for. */
export type ReplyMarkup =
  | { kind: 'none' }
  | { kind: 'inline'; keyboard: InlineKeyboard }
  | { kind: 'reply'; keyboard: ReplyKeyboard }
  | { kind: 'remove' }
  | { kind: 'force_reply' };

const MAX_CALLBACK_DATA_BYTES = 64;
const MAX_BUTTONS = 100;

/** Reads and checks `reply_markup` with Telegram's texts (Client.cpp 9588-9760). */
export function readReplyMarkup(params: Params): ReplyMarkup {
  const value = params.json('reply_markup', "can't parse reply keyboard markup JSON object");
  if (value === undefined) return { kind: 'none' };
  if (!isObject(value)) throw badRequest('object expected as reply markup');
  const rows = readRows(value['keyboard'], 'field "keyboard" must be an Array of Arrays', replyButton);
  const inlineRows = readRows(
    value['inline_keyboard'],
    'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    inlineButton,
  );
  if (rows.length > 0) return { kind: 'reply', keyboard: { ...pickKeyboardOptions(value), keyboard: rows } };
  if (inlineRows.length > 0) {
    if (inlineRows.flat().length > MAX_BUTTONS) throw badRequest('reply markup is too long');
    return { kind: 'inline', keyboard: { inline_keyboard: inlineRows } };
  }
  if (value['remove_keyboard'] === true || value['hide_keyboard'] === true) return { kind: 'remove' };
  return value['force_reply'] === true ? { kind: 'force_reply' } : { kind: 'none' };
}

function readRows<T>(value: unknown, shape: string, read: (button: unknown) => T): T[][] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw badRequest(shape);
  return value
    .map((row: unknown) => {
      if (!Array.isArray(row)) throw badRequest(shape);
      return row.map(read);
    })
    .filter((row) => row.length > 0);
}

function replyButton(value: unknown): ReplyButton {
  if (typeof value === 'string') return { text: value };
  const failed = (text: string): Error => badRequest(`can't parse keyboard button: ${text}`);
  if (!isObject(value)) throw failed('KeyboardButton must be a String or an Object');
  const text = value['text'];
  if (typeof text !== 'string') throw failed(`Can't find field "text"`);
  return {
    text,
    ...(value['request_contact'] === true ? { request_contact: true } : {}),
    ...(value['request_location'] === true ? { request_location: true } : {}),
  };
}

function inlineButton(value: unknown): InlineButton {
  const failed = (text: string): Error => badRequest(`can't parse inline keyboard button: ${text}`);
  if (!isObject(value)) throw failed('InlineKeyboardButton must be an Object');
  const text = value['text'];
  if (typeof text !== 'string') throw failed(`Can't find field "text"`);
  if (text.trim() === '') throw badRequest('BUTTON_TEXT_INVALID');
  const button = value as Partial<InlineButton>;
  if (typeof button.url === 'string' && button.url !== '') {
    if (!/^(?:https?|tg|ton):/i.test(button.url) && !/^[\w-]+\.[\w.-]+/.test(button.url)) {
      throw badRequest(`inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`);
    }
    return { text, url: button.url };
  }
  if (typeof button.callback_data === 'string' && button.callback_data !== '') {
    if (Buffer.byteLength(button.callback_data) > MAX_CALLBACK_DATA_BYTES)
      throw badRequest('BUTTON_DATA_INVALID');
    return { text, callback_data: button.callback_data };
  }
  if (button.pay !== undefined) return { text, pay: true };
  if (button.switch_inline_query !== undefined)
    return { text, switch_inline_query: button.switch_inline_query };
  if (button.switch_inline_query_current_chat !== undefined) {
    return { text, switch_inline_query_current_chat: button.switch_inline_query_current_chat };
  }
  if (button.login_url !== undefined) return { text, login_url: button.login_url };
  if (button.web_app !== undefined) return { text, web_app: button.web_app };
  if (button.copy_text !== undefined) return { text, copy_text: button.copy_text };
  throw failed('Text buttons are unallowed in the inline keyboard');
}

function pickKeyboardOptions(value: Record<string, unknown>): Partial<ReplyKeyboard> {
  return {
    ...(value['resize_keyboard'] === true ? { resize_keyboard: true } : {}),
    ...(value['one_time_keyboard'] === true ? { one_time_keyboard: true } : {}),
    ...(value['is_persistent'] === true ? { is_persistent: true } : {}),
    ...(typeof value['input_field_placeholder'] === 'string'
      ? { input_field_placeholder: value['input_field_placeholder'] }
      : {}),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
