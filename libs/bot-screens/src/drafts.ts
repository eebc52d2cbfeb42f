import { json, type Dialog, type Draft, type Queryable } from '@kie/database';
import { formNow, type FormField } from '@kie/model-forms';
import type { Model } from '@kie/registry';
import { canBeAsked } from './catalogue.ts';

export type Input = Record<string, unknown>;

/** A file of a person inside a draft: the id of a row in `media`. */
export const mediaReference = (mediaId: string): string => `media:${mediaId}`;

export function isMediaReference(value: unknown): boolean {
  return typeof value === 'string' && /^media:[0-9a-f-]{36}$/.test(value);
}

/** The first field without a value that is required as things stand, in the order of the form. */
export function nextToAsk(model: Model, input: Readonly<Input>): FormField | undefined {
  return formNow(model, input, 'en').find(
    (field) =>
      field.required && field.default === undefined && canBeAsked(field) && isUnset(input[field.name]),
  );
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

export async function createDraft(
  db: Queryable,
  userId: number,
  modelId: string,
  input: Input,
): Promise<Draft> {
  return await db
    .insertInto('drafts')
    .values({ user_id: userId, model_id: modelId, input: json(input) })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A draft of this person; somebody else's is as good as gone. */
export async function findDraft(
  db: Queryable,
  userId: number,
  id: string | undefined,
): Promise<Draft | undefined> {
  if (id === undefined) return undefined;
  return await db
    .selectFrom('drafts')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

/** Sets or, with undefined, removes a field. Every change makes a new version, so an old card's button is old. */
export async function setField(db: Queryable, draft: Draft, name: string, value: unknown): Promise<Draft> {
  const input: Input = { ...draft.input };
  if (value === undefined) delete input[name];
  else input[name] = value;
  return await db
    .updateTable('drafts')
    .set({ input: json(input), version: draft.version + 1, updated_at: new Date() })
    .where('id', '=', draft.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function discardDraft(db: Queryable, draft: Draft): Promise<void> {
  await db
    .updateTable('dialogs')
    .set({ draft_id: null, awaiting: null })
    .where('draft_id', '=', draft.id)
    .execute();
  await db.deleteFrom('drafts').where('id', '=', draft.id).execute();
}

export async function dialogOf(db: Queryable, userId: number): Promise<Dialog | undefined> {
  return await db.selectFrom('dialogs').selectAll().where('user_id', '=', userId).executeTakeFirst();
}

/** Where the person is from now on. */
export async function setDialog(
  db: Queryable,
  userId: number,
  dialog: { readonly draftId?: string; readonly awaiting?: string; readonly data?: Input },
): Promise<void> {
  const values = {
    draft_id: dialog.draftId ?? null,
    awaiting: dialog.awaiting ?? null,
    data: json(dialog.data ?? {}),
    updated_at: new Date(),
  };
  await db
    .insertInto('dialogs')
    .values({ user_id: userId, ...values })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
    .execute();
}
