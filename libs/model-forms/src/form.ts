import { registry } from '@kie/registry';
import type { Catalogue, Field, FieldValue, MediaLimits, Model } from '@kie/registry';
import { importanceOf, inFormOrder } from './field-order.ts';
import type { Importance } from './field-order.ts';
import { labelOf } from './field-label.ts';
import { FIELD_WORDS } from './field-words.ts';
import type { Language } from './language.ts';
import { inLanguage, plainName } from './language.ts';
import { valueLabel } from './value-words.ts';

/**
 * How a person fills a field: types a text or a number, picks a choice, flips a switch, sends files, writes a list of
 * things, or points at an earlier task (`reference`).
 */
export type FieldKind = 'text' | 'choice' | 'switch' | 'number' | 'media' | 'list' | 'reference';

/** One choice; `value` goes into the input as it is, with its JSON type. */
export interface FormOption {
  readonly value: FieldValue;
  readonly label: string;
}

/** What may be sent for a media field. */
export interface FormMedia {
  readonly kind: MediaLimits['kind'];
  /** Least number of files; 0 when the field may stay empty. */
  readonly min: number;
  /** Most files; absent when KIE names no limit. */
  readonly max?: number;
  readonly mime?: readonly string[];
  readonly maxMb?: number;
}

/** A field as a person sees it. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: FieldKind;
  /** KIE wants a value; one with a `default` may still be left alone. */
  readonly required: boolean;
  readonly importance: Importance;
  readonly default?: FieldValue | readonly FieldValue[];
  readonly options?: readonly FormOption[];
  readonly media?: FormMedia;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** In Unicode code points. */
  readonly maxLength?: number;
}

/**
 * The fields of a model as a form: the prompt first, then required media, other required fields, media that may be added,
 * usual options, and the rest.
 *
 * @param tables names of values such as voices; those of the built-in catalogue unless the model is from another one
 *
 * @example
 * const [prompt, ratio] = formOf(model, 'ru'); // labels "Описание", "Формат"
 */
export function formOf(
  model: Model,
  language: Language,
  tables: Catalogue['valueLabels'] = registry.catalogue.valueLabels,
): FormField[] {
  return inFormOrder(model.fields).map((field) => formField(field, language, tables));
}

function formField(field: Field, language: Language, tables: Catalogue['valueLabels']): FormField {
  const options = optionsOf(field, language, tables);
  const kind = kindOf(field, options);
  const hint = hintOf(field, language);
  return {
    name: field.name,
    label: labelOf(field.name, language),
    ...(hint !== undefined && { hint }),
    kind,
    required: field.required,
    importance: importanceOf(field),
    ...(field.default !== undefined && { default: field.default }),
    ...(options !== undefined && { options }),
    ...(field.media !== undefined && kind === 'media' && { media: mediaOf(field, field.media) }),
    ...(field.min !== undefined && { min: field.min }),
    ...(field.max !== undefined && { max: field.max }),
    ...(field.step !== undefined && { step: field.step }),
    ...(field.maxLength !== undefined && { maxLength: field.maxLength }),
  };
}

function kindOf(field: Field, options: readonly FormOption[] | undefined): FieldKind {
  if (options !== undefined) return 'choice';
  if (field.ref !== undefined) return 'reference';
  // The address of a web page is typed, not sent as a file.
  if (field.media !== undefined && field.media.kind !== 'webpage') return 'media';
  if (field.type === 'boolean') return 'switch';
  if (field.type === 'integer' || field.type === 'number') return 'number';
  return field.type === 'array' || field.type === 'object' ? 'list' : 'text';
}

function optionsOf(
  field: Field,
  language: Language,
  tables: Catalogue['valueLabels'],
): FormOption[] | undefined {
  const table = field.labels === undefined ? undefined : tables[field.labels];
  const values = field.values ?? numbersInText(field);
  return values?.map((value) => ({
    value,
    label: table?.find((row) => row.value === value)?.name ?? valueLabel(field.name, value, language),
  }));
}

/** A few lengths are whole numbers sent as text and told by a pattern only. */
function numbersInText(field: Field): string[] | undefined {
  if (field.type !== 'string' || field.pattern === undefined) return undefined;
  const pattern = new RegExp(`^(?:${field.pattern})$`, 'u');
  const numbers = Array.from({ length: 100 }, (_, i) => String(i)).filter((text) => pattern.test(text));
  return numbers.length > 0 && !pattern.test('text') ? numbers : undefined;
}

function mediaOf(field: Field, limits: MediaLimits): FormMedia {
  const max = field.type === 'array' ? field.maxItems : 1;
  return {
    kind: limits.kind,
    min: field.required ? Math.max(1, field.minItems ?? 1) : 0,
    ...(max !== undefined && { max }),
    ...(limits.mime !== undefined && { mime: limits.mime }),
    ...(limits.maxMb !== undefined && { maxMb: limits.maxMb }),
  };
}

const MODEL_DECIDES = ['-1: the model decides.', '-1: решает модель.'] as const;

function hintOf(field: Field, language: Language): string | undefined {
  const hint = FIELD_WORDS[plainName(field.name)]?.hint;
  const parts = hint === undefined ? [] : [inLanguage(hint, language)];
  if (field.specialValues?.includes(-1) === true) parts.push(inLanguage(MODEL_DECIDES, language));
  return parts.length === 0 ? undefined : parts.join(' ');
}
