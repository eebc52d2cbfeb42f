import type { Model } from '@kie/registry';
import { escapeHtml } from '@kie/telegram';
import { cheapest } from '../catalogue.ts';
import { dialogOf } from '../drafts.ts';
import { usualPriceText } from '../pricing.ts';
import { textParam, type Button, type Screen, type ScreenContext } from '../screen.ts';
import { button, homeRow, rows } from './keyboard.ts';

function shortcut(context: ScreenContext, label: string, model: Model | undefined): Button[] {
  if (!model) return [];
  const price = usualPriceText(context.policy, model, context.texts);
  const suffix = price === undefined ? '' : ` · ${price}`;
  return [button(`${label}${suffix}`, 'model', model.id)];
}

/** A photo came while nothing was asked for: what can be done with it. */
export const photoIntake: Screen = async (context) => {
  const { texts, registry, policy } = context;
  const buttons = [
    ...shortcut(context, texts.intake.animate, cheapest(registry, policy, 'image_to_video')),
    ...shortcut(context, texts.intake.change, cheapest(registry, policy, 'image_edit')),
    ...shortcut(context, texts.intake.upscale, cheapest(registry, policy, 'upscale')),
    ...shortcut(context, texts.intake.background, cheapest(registry, policy, 'background_removal')),
    button(texts.intake.other, 'category', 'edit', 0),
  ];
  return { text: texts.intake.photo, keyboard: [...rows(buttons, 1), homeRow(context)] };
};

/** A text came while nothing was asked for: it is a prompt, for what? */
export const textIntake: Screen = async (context) => {
  const { texts, registry, policy } = context;
  const dialog = await dialogOf(context.db, context.user.id);
  const prompt = dialog?.data.prompt;
  if (typeof prompt !== 'string') return undefined;
  const named = (mark: string, model: Model | undefined) =>
    model ? shortcut(context, `${mark} ${model.title}`, model) : [];
  const buttons = [
    ...named('🖼', cheapest(registry, policy, 'text_to_image')),
    ...named('🎬', cheapest(registry, policy, 'text_to_video')),
    ...named('🗣', cheapest(registry, policy, 'text_to_speech')),
    button(texts.intake.other, 'models'),
  ];
  const shown = escapeHtml(prompt.length > 200 ? `${prompt.slice(0, 200)}…` : prompt);
  return { text: texts.intake.text(shown), keyboard: [...rows(buttons, 1), homeRow(context)] };
};

/** One sentence and the way home: for what could not be used. */
export const notice: Screen = async (context, params) => ({
  text: textParam(params, 'text'),
  keyboard: [homeRow(context)],
});
