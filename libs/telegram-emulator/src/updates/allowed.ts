/** Every update name of the Bot API; unknown names in `allowed_updates` are ignored. */
const KNOWN = new Set([
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'inline_query',
  'chosen_inline_result',
  'callback_query',
  'shipping_query',
  'pre_checkout_query',
  'poll',
  'poll_answer',
  'my_chat_member',
  'chat_member',
  'chat_join_request',
  'message_reaction',
  'message_reaction_count',
  'chat_boost',
  'removed_chat_boost',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
  'purchased_paid_media',
]);
const NOT_BY_DEFAULT = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

/**
 * The setting after a call: `keep` when the argument is missing, empty or not a list of strings; `undefined` (the
 * default set) when no known name is left (Client.cpp 16889-16945).
 */
export function readAllowedUpdates(value: unknown): string[] | undefined | 'keep' {
  let list = value;
  if (typeof value === 'string') {
    try {
      list = JSON.parse(value);
    } catch {
      return 'keep';
    }
  }
  if (!Array.isArray(list) || list.some((name) => typeof name !== 'string')) return 'keep';
  const names = list.map((name: string) => name.toLowerCase()).filter((name) => KNOWN.has(name));
  return names.length === 0 ? undefined : names;
}

export function isAllowed(type: string, allowed: string[] | undefined): boolean {
  return allowed === undefined ? !NOT_BY_DEFAULT.has(type) : allowed.includes(type);
}
