import { refusal } from './api/error.ts';
import type { CallOptions, TelegramApi } from './api/telegram-api.ts';
import { htmlToText } from './html.ts';
import type { Rendered } from './render.ts';

interface SentMessage {
  readonly message_id: number;
}

/** The same call with HTML, and once more as plain text when Telegram cannot read the HTML: better plain than nothing. */
async function withPlainFallback<T>(
  view: Rendered,
  call: (text: Readonly<Record<string, unknown>>) => Promise<T>,
): Promise<T> {
  const keyboard = view.keyboard === undefined ? {} : { reply_markup: { inline_keyboard: view.keyboard } };
  const rest = { ...keyboard, link_preview_options: { is_disabled: true } };
  try {
    return await call({ text: view.text, parse_mode: 'HTML', ...rest });
  } catch (error) {
    if (!/can't parse entities/i.test(refusal(error))) throw error;
    return await call({ text: htmlToText(view.text), ...rest });
  }
}

/** Sends a drawn screen as a new message; the id of the message. */
export async function sendView(
  api: TelegramApi,
  chatId: number,
  view: Rendered,
  options: CallOptions = {},
): Promise<number> {
  const sent = await withPlainFallback(view, (text) =>
    api.call<SentMessage>('sendMessage', { chat_id: chatId, ...text }, options),
  );
  return sent.message_id;
}

/** Redraws a message. False: it can never be edited (deleted, too old, not a text message), so send a new one. */
export async function editView(
  api: TelegramApi,
  chatId: number,
  messageId: number,
  view: Rendered,
  options: CallOptions = {},
): Promise<boolean> {
  try {
    await withPlainFallback(view, (text) =>
      api.call('editMessageText', { chat_id: chatId, message_id: messageId, ...text }, options),
    );
    return true;
  } catch (error) {
    if (isUneditable(refusal(error))) return false;
    throw error;
  }
}

function isUneditable(description: string): boolean {
  return /message to edit not found|message can't be edited|no text in the message to edit|MESSAGE_ID_INVALID/i.test(
    description,
  );
}
