import { formOf, type FormField } from '@kie/model-forms';
import type { Model, OutputKind, Registry } from '@kie/registry';
import { usualPrice } from './pricing.ts';
import type { ScreensPolicy } from './screen.ts';

/** The four doors of the home screen. */
export const categories = ['image', 'video', 'audio', 'edit'] as const;
export type Category = (typeof categories)[number];

export function isCategory(word: string | undefined): word is Category {
  return categories.some((category) => category === word);
}

const editTypes = new Set(['image_edit', 'image_to_image', 'upscale', 'background_removal', 'outpaint']);

function inCategory(model: Model, category: Category): boolean {
  if (category === 'edit') return [model.type, ...(model.modes ?? [])].some((type) => editTypes.has(type));
  const output: OutputKind = category;
  return model.output === output && !(output === 'image' && editTypes.has(model.type));
}

/** A field that a chat can fill: not the id of an earlier task, not a list of objects. */
export function canBeAsked(field: FormField): boolean {
  return field.kind !== 'reference' && field.kind !== 'list';
}

/**
 * Models the bot sells now: active, with a known price, behind the jobs API, and with every required field
 * something that a person can send in a chat.
 */
export function sellable(registry: Registry, policy: ScreensPolicy): Model[] {
  return registry
    .list({ status: 'active' })
    .filter(
      (model) =>
        model.api === 'jobs' &&
        model.output !== 'text' &&
        usualPrice(policy, model) !== undefined &&
        formOf(model, 'en').every(
          (field) => !field.required || field.default !== undefined || canBeAsked(field),
        ),
    );
}

/** The models of a category, cheapest first: a newcomer should not start with the dearest. */
export function modelsOf(registry: Registry, policy: ScreensPolicy, category: Category): Model[] {
  return byPrice(
    policy,
    sellable(registry, policy).filter((model) => inCategory(model, category)),
  );
}

/** Cheapest first, then by title. */
export function byPrice(policy: ScreensPolicy, models: readonly Model[]): Model[] {
  const priced = models.map((model) => ({ model, price: usualPrice(policy, model) ?? Infinity }));
  return priced
    .toSorted((a, b) => a.price - b.price || a.model.title.localeCompare(b.model.title))
    .map(({ model }) => model);
}

/** The cheapest model that does a thing, for the shortcuts under a photo or a text. */
export function cheapest(registry: Registry, policy: ScreensPolicy, type: Model['type']): Model | undefined {
  return byPrice(
    policy,
    sellable(registry, policy).filter((model) => model.type === type),
  )[0];
}
