import { describe, expect, test } from 'vitest';

import type { Message } from '../src/index.ts';
import { createManualClock } from '../src/index.ts';
import { call, result, start } from './raw.ts';

const INVOICE = {
  chat_id: 5,
  title: 'Credits',
  description: '100 credits',
  payload: 'order-1',
  currency: 'XTR',
  prices: [{ label: 'Credits', amount: 50 }],
};

interface Update {
  pre_checkout_query?: { id: string };
  message?: Message;
}

/** Bot API: payments with Telegram Stars; JsonPreCheckoutQuery, JsonSuccessfulPaymentBot, JsonRefundedPayment in Client.cpp. */
describe('Stars', () => {
  test('invoice, pre-checkout, payment, refund, refund again', async () => {
    const telegram = await start();
    const ann = telegram.user({ id: 5 });
    ann.sendText('hi');
    const invoice = await result<Message>(telegram, 'sendInvoice', INVOICE);
    expect(invoice).toMatchObject({
      invoice: { title: 'Credits', currency: 'XTR', total_amount: 50 },
      reply_markup: { inline_keyboard: [[{ pay: true }]] },
    });
    const paying = ann.pay();
    const [, checkout] = await result<Update[]>(telegram, 'getUpdates');
    expect(checkout?.pre_checkout_query).toMatchObject({
      from: { id: 5 },
      currency: 'XTR',
      total_amount: 50,
      invoice_payload: 'order-1',
    });
    const id = checkout?.pre_checkout_query?.id;
    await result(telegram, 'answerPreCheckoutQuery', { pre_checkout_query_id: id, ok: true });
    expect(await paying).toMatchObject({ paid: true });
    const updates = await result<Update[]>(telegram, 'getUpdates', { offset: -1 });
    const payment = updates[0]?.message?.successful_payment;
    expect(payment).toMatchObject({ invoice_payload: 'order-1', total_amount: 50 });
    expect(await result(telegram, 'getMyStarBalance')).toEqual({ amount: 50 });

    const charge = { user_id: 5, telegram_payment_charge_id: payment?.telegram_payment_charge_id };
    expect(await result(telegram, 'refundStarPayment', charge)).toBe(true);
    expect(ann.messages().at(-1)?.refunded_payment).toEqual(payment);
    const again = await call(telegram, 'refundStarPayment', charge);
    expect(again.description).toBe('Bad Request: CHARGE_ALREADY_REFUNDED');
    const wrong = await call(telegram, 'refundStarPayment', { ...charge, telegram_payment_charge_id: 'x' });
    expect(wrong.description).toBe('Bad Request: CHARGE_ID_INVALID');
    const { transactions } = await result<{ transactions: unknown[] }>(telegram, 'getStarTransactions');
    expect(transactions).toHaveLength(2);
  });

  test('a refusal of the bot reaches the person', async () => {
    const telegram = await start();
    const ann = telegram.user({ id: 5 });
    ann.sendText('hi');
    await result(telegram, 'sendInvoice', INVOICE);
    const paying = ann.pay();
    const updates = await result<Update[]>(telegram, 'getUpdates');
    const id = updates.at(-1)?.pre_checkout_query?.id;
    const params = { pre_checkout_query_id: id, ok: false };
    const without = await call(telegram, 'answerPreCheckoutQuery', params);
    expect(without.description).toBe('Bad Request: parameter "error_message" is required');
    await result(telegram, 'answerPreCheckoutQuery', { ...params, error_message: 'Sold out' });
    expect(await paying).toEqual({ paid: false, error: 'Sold out' });
  });

  test('an answer after 10 seconds is too late', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    const ann = telegram.user({ id: 5 });
    ann.sendText('hi');
    await result(telegram, 'sendInvoice', INVOICE);
    const paying = ann.pay();
    await clock.advance(10_001);
    expect(await paying).toEqual({ paid: false, error: 'The bot did not answer in time.' });
    const updates = await result<Update[]>(telegram, 'getUpdates');
    const id = updates.at(-1)?.pre_checkout_query?.id;
    const late = await call(telegram, 'answerPreCheckoutQuery', { pre_checkout_query_id: id, ok: true });
    expect(late.description).toContain('query is too old');
  });

  test.each<[change: Record<string, unknown>, text: string]>([
    [{ title: '' }, 'parameter "title" is required'],
    [{ title: 'x'.repeat(33) }, 'INVOICE_TITLE_INVALID'],
    [{ description: 'x'.repeat(256) }, 'INVOICE_DESCRIPTION_INVALID'],
    [{ payload: 'é'.repeat(65) }, 'INVOICE_PAYLOAD_INVALID'],
    [{ prices: [] }, 'there are no prices in the request'],
    [{ prices: [...INVOICE.prices, ...INVOICE.prices] }, 'STARS_INVOICE_INVALID'],
    [{ prices: [{ label: 'x', amount: 1.5 }] }, 'STARS_INVOICE_INVALID'],
    [{ provider_token: 'abc' }, 'STARS_INVOICE_INVALID'],
    [{ currency: 'EUR', provider_token: 'abc' }, 'PAYMENT_PROVIDER_INVALID'],
    [{ reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: 'x' }]] } }, 'REPLY_MARKUP_BUY_EMPTY'],
  ])('refuses %j', async (change, text) => {
    const telegram = await start();
    telegram.user({ id: 5 }).sendText('hi');
    const answer = await call(telegram, 'sendInvoice', { ...INVOICE, ...change });
    expect(answer).toMatchObject({ status: 400, description: `Bad Request: ${text}` });
  });

  test('createInvoiceLink', async () => {
    const telegram = await start();
    expect(await result(telegram, 'createInvoiceLink', INVOICE)).toMatch(/^https:\/\/t\.me\/\$/);
  });
});
