export { formOf } from './form.ts';
export type { FieldKind, FormField, FormMedia, FormOption } from './form.ts';
export type { Importance } from './field-order.ts';
export type { Language } from './language.ts';
export { categoryOf, modelTypeLabel } from './model-words.ts';
export type { Category } from './model-words.ts';
export { search } from './search.ts';
export { valueLabel } from './value-words.ts';
