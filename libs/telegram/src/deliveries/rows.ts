import { json, type Delivery, type DeliveryState, type GenerationFile, type Queryable } from '@kie/database';
import { sql } from 'kysely';
import type { Receipt } from './receipt.ts';

/** All SQL of deliveries but `requestShow`. */

type Key = Pick<Delivery, 'generation_id' | 'part'>;

const later = (ms: number) => sql<Date>`now() + ${ms} * interval '1 millisecond'`;

/**
 * Marks the next part of a generation as being sent. The mark is committed before the request leaves: whoever finds it
 * without its sender knows that the message may be in the chat. Parts go one after the other.
 */
export async function claimPart(
  db: Queryable,
  generationId: string,
  leaseMs: number,
): Promise<Delivery | undefined> {
  return db
    .updateTable('deliveries')
    .set((eb) => ({ state: 'sending', attempts: eb('attempts', '+', 1), locked_until: later(leaseMs) }))
    .where('generation_id', '=', generationId)
    .where('state', '=', 'pending')
    .where('next_try_at', '<=', sql<Date>`now()`)
    .where('part', '=', (eb) =>
      eb
        .selectFrom('deliveries')
        .select((inner) => inner.fn.min('part').as('part'))
        .where('generation_id', '=', generationId)
        .where('state', 'in', ['pending', 'sending']),
    )
    .returningAll()
    .executeTakeFirst();
}

export async function filesOf(db: Queryable, { generation_id, files }: Delivery): Promise<GenerationFile[]> {
  if (files.length === 0) return [];
  return db
    .selectFrom('generation_files')
    .selectAll()
    .where('generation_id', '=', generation_id)
    .where('n', 'in', files)
    .orderBy('n')
    .execute();
}

export async function renewLease(db: Queryable, key: Key, leaseMs: number): Promise<void> {
  await of(db, key)
    .set({ locked_until: later(leaseMs) })
    .where('state', '=', 'sending')
    .execute();
}

/** Certain knowledge: it wins even when the row was called unknown in the meantime. */
export async function markSent(db: Queryable, key: Key, { messageId, fileIds }: Receipt): Promise<void> {
  await of(db, key)
    .set({
      state: 'sent',
      message_id: messageId,
      file_ids: json(fileIds),
      sent_at: sql`now()`,
      locked_until: null,
      error: null,
    })
    .where('state', 'in', ['sending', 'unknown'])
    .execute();
}

export async function tryLater(db: Queryable, key: Key, ms: number, error: string): Promise<void> {
  await of(db, key)
    .set({ state: 'pending', next_try_at: later(ms), locked_until: null, error })
    .where('state', 'in', ['sending', 'unknown'])
    .execute();
}

export async function giveUp(
  db: Queryable,
  key: Key,
  state: Extract<DeliveryState, 'unknown' | 'failed'>,
  error: string,
): Promise<void> {
  await of(db, key).set({ state, locked_until: null, error }).where('state', '=', 'sending').execute();
}

/** The person cannot be reached, so the other parts need no try. */
export async function giveUpOnPerson(db: Queryable, generationId: string, error: string): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'unreachable', locked_until: null, error })
    .where('generation_id', '=', generationId)
    .where('state', 'in', ['pending', 'sending', 'unknown'])
    .execute();
}

/** Sends whose sender is gone: perhaps in the chat, perhaps not, and never sent again by themselves. */
export async function markLost(db: Queryable): Promise<string[]> {
  const lost = await db
    .updateTable('deliveries')
    .set({ state: 'unknown', locked_until: null, error: 'the process ended while sending' })
    .where('state', '=', 'sending')
    .where('locked_until', '<', sql<Date>`now()`)
    .returning('generation_id')
    .execute();
  return lost.map((row) => row.generation_id);
}

export async function dueGenerations(db: Queryable, limit: number): Promise<string[]> {
  const due = await db
    .selectFrom('deliveries')
    .select('generation_id')
    .where('state', '=', 'pending')
    .where('next_try_at', '<=', sql<Date>`now()`)
    .groupBy('generation_id')
    .orderBy((eb) => eb.fn.min('next_try_at'))
    .limit(limit)
    .execute();
  return due.map((row) => row.generation_id);
}

/** The chat became a supergroup: everything for it goes to its new id. */
export async function moveChat(db: Queryable, from: number, to: number): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ chat_id: to })
    .where('chat_id', '=', from)
    .where('state', '!=', 'sent')
    .execute();
}

function of(db: Queryable, { generation_id, part }: Key) {
  return db.updateTable('deliveries').where('generation_id', '=', generation_id).where('part', '=', part);
}
