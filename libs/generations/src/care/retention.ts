import { json } from '@kie/database';
import type { Queryable } from '@kie/database';
import type { MediaStore } from '@kie/media-store';
import { sql } from 'kysely';

/** Options of {@link deleteExpired}. */
export interface RetentionOptions {
  /** Days that results stay in the store. Telegram keeps what was sent. Default 30. */
  readonly outputDays?: number;
  /** Days that files which people sent stay in the store. Default 14. */
  readonly inputDays?: number;
  /** Files of each kind in one call. Default 500. */
  readonly limit?: number;
}

/** How many files went. */
export interface Deleted {
  readonly outputs: number;
  readonly inputs: number;
}

const day = sql`interval '1 day'`;

/**
 * Removes the bytes of old files from the store; rows stay, with a note. Files of generations that have not ended, or that
 * are still to be delivered, are kept. For a job now and then: call it until both numbers are 0. A crash in between only
 * means that a file is deleted twice.
 */
export async function deleteExpired(
  db: Queryable,
  store: Pick<MediaStore, 'delete'>,
  { outputDays = 30, inputDays = 14, limit = 500 }: RetentionOptions = {},
): Promise<Deleted> {
  const { rows: outputs } = await sql<{ generation_id: string; n: number; storage_key: string }>`
    select f.generation_id, f.n, f.storage_key
      from generation_files f join generations g on g.id = f.generation_id
     where f.deleted_at is null and g.finished_at < clock_timestamp() - ${outputDays}::double precision * ${day}
       and not exists (select from deliveries d where d.generation_id = g.id and d.state in ('pending', 'sending'))
     order by g.finished_at limit ${limit}
  `.execute(db);
  await deleteOutputs(db, store, outputs);
  const { rows: inputs } = await sql<{ id: string; storage_key: string }>`
    select m.id, m.storage_key from media m
     where m.storage_key is not null and m.created_at < clock_timestamp() - ${inputDays}::double precision * ${day}
       and not exists (select from generations g where g.user_id = m.user_id
                        and g.state not in ('succeeded', 'failed', 'cancelled'))
     order by m.created_at limit ${limit}
  `.execute(db);
  await deleteInputs(db, store, inputs);
  return { outputs: outputs.length, inputs: inputs.length };
}

/**
 * Removes what a person made and sent: files, inputs, prompts, drafts, their name. Generations as such and the ledger stay,
 * because money must add up. Throws while a generation of theirs is open.
 */
export async function forgetPerson(
  db: Queryable,
  store: Pick<MediaStore, 'delete'>,
  userId: number,
): Promise<Deleted> {
  const open = await db
    .selectFrom('generations')
    .select('id')
    .where('user_id', '=', userId)
    .where('state', 'not in', ['succeeded', 'failed', 'cancelled'])
    .executeTakeFirst();
  if (open)
    throw new Error(`Generation ${open.id} of this person has not ended. Cancel it, or wait, and try again.`);
  const outputs = await db
    .selectFrom('generation_files as file')
    .innerJoin('generations as owner', 'owner.id', 'file.generation_id')
    .select(['file.generation_id', 'file.n', 'file.storage_key'])
    .where('owner.user_id', '=', userId)
    .where('file.deleted_at', 'is', null)
    .execute();
  await deleteOutputs(db, store, outputs);
  const inputs = await db
    .selectFrom('media')
    .select(['id', 'storage_key'])
    .where('user_id', '=', userId)
    .execute();
  await deleteInputs(db, store, inputs);
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('dialogs').where('user_id', '=', userId).execute();
    await trx.deleteFrom('drafts').where('user_id', '=', userId).execute();
    await trx.deleteFrom('media').where('user_id', '=', userId).execute();
    await trx
      .updateTable('generations')
      .set({ input: json({}), payload: null, result: null })
      .where('user_id', '=', userId)
      .execute();
    await trx
      .updateTable('users')
      .set({ first_name: '', username: null, settings: json({}) })
      .where('id', '=', userId)
      .execute();
  });
  return { outputs: outputs.length, inputs: inputs.filter(({ storage_key: key }) => key !== null).length };
}

// The store first: a row that says "deleted" while the bytes are there would keep them for ever.
async function deleteOutputs(
  db: Queryable,
  store: Pick<MediaStore, 'delete'>,
  files: readonly { readonly generation_id: string; readonly n: number; readonly storage_key: string }[],
): Promise<void> {
  for (const { generation_id, n, storage_key } of files) {
    await store.delete(storage_key);
    await db
      .updateTable('generation_files')
      .set({ deleted_at: new Date() })
      .where('generation_id', '=', generation_id)
      .where('n', '=', n)
      .execute();
  }
}

async function deleteInputs(
  db: Queryable,
  store: Pick<MediaStore, 'delete'>,
  files: readonly { readonly id: string; readonly storage_key: string | null }[],
): Promise<void> {
  for (const { id, storage_key: key } of files) {
    if (key === null) continue;
    await store.delete(key);
    await db.updateTable('media').set({ storage_key: null }).where('id', '=', id).execute();
  }
}
