/** What `quote` of `@kie/registry` says: KIE's own credits, decimals possible. */
export type PriceQuote =
  | { readonly kind: 'exact' | 'upTo'; readonly credits: number }
  | { readonly kind: 'unknown' };

/**
 * What a person pays for something that costs this many of KIE's credits: whole credits, rounded up, at least one.
 */
export function inWholeCredits(kieCredits: number, multiplier: number): number {
  // 1.1 * 10 is 11.000000000000002 to a computer, and nobody shall pay a credit for that.
  return Math.max(1, Math.ceil(Number((kieCredits * multiplier).toFixed(6))));
}

/**
 * The price of a generation in whole credits, from the upper bound of a quote. `undefined` when KIE's price is not
 * known: such a model is not for sale until somebody sets a price.
 *
 * @example
 * ```ts
 * price({ kind: 'upTo', credits: 3.2 }, 1.5); // 5
 * ```
 */
export function price(quote: PriceQuote, multiplier: number): number | undefined {
  return quote.kind === 'unknown' ? undefined : inWholeCredits(quote.credits, multiplier);
}
