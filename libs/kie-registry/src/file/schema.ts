import * as v from 'valibot';
import type { Catalogue, Field, ModelType } from '../model.ts';
import {
  amount,
  closed,
  count,
  day,
  fieldName,
  flag,
  listOf,
  modelId,
  oneOf,
  scheme,
  show,
  size,
  text,
  value,
  values,
  when,
} from './schema-parts.ts';
import { confidence, ruleSchema } from './schema-rule.ts';

// The types in src/model.ts say the same to people and to the compiler; the last lines hold the two together.

const MODEL_TYPES = [
  'text_to_image',
  'image_to_image',
  'image_edit',
  'outpaint',
  'upscale',
  'background_removal',
  'layer_decomposition',
  'image_segmentation',
  'image_analysis',
  'text_to_video',
  'image_to_video',
  'reference_to_video',
  'video_to_video',
  'video_edit',
  'video_extend',
  'motion_control',
  'speech_to_video',
  'lip_sync',
  'video_upscale',
  'watermark_removal',
  'audio_to_video',
  'character_create',
  'text_to_speech',
  'speech_to_text',
  'text_to_audio',
  'audio_to_audio',
  'text_to_music',
  'music_extend',
  'music_edit',
  'voice_clone',
  'audio_to_image',
  'audio_to_text',
  'text_to_text',
] as const satisfies readonly ModelType[];

const type = oneOf('type', MODEL_TYPES);
const output = oneOf('output', ['image', 'video', 'audio', 'text']);

const media = closed('media', {
  kind: oneOf('the kind of media', ['image', 'video', 'audio', 'file', 'webpage', 'image_or_video']),
  schemes: v.exactOptional(listOf(scheme)),
  mime: v.exactOptional(listOf(text)),
  extensions: v.exactOptional(listOf(text)),
  maxMb: v.exactOptional(size),
  minSidePx: v.exactOptional(count),
  maxSidePx: v.exactOptional(count),
  minPixels: v.exactOptional(count),
  maxPixels: v.exactOptional(count),
  minAspect: v.exactOptional(size),
  maxAspect: v.exactOptional(size),
  minSeconds: v.exactOptional(size),
  maxSeconds: v.exactOptional(size),
  maxTotalSeconds: v.exactOptional(size),
  minFps: v.exactOptional(size),
  maxFps: v.exactOptional(size),
  maxPages: v.exactOptional(count),
  minResolution: v.exactOptional(text),
  maxResolution: v.exactOptional(text),
});

const fieldEntries = {
  name: fieldName,
  type: oneOf('type', ['string', 'integer', 'number', 'boolean', 'enum', 'array', 'object']),
  required: flag,
  description: text,
  default: v.exactOptional(
    v.union([value, v.array(value)], (issue) => `cannot be a default: ${show(issue.input)}`),
  ),
  values: v.exactOptional(values),
  valueType: v.exactOptional(oneOf('valueType', ['string', 'integer', 'number', 'boolean'])),
  labels: v.exactOptional(text),
  minLength: v.exactOptional(count),
  maxLength: v.exactOptional(count),
  min: v.exactOptional(amount),
  max: v.exactOptional(amount),
  step: v.exactOptional(size),
  specialValues: v.exactOptional(values),
  pattern: v.exactOptional(text),
  itemType: v.exactOptional(oneOf('itemType', ['string', 'integer', 'number', 'object', 'array'])),
  itemItems: v.exactOptional(text),
  minItems: v.exactOptional(count),
  maxItems: v.exactOptional(count),
  media: v.exactOptional(media),
  ref: v.exactOptional(oneOf('ref', ['kie_task_id', 'kie_audio_id'])),
  observedTypes: v.exactOptional(listOf(text)),
  requiredSince: v.exactOptional(text),
  mayBeEmpty: v.exactOptional(flag),
  deprecated: v.exactOptional(flag),
  docName: v.exactOptional(text),
  confidence: v.exactOptional(confidence),
  note: v.exactOptional(text),
};

const fieldSchema: v.GenericSchema<unknown, Field> = closed('a field', {
  ...fieldEntries,
  itemFields: v.exactOptional(listOf(v.lazy(() => fieldSchema))),
});

const price = closed('price', {
  unit: oneOf('unit', [
    'image',
    'megapixel',
    'video',
    'second',
    'minute',
    'generation',
    'layer',
    'request',
    '1000_characters',
    'million_output_audio_tokens',
  ]),
  countOf: v.exactOptional(text),
  lengthFrom: v.exactOptional(listOf(fieldName)),
  inputSeconds: v.exactOptional(listOf(fieldName)),
  maxUnits: v.exactOptional(size),
  extras: v.exactOptional(
    listOf(closed('a surcharge', { field: fieldName, credits: size, free: v.exactOptional(count) })),
  ),
  dependsOn: v.exactOptional(listOf(fieldName)),
  tiers: listOf(closed('a tier', { credits: size, when: v.exactOptional(when) })),
  asOf: day,
  source: text,
  confidence: v.exactOptional(confidence),
  note: v.exactOptional(text),
  earlier: v.exactOptional(text),
});

const model = closed('a model', {
  id: modelId,
  title: text,
  vendor: text,
  api: oneOf('api', ['jobs', 'veo', 'flux-kontext', 'runway', 'suno', 'gpt4o-image', 'midjourney']),
  type,
  modes: v.exactOptional(listOf(type)),
  output,
  status: oneOf('status', ['active', 'legacy', 'unlisted', 'retired', 'reference']),
  useInstead: v.exactOptional(listOf(modelId)),
  unifiedAs: v.exactOptional(modelId),
  fields: v.array(fieldSchema, (issue) => `must be a list of fields, not ${show(issue.input)}`),
  rules: v.exactOptional(listOf(ruleSchema)),
  formerFields: v.exactOptional(
    listOf(
      closed('a former field', {
        name: fieldName,
        type: v.exactOptional(text),
        until: v.exactOptional(text),
      }),
    ),
  ),
  price: v.exactOptional(price),
  typicalSeconds: v.exactOptional(listOf(size)),
  docsUrl: v.exactOptional(v.pipe(text, v.regex(/^https:\/\//, 'must be a URL with https://'))),
  source: closed('source', { repo: text, path: v.exactOptional(text), date: day }),
  confidence,
  notes: v.exactOptional(listOf(text)),
});

const aboutType = closed('a model type', { title: text, output, base: text });

const valueLabels = v.record(
  text,
  listOf(closed('a label', { value, name: text, images: v.exactOptional(count) })),
  'valueLabels must be a map of tables',
);
const wrongIds = v.array(closed('a wrong id', { id: modelId, use: modelId, why: v.exactOptional(text) }));
const models = v.array(model, (issue) => `models must be a list of models, not ${show(issue.input)}`);
const format = v.literal(1, 'format must be 1');

/** The catalogue as the file has it. Mistakes that need more than one place are found by `crossMistakes`. */
export const catalogueSchema: v.GenericSchema<unknown, Catalogue> = closed('the catalogue', {
  format,
  compiled: day,
  creditUsd: size,
  modelTypes: v.strictObject(
    Object.fromEntries(MODEL_TYPES.map((name) => [name, aboutType])) as Record<ModelType, typeof aboutType>,
    'modelTypes must explain exactly the types that src/model.ts knows',
  ),
  valueLabels,
  wrongIds,
  models,
});

/** What a file that is laid over a catalogue may have. */
export type Overlay = Pick<Catalogue, 'format'> &
  Partial<Pick<Catalogue, 'valueLabels' | 'wrongIds' | 'models'>>;

/** An overlay as the file has it. */
export const overlaySchema: v.GenericSchema<unknown, Overlay> = closed('the overlay', {
  format,
  valueLabels: v.exactOptional(valueLabels),
  wrongIds: v.exactOptional(wrongIds),
  models: v.exactOptional(models),
});
