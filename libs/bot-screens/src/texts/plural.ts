/** Forms of a word by plural category: English has one and other, Russian one, few and many. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/**
 * A number with the right form of its word.
 * @example plural('ru', 3, { one: 'кредит', few: 'кредита', many: 'кредитов', other: 'кредита' }) // '3 кредита'
 */
export function plural(language: string, n: number, forms: PluralForms): string {
  const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other;
  return `${new Intl.NumberFormat(language).format(n)} ${form}`;
}
