import type { FieldValue, Model, When } from '@kie/registry';
import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { imageCount, secondsOf, textOf } from './wish.ts';

/** For models whose price nobody has written down. */
const unknownPrice = { image: 4, video: 30, audio: 6, text: 1 } as const;

/** Credits taken at submit, from the catalogue's price table; worked out here so that it can disagree with others. */
export function priceOf(model: Model, input: JsonObject): number {
  const price = model.price;
  if (price === undefined) return unknownPrice[model.output];
  const tier = price.tiers.find((candidate) => fits(candidate.when ?? {}, model, input)) ?? price.tiers[0];
  if (tier === undefined) return unknownPrice[model.output];
  return Math.round(tier.credits * units(model, input) * 10_000) / 10_000;
}

function units(model: Model, input: JsonObject): number {
  switch (model.price?.unit) {
    case 'image':
      return imageCount(model, input);
    case 'second':
      return secondsOf(model, input);
    case 'minute':
      return Math.max(1, Math.ceil(secondsOf(model, input) / 60));
    case '1000_characters':
      return Math.max(1, Array.from(textOf(model, input)).length) / 1000;
    default:
      return 1;
  }
}

function fits(when: When, model: Model, input: JsonObject): boolean {
  return Object.entries(when).every(([name, wanted]) => {
    const actual = valueOf(name, model, input);
    if (wanted === 'present') return actual !== undefined;
    if (wanted === 'absent') return actual === undefined;
    if (actual === undefined) return !model.fields.some((field) => field.name === name);
    const allowed: readonly FieldValue[] = Array.isArray(wanted) ? wanted : [wanted as FieldValue];
    return allowed.some((value) => String(value) === `${actual as FieldValue}`);
  });
}

function valueOf(name: string, model: Model, input: JsonObject): unknown {
  const field = model.fields.find((candidate) => candidate.name === name);
  if (field === undefined && name === 'video_input') return hasVideo(model, input);
  return input[name] ?? field?.default;
}

function hasVideo(model: Model, input: JsonObject): boolean {
  return model.fields.some((field) => {
    const value = input[field.name];
    return field.media?.kind === 'video' && value !== undefined && value !== '' && !isEmpty(value);
  });
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}
