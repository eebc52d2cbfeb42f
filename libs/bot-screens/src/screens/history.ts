import type { GenerationState } from '@kie/database';
import { listGenerations } from '@kie/generations';
import type { Screen } from '../screen.ts';
import { shortId } from '../short-id.ts';
import { button, homeRow } from './keyboard.ts';

const pageSize = 8;

const icons: Record<GenerationState, string> = {
  queued: '⏳',
  submitting: '⚙️',
  submit_unknown: '🔎',
  running: '⚙️',
  storing: '📦',
  succeeded: '✅',
  failed: '❌',
  cancelled: '✖️',
};

/** The person's generations, newest first. */
export const history: Screen = async (context) => {
  const { texts } = context;
  const list = await listGenerations(context.db, { userId: context.user.id, limit: pageSize });
  if (list.length === 0)
    return { text: `${texts.history.title}\n${texts.history.empty}`, keyboard: [homeRow(context)] };
  const buttons = list.map((generation) => [
    button(
      texts.history.item({
        icon: icons[generation.state],
        number: generation.number,
        model: context.registry.get(generation.model_id)?.title ?? generation.model_id,
      }),
      'generation',
      shortId(generation.id),
    ),
  ]);
  return { text: texts.history.title, keyboard: [...buttons, homeRow(context)] };
};
