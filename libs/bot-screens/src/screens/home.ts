import { balance } from '@kie/credits';
import { escapeHtml } from '@kie/telegram';
import { sellable } from '../catalogue.ts';
import type { Button, Screen, ScreenContext } from '../screen.ts';
import { button } from './keyboard.ts';

const doors = ({ texts }: ScreenContext): Button[][] => [
  [button(texts.home.image, 'category', 'image', 0), button(texts.home.video, 'category', 'video', 0)],
  [button(texts.home.audio, 'category', 'audio', 0), button(texts.home.edit, 'category', 'edit', 0)],
];

const shelves = ({ texts }: ScreenContext): Button[][] => [
  [button(texts.home.history, 'history', 0), button(texts.home.balanceButton, 'balance')],
  [button(texts.home.language, 'language')],
];

/** The first screen of a person. */
export const welcome: Screen = async (context) => {
  const { available } = await balance(context.db, context.user.id);
  return {
    text: context.texts.welcome({
      name: escapeHtml(context.user.first_name),
      models: sellable(context.registry, context.policy).length,
      credits: available,
    }),
    keyboard: [...doors(context), ...shelves(context)],
  };
};

export const home: Screen = async (context) => {
  const { texts } = context;
  const { available, held } = await balance(context.db, context.user.id);
  const { running } = await context.db
    .selectFrom('generations')
    .select((eb) => eb.fn.countAll<number>().as('running'))
    .where('user_id', '=', context.user.id)
    .where('state', 'in', ['queued', 'submitting', 'submit_unknown', 'running', 'storing'])
    .executeTakeFirstOrThrow();
  const lines = [texts.home.title, texts.home.balance(available, held)];
  if (running > 0) lines.push(texts.home.running(running));
  return {
    text: [...lines, texts.home.hint].join('\n'),
    keyboard: [...doors(context), ...shelves(context)],
  };
};

export const help: Screen = async ({ texts }) => ({
  text: texts.help,
  keyboard: [[button(texts.home.button, 'home')]],
});
