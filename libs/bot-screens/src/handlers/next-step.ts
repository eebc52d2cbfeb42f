import type { Draft } from '@kie/database';
import { formOf, type FormField } from '@kie/model-forms';
import type { Model } from '@kie/registry';
import type { Reply } from '@kie/telegram';
import { nextToAsk, setDialog } from '../drafts.ts';
import type { Turn } from './turn.ts';

/** After a change of the draft: asks for the next missing field, or shows the card. */
export async function nextStep(
  turn: Turn,
  draft: Draft,
  model: Model,
  how: 'edit' | 'send' = 'edit',
): Promise<Reply[]> {
  const missing = nextToAsk(model, draft.input);
  if (missing) return await askFor(turn, draft, missing.name, how);
  await setDialog(turn.trx, turn.user.id, { draftId: draft.id });
  return [turn[how]('card', { draftId: draft.id })];
}

/** Asks for a field; the next message answers it. */
export async function askFor(
  turn: Turn,
  draft: Draft,
  field: string,
  how: 'edit' | 'send' = 'edit',
  problem?: string,
): Promise<Reply[]> {
  await setDialog(turn.trx, turn.user.id, { draftId: draft.id, awaiting: field });
  return [turn[how]('ask', { draftId: draft.id, field, ...(problem === undefined ? {} : { problem }) })];
}

/** The form's view of one field of a model, in the person's language. */
export function formField(turn: Turn, model: Model, name: string | undefined): FormField | undefined {
  return formOf(model, turn.user.language).find((field) => field.name === name);
}
