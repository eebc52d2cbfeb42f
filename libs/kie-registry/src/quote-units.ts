import type { Field, Model, Price } from './model.ts';
import { fieldOf, given, valueOf, verdictOf } from './conditions.ts';
import type { Input } from './conditions.ts';

/** What only the caller can know about the input. */
export interface QuoteFacts {
  /** Length in seconds of the media in a field, all its files together. */
  readonly seconds?: Readonly<Record<string, number>>;
}

/** How many units KIE will bill: a number that is certain or an upper bound, or why there is none. */
export type Units =
  | { readonly count: number; readonly certain: boolean; readonly text: string }
  | { readonly reason: string };

/** Counts the units of a price for an input. */
export function unitsOf(price: Price, model: Model, input: Input, facts: QuoteFacts): Units {
  switch (price.unit) {
    case 'second':
      return capped(seconds(price, model, input, facts), price, 's');
    case 'minute': {
      const length = mediaLength(price.lengthFrom ?? [], model, input, facts);
      return 'reason' in length
        ? length
        : { ...length, count: length.count / 60, text: `${tidy(length.count / 60)} min` };
    }
    case '1000_characters':
      return characters(price, model, input);
    case 'million_output_audio_tokens':
      return capped({ reason: 'the number of audio tokens is known afterwards' }, price, 'million tokens');
    case 'layer':
      return capped({ reason: 'the number of layers is known afterwards' }, price, 'layers');
    case 'megapixel': {
      const results = pieces(price, model, input, 'image');
      if ('reason' in results || price.maxUnits === undefined)
        return { reason: 'the size of the result is not known' };
      const count = results.count * price.maxUnits;
      return { count, certain: false, text: `${tidy(count)} megapixels` };
    }
    case 'image':
    case 'video':
    case 'generation':
    case 'request':
      return pieces(price, model, input, price.unit);
  }
}

function pieces(price: Price, model: Model, input: Input, word: string): Units {
  if (price.countOf === undefined) return { count: 1, certain: true, text: word };
  const field = fieldOf(model, price.countOf);
  const count = Number(valueOf(model, input, price.countOf) ?? Number.NaN);
  const most = count > 0 ? count : largest(field, model, input);
  if (most === undefined) return { reason: `${price.countOf} decides how many, and it is not set` };
  const bound = !(count > 0) || (count > 1 && price.countOf.startsWith('max_'));
  return { count: most, certain: !bound, text: most === 1 ? word : `${most} ${word}s` };
}

function seconds(price: Price, model: Model, input: Input, facts: QuoteFacts): Units {
  const result = resultLength(price, model, input, facts);
  if ('reason' in result) return result;
  let { count, certain } = result;
  for (const name of price.inputSeconds ?? []) {
    if (given(input, name) === undefined) continue;
    const extra = mediaLength([name], model, input, facts);
    if ('reason' in extra) return extra;
    count += extra.count;
    certain &&= extra.certain;
  }
  return { count, certain, text: `${tidy(count)} s` };
}

/** An own length counts; without one the media decide, then the default, then the longest that the model makes. */
function resultLength(price: Price, model: Model, input: Input, facts: QuoteFacts): Units {
  const sure = (count: number): Units => ({ count, certain: true, text: '' });
  const field = price.countOf === undefined ? undefined : fieldOf(model, price.countOf);
  const own = field === undefined ? Number.NaN : Number(given(input, field.name) ?? Number.NaN);
  if (own > 0) return sure(own);
  const from = price.lengthFrom ?? [];
  if (from.length > 0 && (field === undefined || from.some((name) => given(input, name) !== undefined))) {
    return mediaLength(from, model, input, facts);
  }
  const usual = Number(Number.isNaN(own) ? (field?.default ?? Number.NaN) : Number.NaN);
  if (usual > 0) return sure(usual);
  const most = largest(field, model, input);
  if (most === undefined) return { reason: 'the length of the result is not known' };
  return { count: most, certain: false, text: '' };
}

function mediaLength(names: readonly string[], model: Model, input: Input, facts: QuoteFacts): Units {
  const set = names.filter((name) => given(input, name) !== undefined);
  let longest: Units | undefined;
  for (const name of set.length > 0 ? set : names) {
    const one = lengthOfField(name, model, input, facts);
    if ('reason' in one) return one;
    if (longest === undefined || ('count' in longest && one.count > longest.count)) longest = one;
  }
  return longest ?? { reason: 'the length of the input is not known' };
}

function lengthOfField(name: string, model: Model, input: Input, facts: QuoteFacts): Units {
  const exact = facts.seconds?.[name];
  if (exact !== undefined && exact > 0) return { count: exact, certain: true, text: `${tidy(exact)} s` };
  const media = fieldOf(model, name)?.media;
  const value = given(input, name);
  const files = Array.isArray(value) ? value.length : 1;
  const most = Math.min(media?.maxTotalSeconds ?? Infinity, (media?.maxSeconds ?? Infinity) * files);
  if (!Number.isFinite(most)) return { reason: `the length of ${name} decides, and KIE names no limit` };
  return { count: most, certain: false, text: `${tidy(most)} s` };
}

/** KIE does not say how it rounds, so each thousand that is begun counts. */
function characters(price: Price, model: Model, input: Input): Units {
  const [name = '', inner] = (price.countOf ?? '').split('[].');
  const texts =
    inner === undefined ? [given(input, name)] : itemsOf(given(input, name)).map((item) => item[inner]);
  const length = texts.reduce<number>(
    (sum, text) => sum + (typeof text === 'string' ? Array.from(text).length : 0),
    0,
  );
  const most = length > 0 ? length : fieldOf(model, name)?.maxLength;
  if (most === undefined) return { reason: `the length of ${name} decides, and it is empty` };
  const count = Math.ceil(most / 1000);
  return { count, certain: false, text: `${most} characters (${count} x 1000)` };
}

function itemsOf(value: unknown): Input[] {
  return Array.isArray(value)
    ? value.filter((item): item is Input => typeof item === 'object' && item !== null)
    : [];
}

/** The largest number a field can have, with the ranges that rules give it. */
function largest(field: Field | undefined, model: Model, input: Input): number | undefined {
  if (field === undefined) return undefined;
  const bounds = [field.max ?? Infinity];
  if (field.values !== undefined) bounds.push(Math.max(...field.values.map(Number)));
  for (const rule of model.rules ?? []) {
    if (rule.kind !== 'range_if' || rule.field !== field.name || rule.max === undefined) continue;
    if (verdictOf(rule.when, model, input) === 'yes') bounds.push(rule.max);
  }
  const most = Math.min(...bounds);
  return Number.isFinite(most) ? most : undefined;
}

function capped(units: Units, price: Price, word: string): Units {
  const { maxUnits } = price;
  if (maxUnits === undefined || ('count' in units && units.count <= maxUnits)) return units;
  return { count: maxUnits, certain: false, text: `${tidy(maxUnits)} ${word}` };
}

/** A number without the noise of binary fractions. */
export function tidy(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
