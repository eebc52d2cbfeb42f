import type { Field, FieldValue, Model, When } from './model.ts';

/** What a person gave so far; values are checked elsewhere. */
export type Input = Readonly<Record<string, unknown>>;

/** Whether conditions hold, or cannot be told from the input. */
export type Verdict = 'yes' | 'no' | 'unknown';

export function fieldOf(model: Model, name: string): Field | undefined {
  return model.fields.find((field) => field.name === name);
}

/** The value of a field: the given one, else the default of the field. */
export function valueOf(model: Model, input: Input, name: string): unknown {
  return given(input, name) ?? fieldOf(model, name)?.default;
}

/** A value the person set; null and empty lists count as not set. */
export function given(input: Input, name: string): unknown {
  const value = Object.hasOwn(input, name) ? input[name] : undefined;
  return value === null || (Array.isArray(value) && value.length === 0) ? undefined : value;
}

/**
 * Whether the conditions of a price or a rule hold. A field that is not set and has no default leaves the verdict
 * open, as do words like `source` that stand for something only KIE knows.
 */
export function verdictOf(when: When, model: Model, input: Input): Verdict {
  let verdict: Verdict = 'yes';
  for (const [name, wanted] of Object.entries(when)) {
    const one = verdictOfField(name, wanted, model, input);
    if (one === 'no') return 'no';
    if (one === 'unknown') verdict = 'unknown';
  }
  return verdict;
}

function verdictOfField(
  name: string,
  wanted: FieldValue | readonly FieldValue[],
  model: Model,
  input: Input,
): Verdict {
  if (wanted === 'present' || wanted === 'absent') {
    return (given(input, name) !== undefined) === (wanted === 'present') ? 'yes' : 'no';
  }
  const value = name === 'video_input' ? hasVideo(model, input) : valueOf(model, input, name);
  if (value === undefined) return 'unknown';
  if (typeof value === 'object') return 'no';
  const list = Array.isArray(wanted) ? (wanted as readonly FieldValue[]) : [wanted as FieldValue];
  // "5" and 5 mean the same length; which of them the model wants is the validator's business.
  return list.some((one) => String(one) === `${value as FieldValue}`) ? 'yes' : 'no';
}

function hasVideo(model: Model, input: Input): boolean {
  return model.fields.some(
    (field) => field.media?.kind === 'video' && given(input, field.name) !== undefined,
  );
}
