import { escapeHtml } from '@kie/telegram';
import { dialogOf, findDraft } from '../drafts.ts';
import { shortId } from '../short-id.ts';
import { textParam, type Screen } from '../screen.ts';
import { button } from './keyboard.ts';

/** The prompt the helper wrote, beside the person's own, which stays untouched until they take it. */
export const improved: Screen = async (context, params) => {
  const draft = await findDraft(context.db, context.user.id, textParam(params, 'draftId'));
  const dialog = await dialogOf(context.db, context.user.id);
  const proposal = dialog?.data.proposal;
  if (!draft || typeof proposal !== 'string') return undefined;
  const { texts } = context;
  const id = shortId(draft.id);
  return {
    text: `${texts.improve.title}\n<blockquote>${escapeHtml(proposal.slice(0, 3500))}</blockquote>`,
    keyboard: [[button(texts.improve.use, 'use', id), button(texts.improve.keep, 'card', id)]],
  };
};
