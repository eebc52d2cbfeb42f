import { formNow, type OptionNow } from '@kie/model-forms';
import { escapeHtml } from '@kie/telegram';
import { findDraft } from '../drafts.ts';
import { priceOf } from '../pricing.ts';
import { shortId } from '../short-id.ts';
import { textParam, type Screen } from '../screen.ts';
import { button, rows } from './keyboard.ts';

/** The choices of one option, each with its price where the price depends on it. */
export const option: Screen = async (context, params) => {
  const draft = await findDraft(context.db, context.user.id, textParam(params, 'draftId'));
  const model = draft && context.registry.get(draft.model_id);
  if (!draft || !model) return undefined;
  const field = formNow(model, draft.input, context.language).find(({ name }) => name === params.field);
  if (!field) return undefined;
  const { texts } = context;
  const id = shortId(draft.id);
  const options: readonly OptionNow[] =
    field.kind === 'switch'
      ? [
          { value: true, label: texts.option.on },
          { value: false, label: texts.option.off },
        ]
      : (field.options ?? []);
  const prices = options.map(
    ({ value }) => priceOf(context.policy, model, { ...draft.input, [field.name]: value })?.credits,
  );
  const differ = new Set(prices).size > 1;
  const current = draft.input[field.name] ?? field.default;
  const buttons = options.flatMap(({ value, label, hidden }, i) => {
    if (hidden !== undefined) return [];
    const price = prices[i];
    const mark = value === current ? '✓ ' : '';
    const suffix = differ && price !== undefined ? ` · ${texts.short.credits(price)}` : '';
    return [button(`${mark}${label}${suffix}`, 'set', id, field.name, i)];
  });
  // What cannot be chosen now is not a button; why is said, so that nobody looks for it in vain.
  const reasons = options.flatMap(({ label, hidden }) =>
    hidden === undefined ? [] : [`${label}: ${hidden}`],
  );
  const last = [button(texts.home.back, 'card', id)];
  if (!field.required && draft.input[field.name] !== undefined) {
    last.push(button(texts.option.unset, 'unset', id, field.name));
  }
  const notes = [...(field.hint ? [field.hint] : []), ...reasons.slice(0, 6)];
  const hint = notes.map((note) => `\n<i>${escapeHtml(note)}</i>`).join('');
  return {
    text: `<b>${escapeHtml(model.title)}</b>\n${texts.option.title(escapeHtml(field.label))}${hint}`,
    keyboard: [...rows(buttons.slice(0, 96), differ ? 2 : 3), last],
  };
};
