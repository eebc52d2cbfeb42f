import { expect, onTestFinished, test } from 'vitest';
import { ledgerWith, newGeneration } from '../test/ledger.ts';
import {
  balance,
  capture,
  checkInvariants,
  createPromoCode,
  CreditsError,
  grantDaily,
  hold,
  redeemPromoCode,
  refund,
  release,
  statement,
  topUp,
} from './index.ts';

async function ledger(amounts: number[], max = 16) {
  const database = await ledgerWith(amounts, max);
  onTestFinished(async () => {
    expect(await checkInvariants(database.db)).toEqual([]);
    await database.close();
  });
  return database.db;
}

const atOnce = <T>(count: number, call: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => call(n)));

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => (error instanceof CreditsError ? error.code : error),
  );

test('a payment is booked once, however often its event comes', async () => {
  const db = await ledger([0]);
  const payment = { userId: 1, amount: 100, paymentId: 'charge-1' };
  const booked = await atOnce(10, () => topUp(db, payment));
  expect(booked.filter(({ toppedUp }) => toppedUp)).toHaveLength(1);
  expect(await balance(db, 1)).toEqual({ available: 100, held: 0 });
  expect(await codeOf(topUp(db, { ...payment, amount: 101 }))).toBe('key_reused');
  expect(await codeOf(topUp(db, { ...payment, paymentId: '' }))).toBe('invalid_key');
  expect(await codeOf(topUp(db, { ...payment, amount: 0 }))).toBe('invalid_amount');
  expect(await statement(db, 1)).toMatchObject([
    { kind: 'granted', source: 'topup', available: 100, key: 'topup-charge-1' },
  ]);
});

test('a capture is given back once, and never more than it took', async () => {
  const db = await ledger([20]);
  const [part, all, open, free] = [newGeneration(), newGeneration(), newGeneration(), newGeneration()];
  for (const generationId of [part, all, open, free]) await hold(db, { userId: 1, generationId, amount: 5 });
  await capture(db, { generationId: part, amount: 4 });
  await capture(db, { generationId: all });
  await release(db, { generationId: free });
  const given = await atOnce(8, () => refund(db, { generationId: part, amount: 3, note: 'sorry' }));
  expect(given.filter(({ refunded }) => refunded)).toHaveLength(1);
  expect(given.every(({ amount }) => amount === 3)).toBe(true);
  expect(await refund(db, { generationId: all, amount: 999 })).toEqual({ refunded: true, amount: 5 });
  expect(await refund(db, { generationId: all, amount: 1 })).toEqual({ refunded: false, amount: 5 });
  for (const generationId of [open, free, newGeneration()]) {
    expect(await codeOf(refund(db, { generationId }))).toBe('no_capture');
  }
  expect(await balance(db, 1)).toEqual({ available: 14, held: 5 });
  expect(await statement(db, 1, { limit: 2 })).toMatchObject([
    { kind: 'granted', source: 'refund', available: 5, held: 0, spent: 0 },
    { kind: 'granted', source: 'refund', available: 3, held: 0, spent: 0, note: 'sorry' },
  ]);
});

test('a promo code: once a person, and no more people than it was made for', async () => {
  const people = 12;
  const db = await ledger(Array.from({ length: people }, () => 0));
  expect(await createPromoCode(db, { code: 'spring', credits: 7, maxUses: 5 })).toEqual({ created: true });
  expect(await createPromoCode(db, { code: 'SPRING', credits: 900 })).toEqual({ created: false });
  const results = await atOnce(people * 3, (n) =>
    redeemPromoCode(db, { userId: 1 + (n % people), code: ' Spring ' }),
  );
  const count = (status: string) => results.filter((result) => result.status === status).length;
  expect(count('redeemed')).toBe(5);
  expect(count('redeemed') + count('already_redeemed') + count('used_up')).toBe(people * 3);
  const balances = await atOnce(people, (n) => balance(db, n + 1));
  expect(balances.map(({ available }) => available).toSorted((a, b) => b - a)).toEqual([
    ...Array.from({ length: 5 }, () => 7),
    ...Array.from({ length: people - 5 }, () => 0),
  ]);
});

test('a promo code has its time, and a form', async () => {
  const db = await ledger([0]);
  const day = 86_400_000;
  await createPromoCode(db, { code: 'PAST', credits: 1, endsAt: new Date(Date.now() - 1000) });
  await createPromoCode(db, { code: 'LATER', credits: 1, startsAt: new Date(Date.now() + day) });
  const status = async (code: string) => {
    const result = await redeemPromoCode(db, { userId: 1, code });
    return result.status;
  };
  expect([await status('past'), await status('later'), await status('nope')]).toEqual([
    'over',
    'not_yet',
    'unknown',
  ]);
  expect(await codeOf(createPromoCode(db, { code: 'a b', credits: 1 }))).toBe('invalid_key');
  expect(await codeOf(createPromoCode(db, { code: 'ABC', credits: 0 }))).toBe('invalid_amount');
});

test('the daily quota fills up once a day and does not pile up', async () => {
  const db = await ledger([2, 9]);
  const given = await atOnce(10, () => grantDaily(db, { userId: 1, quota: 5 }));
  expect(given.map(({ granted }) => granted).toSorted((a, b) => b - a)).toEqual([
    3, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]);
  expect(await balance(db, 1)).toEqual({ available: 5, held: 0 });
  await hold(db, { userId: 1, generationId: newGeneration(), amount: 5 });
  expect(await grantDaily(db, { userId: 1, quota: 5 })).toEqual({ granted: 0 });
  // Somebody with more than the quota loses no claim by asking early.
  expect(await grantDaily(db, { userId: 2, quota: 5 })).toEqual({ granted: 0 });
  await hold(db, { userId: 2, generationId: newGeneration(), amount: 8 });
  expect(await grantDaily(db, { userId: 2, quota: 5 })).toEqual({ granted: 4 });
});
