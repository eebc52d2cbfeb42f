import type { Draft, Generation } from '@kie/database';
import { cancelGeneration } from '@kie/generations';
import type { Model } from '@kie/registry';
import { requestShow, type Reply } from '@kie/telegram';
import { sellable } from '../catalogue.ts';
import { dialogOf, discardDraft, findDraft, setDialog, setField } from '../drafts.ts';
import { longId } from '../short-id.ts';
import { askFor, formField, nextStep } from './next-step.ts';
import { startDraft } from './start-draft.ts';
import { again, change, go } from './start-generation.ts';
import type { Turn } from './turn.ts';

type Tap = (turn: Turn, args: readonly string[]) => Promise<Reply[]>;

/** A button on a draft: finds the person's own draft and its model, else says that the card is old. */
function onDraft(
  handle: (turn: Turn, draft: Draft, model: Model, args: readonly string[]) => Promise<Reply[]>,
): Tap {
  return async (turn, [short, ...args]) => {
    const draft = await findDraft(turn.trx, turn.user.id, longId(short ?? ''));
    const model = draft && turn.services.registry.get(draft.model_id);
    if (!draft || !model) return [...turn.toast(turn.texts.toast.old), turn.edit('home')];
    return await handle(turn, draft, model, args);
  };
}

/** A button on a generation of this person. */
function onGeneration(handle: (turn: Turn, generation: Generation) => Promise<Reply[]>): Tap {
  return async (turn, [short]) => {
    const id = longId(short ?? '');
    const generation =
      id &&
      (await turn.trx
        .selectFrom('generations')
        .selectAll()
        .where('id', '=', id)
        .where('user_id', '=', turn.user.id)
        .executeTakeFirst());
    if (!generation) return [...turn.toast(turn.texts.toast.old), turn.edit('home')];
    return await handle(turn, generation);
  };
}

/** What each button does. A tap that this table does not know is answered with the home screen. */
export const taps: Readonly<Record<string, Tap>> = {
  home: async (turn) => {
    await setDialog(turn.trx, turn.user.id, {});
    return [turn.edit('home')];
  },
  // Under a result: the picture stays, home comes below it.
  'home-new': async (turn) => {
    await setDialog(turn.trx, turn.user.id, {});
    return [turn.send('home')];
  },
  help: async (turn) => [turn.edit('help')],
  category: async (turn, [category = 'image', page = '0']) => [
    turn.edit('category', { category, page: Number(page) || 0 }),
  ],
  models: async (turn) => [turn.edit('search', {})],
  model: async (turn, [id = '']) => {
    const model = sellable(turn.services.registry, turn.services.policy).find(
      (candidate) => candidate.id === id,
    );
    return model ? await startDraft(turn, model) : [...turn.toast(turn.texts.toast.old), turn.edit('home')];
  },
  history: async (turn) => [turn.edit('history')],
  balance: async (turn) => [turn.edit('balance')],
  language: async (turn) => {
    const language = turn.user.language === 'en' ? 'ru' : 'en';
    await turn.trx.updateTable('users').set({ language }).where('id', '=', turn.user.id).execute();
    return [turn.edit('home')];
  },

  card: onDraft(async (turn, draft) => {
    await setDialog(turn.trx, turn.user.id, { draftId: draft.id });
    return [turn.edit('card', { draftId: draft.id })];
  }),
  more: onDraft(async (turn, draft) => [turn.edit('card', { draftId: draft.id, all: true })]),
  option: onDraft(async (turn, draft, model, [name]) => {
    const field = formField(turn, model, name);
    if (!field) return [...turn.toast(turn.texts.toast.old), turn.edit('card', { draftId: draft.id })];
    const chosen = field.kind === 'choice' || field.kind === 'switch';
    return chosen
      ? [turn.edit('option', { draftId: draft.id, field: field.name })]
      : await askFor(turn, draft, field.name);
  }),
  set: onDraft(async (turn, draft, model, [name, index]) => {
    const field = formField(turn, model, name);
    const values = field?.kind === 'switch' ? [true, false] : field?.options?.map(({ value }) => value);
    const value = values?.[Number(index)];
    if (!field || value === undefined) {
      return [...turn.toast(turn.texts.toast.old), turn.edit('card', { draftId: draft.id })];
    }
    return await nextStep(turn, await setField(turn.trx, draft, field.name, value), model);
  }),
  unset: onDraft(async (turn, draft, model, [name]) => {
    const field = formField(turn, model, name);
    return field ? await nextStep(turn, await setField(turn.trx, draft, field.name, undefined), model) : [];
  }),
  done: onDraft(async (turn, draft, model) => await nextStep(turn, draft, model)),
  use: onDraft(async (turn, draft, model) => {
    const proposal = (await dialogOf(turn.trx, turn.user.id))?.data.proposal;
    if (typeof proposal !== 'string') return [turn.edit('card', { draftId: draft.id })];
    return await nextStep(turn, await setField(turn.trx, draft, 'prompt', proposal), model);
  }),
  discard: onDraft(async (turn, draft) => {
    await discardDraft(turn.trx, draft);
    return [...turn.toast(turn.texts.toast.discarded), turn.edit('home')];
  }),
  go: onDraft(
    async (turn, draft, _model, [version, price]) => await go(turn, draft, Number(version), Number(price)),
  ),

  generation: onGeneration(async (turn, { id }) => [turn.edit('generation', { generationId: id })]),
  again: onGeneration(again),
  change: onGeneration(change),
  cancel: onGeneration(async (turn, { id }) => {
    const cancelled = await cancelGeneration(turn.trx, { id, userId: turn.user.id });
    return [
      ...turn.toast(cancelled ? turn.texts.toast.cancelled : turn.texts.toast.tooLate),
      turn.edit('progress', { generationId: id }),
    ];
  }),
  show: onGeneration(async (turn, { id }) => {
    await requestShow(turn.trx, id);
    await turn.services.wakeUps.wake(turn.trx, 'delivery', id);
    return turn.toast(turn.texts.toast.showing);
  }),
};
