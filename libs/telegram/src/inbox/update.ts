import type { Update } from 'telegraf/types';

export type { Update };

/** Update types the bot reads. Named in every getUpdates and setWebhook, because Telegram keeps the last list it was given. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'pre_checkout_query',
  'my_chat_member',
] as const;

/** Is this JSON value shaped like an update, whatever its type? */
export function isUpdate(value: unknown): value is Update {
  return (
    typeof value === 'object' &&
    value !== null &&
    'update_id' in value &&
    Number.isSafeInteger(value.update_id) &&
    Number(value.update_id) >= 0
  );
}

interface Loose {
  readonly chat?: { readonly id?: unknown };
  readonly message?: { readonly chat?: { readonly id?: unknown } };
  readonly from?: { readonly id?: unknown };
}

/**
 * Updates of one lane are handled one after the other, in the order of their ids. Messages, edits and taps of a chat
 * share a lane; a pre-checkout has one of its own, since it must be answered within 10 s whatever the chat is doing.
 */
export function laneOf(update: Update): string {
  const [type, content] =
    Object.entries(update).find(([, value]) => typeof value === 'object' && value !== null) ?? [];
  const { from, chat, message } = (content ?? {}) as Loose;
  const person = idOf(from) ?? 'nobody';
  if (type === 'pre_checkout_query' || type === 'shipping_query') return `pay:${person}`;
  if (type === 'inline_query' || type === 'chosen_inline_result') return `inline:${person}`;
  return idOf(chat) ?? idOf(message?.chat) ?? idOf(from) ?? 'other';
}

function idOf(who: { readonly id?: unknown } | undefined): string | undefined {
  return typeof who?.id === 'number' ? String(who.id) : undefined;
}

/** Updates about money, which are never skipped. */
export function isPayment(update: Update): boolean {
  if ('pre_checkout_query' in update) return true;
  const message: object = 'message' in update ? update.message : {};
  return 'successful_payment' in message || 'refunded_payment' in message;
}

/** The id of the tapped button's query, which has to be answered. */
export function callbackQueryId(update: Update): string | undefined {
  return 'callback_query' in update ? update.callback_query.id : undefined;
}
