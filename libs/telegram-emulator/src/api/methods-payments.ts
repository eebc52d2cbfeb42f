import type { Core } from '../core.ts';
import { unixTime } from '../core.ts';
import { badRequest } from '../errors.ts';
import { characterCount } from '../text/entities.ts';
import type { InlineKeyboard } from '../types.ts';
import { answerPreCheckout } from '../sim/payments.ts';
import { readWritableChat } from './chats.ts';
import type { MethodTable } from './method.ts';
import type { Params } from './params.ts';
import { appendMessage, postBotMessage, readSendOptions } from './post-message.ts';
import { readReplyMarkup } from './reply-markup.ts';

interface InvoiceArguments {
  title: string;
  description: string;
  payload: string;
  currency: string;
  amount: number;
}

/** Only Stars (`XTR`) exist here; the limits are those of the Bot API, the upper-case codes are the inner server's. */
function readInvoice(params: Params): InvoiceArguments {
  const title = params.required('title');
  const description = params.required('description');
  const payload = params.required('payload');
  const currency = params.required('currency');
  if (characterCount(title) > 32) throw badRequest('INVOICE_TITLE_INVALID');
  if (characterCount(description) > 255) throw badRequest('INVOICE_DESCRIPTION_INVALID');
  if (Buffer.byteLength(payload) > 128) throw badRequest('INVOICE_PAYLOAD_INVALID');
  if (currency !== 'XTR') {
    throw badRequest(params.has('provider_token') ? 'PAYMENT_PROVIDER_INVALID' : 'CURRENCY_INVALID');
  }
  if (params.has('provider_token')) throw badRequest('STARS_INVOICE_INVALID');
  const prices = params.json('prices', "can't parse prices JSON object");
  if (!Array.isArray(prices) || prices.length === 0) throw badRequest('there are no prices in the request');
  if (prices.length !== 1) throw badRequest('STARS_INVOICE_INVALID');
  const amount = Number((prices[0] as { amount?: unknown } | null)?.amount);
  if (!Number.isInteger(amount) || amount < 1) throw badRequest('STARS_INVOICE_INVALID');
  return { title, description, payload, currency, amount };
}

/** The pay button must come first; without a keyboard Telegram adds one. */
function payKeyboard(params: Params, amount: number): InlineKeyboard {
  const markup = readReplyMarkup(params);
  if (markup.kind !== 'inline') return { inline_keyboard: [[{ text: `Pay ⭐️${amount}`, pay: true }]] };
  if (markup.keyboard.inline_keyboard[0]?.[0]?.pay !== true) throw badRequest('REPLY_MARKUP_BUY_EMPTY');
  return markup.keyboard;
}

function chargeOf(core: Core, params: Params): Core['state']['charges'][number] {
  const id = params.required('telegram_payment_charge_id');
  const userId = params.integer('user_id');
  if (userId <= 0) throw badRequest('invalid user_id specified');
  if (!core.state.chats.has(userId)) throw badRequest('user not found');
  const charge = core.state.charges.find(
    (entry) => entry.telegram_payment_charge_id === id && entry.userId === userId,
  );
  if (charge === undefined) throw badRequest('CHARGE_ID_INVALID');
  return charge;
}

/** Telegram Stars. */
export const paymentMethods: MethodTable = {
  sendinvoice(core, params) {
    const chat = readWritableChat(core, params);
    const invoice = readInvoice(params);
    const keyboard = payKeyboard(params, invoice.amount);
    const options = readSendOptions(chat, params);
    core.flood.check(chat.id);
    const content = {
      invoice: {
        title: invoice.title,
        description: invoice.description,
        start_parameter: params.text('start_parameter'),
        currency: invoice.currency,
        total_amount: invoice.amount,
      },
    };
    const message = postBotMessage(core, chat, content, { kind: 'inline', keyboard }, options);
    core.state.invoices.set(`${chat.id}:${message.message_id}`, {
      payload: invoice.payload,
      amount: invoice.amount,
      currency: invoice.currency,
    });
    return message;
  },

  createinvoicelink(core, params) {
    const invoice = readInvoice(params);
    const slug = core.ids.text(22);
    core.state.invoices.set(slug, {
      payload: invoice.payload,
      amount: invoice.amount,
      currency: invoice.currency,
    });
    core.touch();
    return `https://t.me/$${slug}`;
  },

  answerprecheckoutquery(core, params) {
    const id = params.text('pre_checkout_query_id');
    const ok = params.boolean('ok');
    const error = ok ? undefined : params.required('error_message');
    if (!answerPreCheckout(core, id, error)) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    return true;
  },

  refundstarpayment(core, params) {
    const charge = chargeOf(core, params);
    if (charge.refunded) throw badRequest('CHARGE_ALREADY_REFUNDED');
    charge.refunded = true;
    core.touch();
    const { userId, date: _date, refunded: _refunded, ...payment } = charge;
    const chat = core.state.chats.get(userId);
    if (chat !== undefined) {
      const message = appendMessage(core, chat, { from: core.bot, refunded_payment: payment });
      core.queue.push('message', `chat:${userId}`, message);
    }
    return true;
  },

  getstartransactions(core, params) {
    const offset = Math.max(0, params.integer('offset'));
    const limit = Math.min(100, Math.max(1, params.integer('limit', 100)));
    const transactions = core.state.charges.flatMap((charge) => {
      const user = core.state.chats.get(charge.userId)?.user;
      const partner = {
        type: 'user',
        transaction_type: 'invoice_payment',
        user,
        invoice_payload: charge.invoice_payload,
      };
      const base = { id: charge.telegram_payment_charge_id, amount: charge.total_amount, date: charge.date };
      const back = {
        id: charge.telegram_payment_charge_id,
        amount: charge.total_amount,
        date: unixTime(core),
      };
      return [{ ...base, source: partner }, ...(charge.refunded ? [{ ...back, receiver: partner }] : [])];
    });
    return { transactions: transactions.slice(offset, offset + limit) };
  },

  getmystarbalance(core) {
    const amount = core.state.charges
      .filter((charge) => !charge.refunded)
      .reduce((sum, charge) => sum + charge.total_amount, 0);
    return { amount };
  },
};
