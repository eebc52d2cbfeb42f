import { TelegramApiError } from './error.ts';

/**
 * Methods that may be repeated when nobody knows whether they were carried out. A `send…` is never among them: repeated,
 * a person would get the message twice.
 */
export function isIdempotent(method: string): boolean {
  return /^(?:get|edit|answer|delete|set)/i.test(method) || method.toLowerCase() === 'sendchataction';
}

/**
 * Refusals that mean "it is as you want it": an edit that changes nothing, a callback answered late or twice, a message
 * that the unanswered first try deleted, a refund that was paid. The result of the call is then `true`.
 */
export function isHarmless(error: TelegramApiError, repeated: boolean): boolean {
  const { method, description, outcome } = error;
  if (outcome !== 'refused') return false;
  if (/message is not modified/i.test(description)) return true;
  if (/CHARGE_ALREADY_REFUNDED/.test(description)) return true;
  if (/^answerCallbackQuery$/i.test(method) && /query is too old|query ID is invalid/i.test(description))
    return true;
  return repeated && /^deleteMessages?$/i.test(method) && /message to delete not found/i.test(description);
}
