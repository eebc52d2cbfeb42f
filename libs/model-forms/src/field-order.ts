import type { Field } from '@kie/registry';
import { plainName } from './language.ts';

/**
 * How much a field matters to a person who wants a result soon: `main` ones are asked for, `usual` ones are offered,
 * `advanced` ones are there for those who look for them.
 */
export type Importance = 'main' | 'usual' | 'advanced';

/** The text that a generation is about; the first that a model has comes first. */
const PROMPTS = ['prompt', 'text', 'dialogue', 'dialogue_turns', 'content', 'lyrics'];

/** Options that people change, in the order they think of them. */
const USUAL = [
  'model',
  'voice',
  'language_code',
  'custom_mode',
  'instrumental',
  'style',
  'title',
  'vocal_gender',
  'template_id',
  'aspect_ratio',
  'ratio',
  'image_size',
  'size',
  'mode',
  'quality',
  'rendering_speed',
  'enable_pro',
  'resolution',
  'image_resolution',
  'output_resolution',
  'duration',
  'extend_times',
  'sound',
  'audio',
  'generate_audio',
  'generate_audio_switch',
  'upscale_factor',
  'num_images',
  'n',
  'max_images',
  'background',
  'output_format',
  'speed',
  'negative_prompt',
];

const RANK: ReadonlyMap<string, number> = new Map([...PROMPTS, ...USUAL].map((name, i) => [name, i]));

export function importanceOf(field: Field): Importance {
  const name = plainName(field.name);
  if (field.deprecated === true) return 'advanced';
  if (PROMPTS.includes(name) || (field.required && field.default === undefined)) return 'main';
  return USUAL.includes(name) || field.media !== undefined ? 'usual' : 'advanced';
}

/** The prompt, required media, other required fields, media that may be added, usual options, the rest. */
export function inFormOrder(fields: readonly Field[]): Field[] {
  const rank = (field: Field): number => RANK.get(plainName(field.name)) ?? RANK.size;
  return fields
    .map((field, place) => ({ field, group: groupOf(field), rank: rank(field), place }))
    .sort((a, b) => a.group - b.group || a.rank - b.rank || a.place - b.place)
    .map(({ field }) => field);
}

function groupOf(field: Field): number {
  const importance = importanceOf(field);
  if (PROMPTS.includes(plainName(field.name)) && importance === 'main') return 0;
  if (importance === 'main') return field.media === undefined ? 2 : 1;
  if (importance === 'usual') return field.media === undefined ? 4 : 3;
  return 5;
}
