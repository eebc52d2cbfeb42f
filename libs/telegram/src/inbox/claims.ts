import { json, type InboxRow, type Queryable } from '@kie/database';
import { sql } from 'kysely';
import type { Reply } from '../reply.ts';
import type { Update } from './update.ts';

/** One update in the hands of this process, until its lease is over. */
export interface ClaimedUpdate {
  readonly id: number;
  readonly lane: string;
  readonly update: Update;
  readonly state: 'new' | 'applied';
  /** The replies of an update that was applied before. */
  readonly replies: readonly Reply[];
  /** How often it was claimed, this time included. */
  readonly attempts: number;
  readonly receivedAt: Date;
}

const later = (ms: number) => sql<Date>`now() + ${ms} * interval '1 millisecond'`;

/**
 * Takes up to `limit` updates: the first open one of each lane, if nobody holds it. Safe between processes: a row that
 * another one takes at the same moment is skipped, and its lane waits until it is done or its lease is over.
 *
 * An update that arrives after a later one of its lane was taken waits for that one, and so runs out of order; Telegram
 * itself keeps no order between a chat's messages and its button taps.
 */
export async function claimUpdates(db: Queryable, limit: number, leaseMs: number): Promise<ClaimedUpdate[]> {
  const { rows } = await sql<
    Pick<InboxRow, 'update_id' | 'lane' | 'body' | 'replies' | 'attempts' | 'received_at'> & {
      readonly state: 'new' | 'applied';
    }
  >`
    update inbox set locked_until = now() + ${leaseMs} * interval '1 millisecond', attempts = attempts + 1
    where update_id in (
      select update_id from inbox as row
      where state in ('new', 'applied')
        and (locked_until is null or locked_until < now())
        and not exists (
          select from inbox as other
          where other.lane = row.lane and other.state in ('new', 'applied')
            and (other.update_id < row.update_id or other.locked_until > now()))
      order by update_id limit ${limit} for update skip locked)
    returning update_id, lane, body, state, replies, attempts, received_at`.execute(db);
  return rows
    .map((row) => ({
      id: row.update_id,
      lane: row.lane,
      update: row.body as Update,
      state: row.state,
      replies: (row.replies ?? []) as readonly Reply[],
      attempts: row.attempts,
      receivedAt: row.received_at,
    }))
    .sort((a, b) => a.id - b.id);
}

/** Keeps updates that are still being handled from being taken by others. */
export async function renewLeases(db: Queryable, ids: readonly number[], leaseMs: number): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ locked_until: later(leaseMs) })
    .where('update_id', 'in', ids)
    .where('state', 'in', ['new', 'applied'])
    .execute();
}

/** Only these replies are left to send. */
export async function keepReplies(db: Queryable, id: number, replies: readonly Reply[]): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ replies: json(replies) })
    .where('update_id', '=', id)
    .execute();
}

/** The update is done: its person was told, or there was nothing to tell. */
export async function markAnswered(db: Queryable, id: number): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ state: 'answered', answered_at: sql`now()`, locked_until: null })
    .where('update_id', '=', id)
    .where('state', 'in', ['new', 'applied'])
    .execute();
}

/** The update stays, its lane waits, and the next try is after `ms`. */
export async function putBack(db: Queryable, id: number, ms: number, error: string): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ locked_until: later(ms), error })
    .where('update_id', '=', id)
    .where('state', 'in', ['new', 'applied'])
    .execute();
}

/** The update is given up and its lane goes on; a person who looks after the bot finds it by its state. */
export async function park(db: Queryable, id: number, error?: string): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ state: 'parked', locked_until: null, ...(error === undefined ? {} : { error }) })
    .where('update_id', '=', id)
    .where('state', 'in', ['new', 'applied'])
    .execute();
}
