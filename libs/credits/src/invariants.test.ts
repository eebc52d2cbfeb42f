import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { ledgerWith, newGeneration } from '../test/ledger.ts';
import { capture, checkInvariants, createPromoCode, hold, redeemPromoCode, refund } from './index.ts';

// Each line does what no function of this package does; the check must see it.
const damages = [
  ['update accounts set available = available + 1', ['available_differs']],
  ['update accounts set held = held + 1', ['held_differs', 'holds_differ']],
  ["update holds set amount = amount + 1 where state = 'held'", ['holds_differ', 'hold_without_posting']],
  ["update holds set captured = captured - 1 where state = 'captured'", ['settle_differs']],
  [
    "update holds set state = 'released', settled_at = now() where state = 'held'",
    ['holds_differ', 'settle_differs'],
  ],
  ["delete from holds where state = 'captured'", ['posting_without_hold']],
  [
    "alter table postings disable trigger user; insert into postings (key, leg, account, amount, kind) values ('x', 0, 'house:x', 1, 'grant')",
    ['unbalanced_key'],
  ],
  ['update promo_codes set uses = uses + 1', ['promo_differs']],
  [
    "alter table postings disable trigger user; update postings set amount = amount * 3 where key like 'refund-%'; update accounts set available = available + 2",
    ['refund_exceeds_capture'],
  ],
] as const;

test.for(damages)('the invariants notice: %s', async ([damage, codes]) => {
  const { db, close } = await ledgerWith([10]);
  const [open, ended] = [newGeneration(), newGeneration()];
  await hold(db, { userId: 1, generationId: open, amount: 2 });
  await hold(db, { userId: 1, generationId: ended, amount: 3 });
  await capture(db, { generationId: ended, amount: 2 });
  await refund(db, { generationId: ended, amount: 1 });
  await createPromoCode(db, { code: 'SPRING', credits: 1 });
  await redeemPromoCode(db, { userId: 1, code: 'SPRING' });
  expect(await checkInvariants(db)).toEqual([]);
  await sql.raw(damage).execute(db);
  const problems = await checkInvariants(db);
  expect(problems.map((problem) => problem.code).toSorted()).toEqual(codes.toSorted());
  await close();
});
