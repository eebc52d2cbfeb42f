import { price } from '@kie/generations';
import { quote, type Model } from '@kie/registry';
import type { ScreensPolicy } from './screen.ts';

/** What a generation costs here, in whole credits; undefined when KIE's price is not known. */
export function priceOf(
  policy: ScreensPolicy,
  model: Model,
  input: Readonly<Record<string, unknown>>,
): { readonly credits: number; readonly exact: boolean } | undefined {
  const quoted = quote(model, input);
  const credits = price(quoted, policy.creditMultiplier);
  return credits === undefined ? undefined : { credits, exact: quoted.kind === 'exact' };
}

/** The least a model can cost, for lists: its cheapest tier with default options, or the default options. */
export function priceFrom(policy: ScreensPolicy, model: Model): number | undefined {
  return priceOf(policy, model, {})?.credits;
}
