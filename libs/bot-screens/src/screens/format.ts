import type { FormField } from '@kie/model-forms';
import type { Model } from '@kie/registry';
import type { Texts } from '../texts/index.ts';

/** A value as people read it: the label of a choice, on or off, a number. Undefined when nothing is set. */
export function shownValue(texts: Texts, field: FormField, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'boolean') return value ? texts.option.on : texts.option.off;
  const option = field.options?.find((candidate) => candidate.value === value);
  if (option) return option.label;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Seconds or minutes, rounded as people say them. */
export function shownSeconds(texts: Texts, seconds: number): string {
  return seconds < 90
    ? texts.seconds(Math.max(1, Math.round(seconds)))
    : texts.minutes(Math.round(seconds / 60));
}

/** How long the model usually takes, from the measured runs of the catalogue. */
export function usualTime(texts: Texts, model: Model): string | undefined {
  const runs = model.typicalSeconds?.toSorted((a, b) => a - b);
  const median = runs?.[Math.floor(runs.length / 2)];
  return median === undefined ? undefined : shownSeconds(texts, median);
}

/** Bytes as people say them. */
export function shownBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Unicode code points, the unit in which KIE's limits are read: an emoji made of several counts several. */
export function codePoints(text: string): number {
  return Array.from(text).length;
}
