import type { BotContext } from '@kie/telegram';
import { decodeCallback } from '../callback-data.ts';
import { findDraft, setDialog } from '../drafts.ts';
import type { ScreensOptions } from '../services.ts';
import { longId } from '../short-id.ts';
import { takeTurn } from './turn.ts';

/**
 * The prompt helper. It is asked before the transaction begins, because it may take seconds; when it is busy the
 * person keeps their own text.
 */
export async function improvePrompt(ctx: BotContext, services: ScreensOptions, data: string): Promise<void> {
  const id = longId(decodeCallback(data)?.args[0] ?? '');
  const draft = ctx.from && (await findDraft(services.database, ctx.from.id, id));
  const model = draft && services.registry.get(draft.model_id);
  const prompt = draft?.input.prompt;
  const written =
    model && typeof prompt === 'string' && services.promptWriter
      ? await services.promptWriter.improve({
          text: prompt,
          modelTitle: model.title,
          maxLength: model.fields.find(({ name }) => name === 'prompt')?.maxLength ?? 2000,
        })
      : undefined;
  await takeTurn(ctx, services, async (turn) => {
    if (!draft) return [...turn.toast(turn.texts.toast.old), turn.edit('home')];
    if (!written || !('text' in written)) return turn.toast(turn.texts.toast.busy);
    await setDialog(turn.trx, turn.user.id, { draftId: draft.id, data: { proposal: written.text } });
    return [turn.edit('improved', { draftId: draft.id })];
  });
}
