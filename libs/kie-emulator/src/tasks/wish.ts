import type { Model } from '@kie/registry';
import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** What a request asks for, whatever the model calls the field. */
const textFields = ['prompt', 'text', 'lyrics', 'content', 'title', 'style', 'description'];
const aspectFields = ['aspect_ratio', 'image_size', 'ratio', 'aspectRatio', 'size'];
const countFields = ['num_images', 'n', 'max_images'];

/** The words of the request: the prompt, or all lines of a dialogue. */
export function textOf(_model: Model, input: JsonObject): string {
  for (const name of textFields) {
    const value = input[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  for (const name of ['dialogue', 'dialogue_turns', 'multi_prompt']) {
    const lines = input[name];
    if (!Array.isArray(lines)) continue;
    const words = lines.map((line: unknown) => (isObject(line) ? (line['text'] ?? line['prompt']) : line));
    return words.filter((word) => typeof word === 'string').join('\n');
  }
  return '';
}

/** Width divided by height; undefined for "as the input" and for models that have no such field. */
export function aspectOf(input: JsonObject): number | undefined {
  for (const name of aspectFields) {
    const aspect = parseAspect(input[name]);
    if (aspect !== undefined) return aspect;
  }
  return undefined;
}

function parseAspect(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const ratio = /^(\d+):(\d+)$/.exec(value);
  if (ratio !== null) return Number(ratio[1]) / Number(ratio[2]);
  if (value.startsWith('square')) return 1;
  const named = /^(portrait|landscape)_(\d+)_(\d+)$/.exec(value);
  if (named === null) return undefined;
  const [short, long] = [Number(named[2]), Number(named[3])].toSorted((a, b) => a - b) as [number, number];
  return named[1] === 'portrait' ? short / long : long / short;
}

/** Side of a square of the asked size in pixels: 1024 for 1K. */
export function imageSide(input: JsonObject): number {
  for (const name of ['resolution', 'image_resolution', 'size', 'quality']) {
    const value = input[name];
    const size = typeof value === 'string' ? /^(\d+(?:\.\d+)?)K$/i.exec(value) : null;
    if (size !== null) return Number(size[1]) * 1024;
  }
  return input['image_size'] === 'square' ? 512 : 1024;
}

export function imageFormat(input: JsonObject): 'png' | 'jpeg' | 'webp' {
  const format = input['output_format'] ?? input['outputFormat'];
  if (format === 'jpg' || format === 'jpeg') return 'jpeg';
  return format === 'webp' ? 'webp' : 'png';
}

export function imageCount(model: Model, input: JsonObject): number {
  for (const name of countFields) {
    const field = model.fields.find((candidate) => candidate.name === name);
    const count = Number(field === undefined ? Number.NaN : (input[name] ?? field.default));
    if (count >= 1) return Math.min(12, Math.floor(count));
  }
  // Recorded in April 2026: one call of this model gave six pictures.
  return model.id === 'grok-imagine/text-to-image' ? 6 : 1;
}

/** Seconds that the request itself asks for; undefined when the model decides. */
export function askedSeconds(model: Model, input: JsonObject): number | undefined {
  const field = model.fields.find((candidate) => candidate.name === 'duration');
  const asked = Number(input['duration'] ?? field?.default);
  if (asked > 0) return asked;
  if (model.fields.some((candidate) => candidate.name === 'num_frames')) {
    const frames = Number(input['num_frames'] ?? 80);
    const rate = Number(input['frames_per_second'] ?? 16);
    if (frames > 0 && rate > 0) return frames / rate;
  }
  return undefined;
}

/** Whether a video comes with sound: as the request says, else by what the model makes. */
export function hasSound(model: Model, input: JsonObject): boolean {
  for (const name of ['sound', 'generate_audio', 'audio', 'enable_audio']) {
    const field = model.fields.find((candidate) => candidate.name === name && candidate.type === 'boolean');
    if (field !== undefined) return (input[name] ?? field.default) === true;
  }
  const talking = ['speech_to_video', 'lip_sync', 'audio_to_video'].includes(model.type);
  return talking || model.id.startsWith('veo');
}

/** Seconds of video or audio to expect; texts that are to be spoken take their own time. */
export function secondsOf(model: Model, input: JsonObject): number {
  const asked = askedSeconds(model, input);
  if (asked !== undefined) return asked;
  if (model.output !== 'audio') return 5;
  if (model.type === 'text_to_speech') {
    // Fifteen characters a second is an unhurried reader.
    return Math.min(300, Math.max(1, Array.from(textOf(model, input)).length / 15));
  }
  return model.type === 'text_to_audio' ? 8 : 20;
}
