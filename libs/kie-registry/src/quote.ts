import type { Model, Price, When } from './model.ts';
import { given, valueOf, verdictOf } from './conditions.ts';
import type { Input } from './conditions.ts';
import { tidy, unitsOf } from './quote-units.ts';
import type { QuoteFacts } from './quote-units.ts';

/**
 * What a generation will cost, in KIE's credits.
 *
 * - `exact`: everything that decides the price is known.
 * - `upTo`: it will not cost more, e.g. the length of an input video is not known.
 * - `unknown`: the catalogue has no price for this; `reason` says why.
 */
export type Quote =
  | { readonly kind: 'exact'; readonly credits: number; readonly reason: string }
  | { readonly kind: 'upTo'; readonly credits: number; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * Works out the price of an input, which may be incomplete: a missing value counts as the default of its field, and as
 * the most expensive one when there is none. Prices are those of the catalogue (`model.price.asOf`) and change often;
 * the bill is `creditsConsumed` of the finished task.
 *
 * @param facts what the input does not show, such as the length of a video; turns many bounds into exact prices
 *
 * @example
 * const model = registry.get('kling-2.6/text-to-video');
 * if (model) quote(model, { prompt: 'a lighthouse', duration: '10', sound: false }); // exact, 110 credits
 */
export function quote(model: Model, input: Input, facts: QuoteFacts = {}): Quote {
  const { price } = model;
  if (price === undefined) return { kind: 'unknown', reason: `no price of ${model.id} is known` };
  const tier = tierOf(price, model, input);
  if (tier === undefined) {
    const names = (price.dependsOn ?? [])
      .map((name) => `${name} ${show(valueOf(model, input, name))}`)
      .join(', ');
    return { kind: 'unknown', reason: `no price is known for ${names}` };
  }
  const units = unitsOf(price, model, input, facts);
  // Something free is free in any number.
  if ('reason' in units && tier.credits > 0) return { kind: 'unknown', reason: units.reason };
  const counted = 'reason' in units ? { count: 0, certain: true, text: 'free' } : units;
  const extras = extrasOf(price, input);
  const credits = tidy(counted.count * tier.credits + extras.credits);
  const condition = describe(tier.when);
  // "1080p, 10 s" says it all; that this is one video does not need saying.
  const amount = condition !== '' && counted.count === 1 ? '' : counted.text;
  const parts = [condition, amount].filter((part) => part !== '').join(', ');
  const sum = counted.count === 1 ? `${tier.credits}` : `${tidy(counted.count)} x ${tier.credits}`;
  const assumed = price.confidence === 'guessed' ? ' (the limit is an assumption)' : '';
  const reason = `${tier.certain ? '' : 'at most '}${parts}: ${sum}${extras.text}${assumed}`;
  return { kind: tier.certain && counted.certain ? 'exact' : 'upTo', credits, reason };
}

interface Tier {
  readonly credits: number;
  readonly when: When;
  readonly certain: boolean;
}

/** The first tier that fits. As long as it is open which one that is, the most expensive of those in question. */
function tierOf(price: Price, model: Model, input: Input): Tier | undefined {
  let found: Tier | undefined;
  for (const { credits, when = {} } of price.tiers) {
    const verdict = verdictOf(when, model, input);
    if (verdict === 'no') continue;
    const certain = found === undefined && verdict === 'yes';
    if (found === undefined || credits > found.credits) found = { credits, when, certain };
    if (verdict === 'yes') break;
  }
  return found;
}

function extrasOf(price: Price, input: Input): { credits: number; text: string } {
  let credits = 0;
  for (const extra of price.extras ?? []) {
    const value = given(input, extra.field);
    const items = Array.isArray(value) ? value.length : value === undefined ? 0 : 1;
    credits += Math.max(0, items - (extra.free ?? 0)) * extra.credits;
  }
  return { credits, text: credits === 0 ? '' : ` + ${tidy(credits)} for the inputs` };
}

/** Fields whose bare number is a length; KIE's `n_frames` counts seconds too. */
const SECONDS: ReadonlySet<string> = new Set(['duration', 'extend_times', 'n_frames']);

function describe(when: When): string {
  return Object.entries(when)
    .map(([name, value]) => {
      if (typeof value === 'boolean') return `${value ? 'with' : 'without'} ${name}`;
      const words = Array.isArray(value) ? value.join('/') : String(value);
      return SECONDS.has(name) ? `${words} s` : words;
    })
    .join(', ');
}

function show(value: unknown): string {
  if (value === undefined) return 'not set';
  if (typeof value === 'string') return value.slice(0, 40);
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
    ? String(value)
    : 'given';
}
