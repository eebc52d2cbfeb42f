import type { Draft, Generation } from '@kie/database';
import { startGeneration, type Refusal } from '@kie/generations';
import type { Reply } from '@kie/telegram';
import { createDraft, isMediaReference, type Input } from '../drafts.ts';
import { priceOf } from '../pricing.ts';
import type { Texts } from '../texts/index.ts';
import type { Turn } from './turn.ts';

/**
 * The tap that spends. The button carries the version of the draft and the price it showed: a second tap is the
 * same intent and starts nothing, an old card or a changed price is refused and redrawn.
 */
export async function go(turn: Turn, draft: Draft, version: number, shownPrice: number): Promise<Reply[]> {
  const redraw = (note: string) => [...turn.toast(note), turn.edit('card', { draftId: draft.id })];
  if (draft.version !== version) {
    const started = await turn.trx
      .selectFrom('generations')
      .select('id')
      .where('intent_key', '=', `${draft.id}:${version}`)
      .executeTakeFirst();
    return started ? turn.toast(turn.texts.toast.already) : redraw(turn.texts.toast.old);
  }
  const model = turn.services.registry.get(draft.model_id);
  const checked = turn.services.validator.validate(draft.model_id, draft.input, { isFile: isMediaReference });
  const price = model && priceOf(turn.services.policy, model, draft.input);
  if (!model || !checked.valid || !price) return redraw(turn.texts.toast.old);
  if (price.credits !== shownPrice) return redraw(turn.texts.toast.priceChanged);
  const replies = await start(turn, {
    draftId: draft.id,
    draftVersion: version,
    modelId: model.id,
    input: draft.input,
    price: price.credits,
    kieCredits: price.kieCredits,
  });
  await turn.trx
    .updateTable('drafts')
    .set({ version: version + 1, updated_at: new Date() })
    .where('id', '=', draft.id)
    .where('version', '=', version)
    .execute();
  return replies;
}

/** The same once more. The generation itself names the intent, so a double tap is one more generation, not two. */
export async function again(turn: Turn, generation: Generation): Promise<Reply[]> {
  const model = turn.services.registry.get(generation.model_id);
  const price = model && priceOf(turn.services.policy, model, generation.input);
  if (!model || !price) return await change(turn, generation);
  return await start(turn, {
    draftId: generation.id,
    draftVersion: 1,
    modelId: model.id,
    input: generation.input,
    price: price.credits,
    kieCredits: price.kieCredits,
    fresh: true,
  });
}

/** A fresh card with the input of an earlier generation. */
export async function change(turn: Turn, generation: Generation): Promise<Reply[]> {
  const draft = await createDraft(turn.trx, turn.user.id, generation.model_id, generation.input);
  return [turn.send('card', { draftId: draft.id })];
}

async function start(
  turn: Turn,
  order: {
    readonly draftId: string;
    readonly draftVersion: number;
    readonly modelId: string;
    readonly input: Input;
    readonly price: number;
    readonly kieCredits: number;
    /** The progress goes into a new message instead of the tapped one. */
    readonly fresh?: boolean;
  },
): Promise<Reply[]> {
  const { fresh = false, ...rest } = order;
  const outcome = await startGeneration(
    turn.trx,
    turn.services.wakeUps,
    { userId: turn.user.id, chatId: turn.chatId, ...rest },
    turn.services.limits ?? {},
  );
  if (outcome.status === 'insufficient_credits') {
    const note = turn.texts.toast.noFunds(outcome.price, outcome.available);
    return [...turn.toast(note, { alert: true }), turn.send('no-funds', { price: outcome.price })];
  }
  if (outcome.status === 'too_many' || outcome.status === 'paused' || outcome.status === 'refused') {
    return turn.toast(refusalText(turn.texts, outcome), { alert: true });
  }
  if (outcome.status === 'already_started') {
    const finished = ['succeeded', 'failed', 'cancelled'].includes(outcome.generation.state);
    if (finished && fresh) return await change(turn, outcome.generation);
    return turn.toast(turn.texts.toast.already);
  }
  return [turn[fresh ? 'send' : 'edit']('progress', { generationId: outcome.generation.id })];
}

/** Why an order was not taken; nothing was held, so nothing has to be said about credits. */
function refusalText(texts: Texts, refusal: Refusal): string {
  switch (refusal.status) {
    case 'too_many':
      return refusal.limit === 'open'
        ? texts.toast.tooManyOpen(refusal.max)
        : texts.toast.tooManyPerHour(refusal.max);
    case 'paused':
      return texts.toast.paused;
    case 'refused':
      return texts.toast.refused;
  }
}
