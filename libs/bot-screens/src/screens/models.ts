import { search } from '@kie/model-forms';
import type { Model } from '@kie/registry';
import { escapeHtml } from '@kie/telegram';
import { isCategory, modelsOf, sellable } from '../catalogue.ts';
import { usualPriceText } from '../pricing.ts';
import { textParam, type Button, type Screen, type ScreenContext } from '../screen.ts';
import { button, homeRow, rows } from './keyboard.ts';

const pageSize = 8;

function modelButton(context: ScreenContext, model: Model): Button {
  const price = usualPriceText(context.policy, model, context.texts);
  const suffix = price === undefined ? '' : ` · ${price}`;
  return button(`${model.title}${suffix}`, 'model', model.id);
}

/** A page of the models of a category. */
export const category: Screen = async (context, params) => {
  const name = textParam(params, 'category');
  if (!isCategory(name)) return undefined;
  const { texts } = context;
  const models = modelsOf(context.registry, context.policy, name);
  const pages = Math.max(1, Math.ceil(models.length / pageSize));
  const page = Math.min(Math.max(0, Number(params.page) || 0), pages - 1);
  const turn: Button[] = [];
  if (page > 0) turn.push(button(texts.catalogue.previous, 'category', name, page - 1));
  if (page < pages - 1) turn.push(button(texts.catalogue.next, 'category', name, page + 1));
  return {
    text: `${texts.category[name]}\n${texts.catalogue.page(page + 1, pages)}. ${texts.catalogue.hint}`,
    keyboard: [
      ...rows(
        models.slice(page * pageSize, (page + 1) * pageSize).map((model) => modelButton(context, model)),
        1,
      ),
      ...(turn.length > 0 ? [turn] : []),
      homeRow(context),
    ],
  };
};

/** What a search found; without a word, the four categories. */
export const searchResults: Screen = async (context, params) => {
  const { texts } = context;
  const query = textParam(params, 'query').trim();
  if (query === '') {
    const doors = (['image', 'video', 'audio', 'edit'] as const).map((name) =>
      button(texts.home[name], 'category', name, 0),
    );
    return { text: texts.catalogue.hint, keyboard: [...rows(doors, 2), homeRow(context)] };
  }
  const allowed = new Set(sellable(context.registry, context.policy).map(({ id }) => id));
  const found = search(context.registry, query, context.language).filter(({ id }) => allowed.has(id));
  const shown = escapeHtml(query.slice(0, 60));
  return {
    text: found.length > 0 ? texts.category.search(shown) : texts.catalogue.nothing(shown),
    keyboard: [
      ...rows(
        found.slice(0, pageSize).map((model) => modelButton(context, model)),
        1,
      ),
      homeRow(context),
    ],
  };
};
