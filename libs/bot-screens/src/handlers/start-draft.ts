import { formOf } from '@kie/model-forms';
import type { Model } from '@kie/registry';
import type { Reply } from '@kie/telegram';
import { createDraft, dialogOf, mediaReference, type Input } from '../drafts.ts';
import { codePoints } from '../screens/format.ts';
import { nextStep } from './next-step.ts';
import type { Turn } from './turn.ts';

/** Begins with a model; what the person sent before choosing it (a text, photos) is already filled in. */
export async function startDraft(turn: Turn, model: Model): Promise<Reply[]> {
  const dialog = await dialogOf(turn.trx, turn.user.id);
  const input: Input = {};
  const form = formOf(model, turn.user.language);
  const prompt = dialog?.data.prompt;
  if (typeof prompt === 'string') {
    const field =
      form.find(({ name }) => name === 'prompt') ?? form.find((f) => f.kind === 'text' && f.required);
    if (field && (field.maxLength === undefined || codePoints(prompt) <= field.maxLength))
      input[field.name] = prompt;
  }
  const media = dialog?.data.media;
  if (Array.isArray(media) && media.length > 0) {
    const candidates = form.filter((f) => f.kind === 'media' && (f.media?.kind ?? '').startsWith('image'));
    const field = candidates.find(({ required }) => required) ?? candidates[0];
    const isList = model.fields.find(({ name }) => name === field?.name)?.type === 'array';
    const references = media.filter((id) => typeof id === 'string').map(mediaReference);
    if (field && isList) input[field.name] = references.slice(0, field.media?.max ?? references.length);
    else if (field) input[field.name] = references[0];
  }
  const draft = await createDraft(turn.trx, turn.user.id, model.id, input);
  return await nextStep(turn, draft, model);
}
