import { randomUUID } from 'node:crypto';
import { hold } from '@kie/credits';
import { json } from '@kie/database';
import type { Generation, Queryable } from '@kie/database';
import { recordEvent } from '../events.ts';
import { sql } from 'kysely';
import type { WakeUps } from '../queue/wake-ups.ts';
import { findRefusal } from './limits.ts';
import type { IntakeLimits, Refusal } from './limits.ts';

/** What a person asked for and agreed to pay. */
export interface GenerationOrder {
  readonly userId: number;
  readonly chatId: number;
  /** With the version the name of the intent: the same pair again is the same generation. */
  readonly draftId: string;
  readonly draftVersion: number;
  readonly modelId: string;
  /** As the person gave it; media fields hold `media:<id>`. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Whole credits, from `price`; held until the end, and the most that is ever taken. */
  readonly price: number;
  /** KIE's credits by the quote; counts for the daily budget until the real number is known. */
  readonly kieCredits?: number;
}

export type StartResult =
  | { readonly status: 'started' | 'already_started'; readonly generation: Generation }
  | { readonly status: 'insufficient_credits'; readonly available: number; readonly price: number };

/**
 * Starts a generation and holds its price, in the caller's transaction when there is one, else in its own: no
 * generation without money, no money without a generation. A replay (a double tap, an update handled again) finds the
 * generation of the first time. Without enough credits nothing is left behind.
 *
 * @example
 * ```ts
 * const result = await startGeneration(trx, wakeUps, { userId, chatId, draftId, draftVersion, modelId, input, price: 4 });
 * if (result.status === 'insufficient_credits') console.log(`${result.available} of ${result.price}`);
 * ```
 *
 * With `limits`, even empty ones, an order may also be turned away: too many of one person, a used-up budget, an input that is
 * not wanted, or an account at KIE without credits, which is said before the person's credits are touched.
 */
export async function startGeneration(
  db: Queryable,
  wake: WakeUps,
  order: GenerationOrder,
): Promise<StartResult>;
export async function startGeneration(
  db: Queryable,
  wake: WakeUps,
  order: GenerationOrder,
  limits: IntakeLimits,
): Promise<StartResult | Refusal>;
export async function startGeneration(
  db: Queryable,
  wake: WakeUps,
  order: GenerationOrder,
  limits?: IntakeLimits,
): Promise<StartResult | Refusal> {
  return db.isTransaction
    ? start(db, wake, order, limits)
    : db.transaction().execute((trx) => start(trx, wake, order, limits));
}

/** Each further order of one person stands this much later in the queue, so that a flood of one does not hold up the others. */
const fairSlot = sql`interval '10 seconds'`;

async function start(
  db: Queryable,
  wake: WakeUps,
  order: GenerationOrder,
  limits: IntakeLimits | undefined,
): Promise<StartResult | Refusal> {
  const id = randomUUID();
  const intentKey = `${order.draftId}:${order.draftVersion}`;
  if (limits) {
    const before = await byIntent(db, intentKey);
    if (before) return { status: 'already_started', generation: before };
    const refusal = await findRefusal(db, order, limits);
    if (refusal) return refusal;
  }
  const inserted = await db
    .insertInto('generations')
    .values({
      id,
      user_id: order.userId,
      chat_id: order.chatId,
      intent_key: intentKey,
      model_id: order.modelId,
      input: json(order.input),
      price: order.price,
      kie_estimate: order.kieCredits ?? null,
      fair_at: sql<Date>`greatest(clock_timestamp(), (select max(fair_at) + ${fairSlot} from generations
        where user_id = ${order.userId} and state = 'queued'))`,
    })
    .onConflict((conflict) => conflict.column('intent_key').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!inserted) {
    const generation = await byIntent(db, intentKey);
    if (!generation) throw new Error(`The generation of intent ${intentKey} was removed by hand.`);
    return { status: 'already_started', generation };
  }

  const held = await hold(db, { userId: order.userId, generationId: id, amount: order.price });
  if (!held.held) {
    // In one transaction with the insert, so nobody ever sees the row; a savepoint would cost two more round trips.
    await db.deleteFrom('generations').where('id', '=', id).execute();
    return { status: 'insufficient_credits', available: held.available, price: order.price };
  }
  await recordEvent(db, id, 'queued', { model: order.modelId, price: order.price });
  await wake.wake(db, 'generation', id);
  return { status: 'started', generation: inserted };
}

function byIntent(db: Queryable, intentKey: string): Promise<Generation | undefined> {
  return db.selectFrom('generations').selectAll().where('intent_key', '=', intentKey).executeTakeFirst();
}
