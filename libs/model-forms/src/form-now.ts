import type { Catalogue, Model } from '@kie/registry';
import { holds, isChosen, type FormInput } from './conditions.ts';
import { formOf, type FormField, type FormOption } from './form.ts';
import { whyFieldHidden, whyOptionHidden, type Situation } from './hidden.ts';
import type { Language } from './language.ts';

/** A choice as things stand; `hidden` says why it cannot be chosen now. */
export interface OptionNow extends FormOption {
  readonly hidden?: string;
}

/** A field as things stand; `hidden` says why it is of no use now. */
export interface FieldNow extends Omit<FormField, 'options'> {
  readonly hidden?: string;
  readonly options?: readonly OptionNow[];
}

/** Whether KIE wants the field in this situation, by its rules. */
function isRequired(field: FormField, { model, input }: Situation): boolean {
  if (field.required) return true;
  return (model.rules ?? []).some((rule) => {
    if (rule.kind === 'required_if') return rule.field === field.name && holds(model, input, rule.when);
    if (rule.kind !== 'required_unless_present') return false;
    return rule.field === field.name && !rule.unless.some((name) => isChosen(input, name));
  });
}

/** The limits that the rules leave in this situation. */
function narrowed(field: FormField, { model, input }: Situation): Partial<FieldNow> {
  let { min, max, media } = field;
  for (const rule of model.rules ?? []) {
    if (rule.kind === 'range_if' && rule.field === field.name && holds(model, input, rule.when)) {
      if (rule.min !== undefined) min = Math.max(min ?? rule.min, rule.min);
      if (rule.max !== undefined) max = Math.min(max ?? rule.max, rule.max);
    }
    if (
      rule.kind === 'max_items_if' &&
      rule.field === field.name &&
      media &&
      holds(model, input, rule.when)
    ) {
      media = { ...media, max: Math.min(media.max ?? rule.maxItems, rule.maxItems) };
    }
  }
  return {
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(media !== undefined && { media }),
  };
}

/**
 * The form as it stands after what a person has chosen: the fields of `formOf`, in the same order, with the reason why a
 * field or an option is out of reach, and with the limits that hold now. Nothing is left out, so that a screen can
 * show what is hidden, or say why.
 *
 * @param input what was chosen so far; defaults count where nothing was
 *
 * @example
 * const form = formNow(model, { first_frame_url: photo }, 'en');
 * form.find((field) => field.name === 'reference_image_urls')?.hidden; // Not together with “First frame”
 */
export function formNow(
  model: Model,
  input: FormInput,
  language: Language,
  tables?: Catalogue['valueLabels'],
): FieldNow[] {
  const situation: Situation = { model, input, language };
  return formOf(model, language, tables).map((field) => {
    const hidden = whyFieldHidden(field.name, situation);
    const options = field.options?.map((option): OptionNow => {
      const why = whyOptionHidden(field.name, option.value, situation);
      return why === undefined ? option : { ...option, hidden: why };
    });
    return {
      ...field,
      ...narrowed(field, situation),
      required: isRequired(field, situation) && hidden === undefined,
      ...(hidden !== undefined && { hidden }),
      ...(options !== undefined && { options }),
    };
  });
}
