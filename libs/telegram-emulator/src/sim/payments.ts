import type { Core } from '../core.ts';
import { unixTime } from '../core.ts';
import { appendMessage } from '../api/post-message.ts';
import type { Message, SuccessfulPayment } from '../types.ts';
import type { Seat } from './people.ts';

const PRE_CHECKOUT_MS = 10_000;

/** How a payment ended. */
export type PaymentResult = { paid: true; chargeId: string } | { paid: false; error: string };

interface OpenCheckout {
  settle: (error: string | undefined) => void;
}

const openCheckouts = new WeakMap<Core, Map<string, OpenCheckout>>();

function checkoutsOf(core: Core): Map<string, OpenCheckout> {
  const known = openCheckouts.get(core);
  if (known !== undefined) return known;
  const fresh = new Map<string, OpenCheckout>();
  openCheckouts.set(core, fresh);
  return fresh;
}

/** The bot's answer to a pre-checkout query; false when nobody waits for it (any more). */
export function answerPreCheckout(core: Core, id: string, error: string | undefined): boolean {
  const checkout = checkoutsOf(core).get(id);
  checkout?.settle(error);
  return checkout !== undefined;
}

/**
 * A person pays an invoice: the bot gets `pre_checkout_query`, has 10 seconds to answer, then gets the message with
 * `successful_payment`. Stars are unlimited here.
 */
export async function payInvoice(core: Core, { chat, user }: Seat, message: Message): Promise<PaymentResult> {
  const invoice = core.state.invoices.get(`${chat.id}:${message.message_id}`);
  if (invoice === undefined) throw new Error(`Message ${message.message_id} is not an invoice.`);
  const id = core.ids.digits();
  const facts = {
    currency: invoice.currency,
    total_amount: invoice.amount,
    invoice_payload: invoice.payload,
  };
  const answer = waitForAnswer(core, id);
  core.queue.push('pre_checkout_query', `pre_checkout:${user.id}`, { id, from: user, ...facts });
  const { answered, error } = await answer;
  if (!answered || error !== undefined) {
    const text = error ?? 'The bot did not answer in time.';
    core.events.emit({
      type: 'payment',
      chatId: chat.id,
      userId: user.id,
      messageId: message.message_id,
      ok: false,
      error: text,
    });
    return { paid: false, error: text };
  }
  const payment: SuccessfulPayment = {
    ...facts,
    telegram_payment_charge_id: `stx${core.ids.text(60)}`,
    provider_payment_charge_id: `${user.id}_${core.ids.text(8)}`,
  };
  core.state.charges.push({ ...payment, userId: user.id, date: unixTime(core), refunded: false });
  const receipt = appendMessage(core, chat, { from: user, successful_payment: payment });
  core.queue.push('message', `chat:${chat.id}`, receipt);
  core.events.emit({
    type: 'payment',
    chatId: chat.id,
    userId: user.id,
    messageId: message.message_id,
    ok: true,
  });
  return { paid: true, chargeId: payment.telegram_payment_charge_id };
}

async function waitForAnswer(core: Core, id: string): Promise<{ answered: boolean; error?: string }> {
  const timer = new AbortController();
  let result: { answered: boolean; error?: string } = { answered: false };
  checkoutsOf(core).set(id, {
    settle(error) {
      result = { answered: true, ...(error === undefined ? {} : { error }) };
      checkoutsOf(core).delete(id);
      timer.abort();
    },
  });
  await core.clock.sleep(PRE_CHECKOUT_MS, timer.signal);
  checkoutsOf(core).delete(id);
  return result;
}
