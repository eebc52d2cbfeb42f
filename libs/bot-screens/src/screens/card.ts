import { balance } from '@kie/credits';
import type { Draft } from '@kie/database';
import { estimateDuration } from '@kie/generations';
import { formNow, type FieldNow } from '@kie/model-forms';
import type { Model } from '@kie/registry';
import { escapeHtml } from '@kie/telegram';
import { canBeAsked } from '../catalogue.ts';
import { findDraft, isMediaReference } from '../drafts.ts';
import { priceOf } from '../pricing.ts';
import { shortId } from '../short-id.ts';
import { textParam, type Button, type Screen, type ScreenContext } from '../screen.ts';
import { shownSeconds, shownValue, usualTime } from './format.ts';
import { button, homeRow, rows } from './keyboard.ts';

const optionsAtFirst = 6;

/** Everything in one message: what will be made, with which options, and the price on the button that spends it. */
export const card: Screen = async (context, params) => {
  const draft = await findDraft(context.db, context.user.id, textParam(params, 'draftId'));
  const model = draft && context.registry.get(draft.model_id);
  if (!draft || !model) return undefined;
  const { texts } = context;
  const form = formNow(model, draft.input, context.language);
  const checked = context.validator.validate(model.id, draft.input, { isFile: isMediaReference });
  const price = priceOf(context.policy, model, draft.input);
  const lines = [`<b>${escapeHtml(model.title)}</b>`, ...summary(context, form, draft)];
  const keyboard: Button[][] = [];

  if (!checked.valid) {
    lines.push(texts.card.problem(escapeHtml(checked.errors[0]?.message ?? '')));
  } else if (price === undefined) {
    lines.push(texts.card.problem(texts.card.noPrice));
  } else {
    const { available } = await balance(context.db, context.user.id);
    lines.push(texts.card.price(price.credits, available - price.credits));
    if (!price.exact) lines.push(`<i>${texts.card.upTo}</i>`);
    const usual = await expectedTime(context, model, draft);
    if (usual) lines.push(texts.card.usually(usual));
    keyboard.push([
      button(texts.card.generate(price.credits), 'go', shortId(draft.id), draft.version, price.credits),
    ]);
  }
  keyboard.push(...optionButtons(context, form, draft, model, params.all === true), homeRow(context));
  return { text: lines.join('\n'), keyboard };
};

/** The values of the draft in words; the prompt first, cut to what fits a message. */
function summary(context: ScreenContext, form: readonly FieldNow[], draft: Draft): string[] {
  const lines: string[] = [];
  const options: string[] = [];
  let files = 0;
  for (const field of form) {
    const value = draft.input[field.name];
    if (field.kind === 'media') files += Array.isArray(value) ? value.length : value === undefined ? 0 : 1;
    else if (field.kind === 'text' && typeof value === 'string') {
      const mark = field.name === 'prompt' ? context.texts.card.prompt : `${escapeHtml(field.label)}:`;
      lines.push(`${mark} ${escapeHtml(value.length > 300 ? `${value.slice(0, 300)}…` : value)}`);
    } else if (field.kind === 'choice' || field.kind === 'switch' || field.kind === 'number') {
      const shown = shownValue(context.texts, field, value ?? field.default);
      if (shown !== undefined) options.push(`${escapeHtml(field.label)}: ${escapeHtml(shown)}`);
    }
  }
  if (files > 0) lines.push(context.texts.card.media(files));
  if (options.length > 0) lines.push(options.slice(0, 8).join(' · '));
  return lines;
}

function optionButtons(
  context: ScreenContext,
  form: readonly FieldNow[],
  draft: Draft,
  model: Model,
  all: boolean,
): Button[][] {
  const id = shortId(draft.id);
  const { texts } = context;
  const editable = form.filter(
    (field) => canBeAsked(field) && field.name !== 'prompt' && field.hidden === undefined,
  );
  // Required fields and files come first in the form; optional ones without a value are behind "more".
  const shown = all ? editable : editable.slice(0, optionsAtFirst);
  const buttons = shown.map((field) => button(field.label, 'option', id, field.name));
  const last: Button[] = [];
  if (model.fields.some(({ name }) => name === 'prompt'))
    last.push(button(texts.card.editPrompt, 'option', id, 'prompt'));
  if (typeof draft.input.prompt === 'string') last.push(button(texts.card.improve, 'improve', id));
  if (shown.length < editable.length) last.push(button(texts.card.more, 'more', id));
  last.push(button(texts.card.discard, 'discard', id));
  return [...rows(buttons, 2), ...rows(last, 2)];
}

/** From our own measurements once there are some, before that from the catalogue. */
async function expectedTime(context: ScreenContext, model: Model, draft: Draft): Promise<string | undefined> {
  const own = await estimateDuration(context.db, { modelId: model.id, input: draft.input });
  return own ? shownSeconds(context.texts, own.p50Ms / 1000) : usualTime(context.texts, model);
}
