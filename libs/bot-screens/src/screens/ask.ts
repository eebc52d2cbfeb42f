import { formOf, type FormField } from '@kie/model-forms';
import { escapeHtml } from '@kie/telegram';
import { findDraft } from '../drafts.ts';
import { shortId } from '../short-id.ts';
import { textParam, type Button, type Screen, type ScreenContext } from '../screen.ts';
import { button, homeRow, rows } from './keyboard.ts';

/** Asks for one field of a draft; the next message or a tapped choice answers it. */
export const ask: Screen = async (context, params) => {
  const draft = await findDraft(context.db, context.user.id, textParam(params, 'draftId'));
  const model = draft && context.registry.get(draft.model_id);
  if (!draft || !model) return undefined;
  const field = formOf(model, context.language).find(({ name }) => name === params.field);
  if (!field) return undefined;
  const id = shortId(draft.id);
  const buttons: Button[][] = choices(field, id);
  const value = draft.input[field.name];
  const collected = Array.isArray(value) ? value.length : 0;
  let note = '';
  if (field.kind === 'media' && collected > 0) {
    note = `\n${context.texts.ask.collected(collected, field.media?.max)}`;
    buttons.push([
      button(context.texts.ask.done, 'done', id),
      button(context.texts.ask.clear, 'unset', id, field.name),
    ]);
  }
  const problem = typeof params.problem === 'string' ? `${params.problem}\n\n` : '';
  return {
    text: `${problem}<b>${escapeHtml(model.title)}</b>\n${question(context, field)}${note}`,
    keyboard: [...buttons, homeRow(context)],
  };
};

function choices(field: FormField, draftId: string): Button[][] {
  if (field.kind !== 'choice') return [];
  const buttons = (field.options ?? []).map((option, i) =>
    button(option.label, 'set', draftId, field.name, i),
  );
  // Telegram takes 100 buttons; the longest list of the catalogue (voices) has fewer.
  return rows(buttons.slice(0, 96), 3);
}

function question({ texts }: ScreenContext, field: FormField): string {
  const label = escapeHtml(field.label);
  switch (field.kind) {
    case 'media': {
      const limits = [];
      if (field.media?.mime?.length) {
        const formats = field.media.mime.map((mime) => mime.replace(/^.*\//, '').toUpperCase());
        limits.push(texts.ask.limits.formats([...new Set(formats)].join(', ')));
      }
      if (field.media?.maxMb !== undefined)
        limits.push(texts.ask.limits.upToMb(Math.min(20, field.media.maxMb)));
      return texts.ask.media(label, limits.join(' '));
    }
    case 'number':
      return texts.ask.number(label, texts.ask.range(field.min, field.max));
    case 'choice':
    case 'switch':
      return texts.ask.choice(label);
    default:
      return texts.ask.text(label, field.maxLength);
  }
}
