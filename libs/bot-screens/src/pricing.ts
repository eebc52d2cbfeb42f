import { price as priceOfQuote } from '@kie/generations';
import { quote, type Model } from '@kie/registry';
import type { ScreensPolicy } from './screen.ts';
import type { Texts } from './texts/index.ts';

export interface Price {
  /** Whole credits of the bot: what is held, and the most that is taken. */
  readonly credits: number;
  /** False when the input decides and less may be taken. */
  readonly exact: boolean;
  /** The same in KIE's credits, for our own budget. */
  readonly kieCredits: number;
}

/** What a generation costs here, in whole credits; undefined when KIE's price is not known. */
export function priceOf(
  policy: ScreensPolicy,
  model: Model,
  input: Readonly<Record<string, unknown>>,
): Price | undefined {
  const quoted = quote(model, input);
  const credits = priceOfQuote(quoted, policy.creditMultiplier);
  if (credits === undefined || quoted.kind === 'unknown') return undefined;
  return { credits, exact: quoted.kind === 'exact', kieCredits: quoted.credits };
}

/** What a model costs with its default options, for lists. */
export function usualPrice(policy: ScreensPolicy, model: Model): number | undefined {
  return priceOf(policy, model, {})?.credits;
}

/** The same in words: "from" where other options cost more, "up to" where the input decides. */
export function usualPriceText(policy: ScreensPolicy, model: Model, texts: Texts): string | undefined {
  const price = priceOf(policy, model, {});
  if (price === undefined) return undefined;
  return price.exact ? texts.short.from(price.credits) : texts.short.upTo(price.credits);
}
