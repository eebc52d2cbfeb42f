import type { Catalogue, Field, FieldValue, Model, ModelStatus } from '../src/model.ts';
import { GENERATED } from './emit-data.ts';

/** Who the type is for: a person's input, or the payload as KIE wants it. */
type Side = 'input' | 'payload';

/** Models that can be called; retired and invented ids have no types. */
function callable(model: Model): boolean {
  return model.status === 'active' || model.status === 'legacy' || model.status === 'unlisted';
}

/** The module with unions of ids. */
export function emitIds(catalogue: Catalogue): string {
  const ids = (wanted: (model: Model) => boolean): string =>
    union(catalogue.models.filter(wanted).map((m) => m.id));
  const withStatus = (...status: ModelStatus[]): string => ids((model) => status.includes(model.status));
  const ofOutput = (output: string): string => ids((model) => callable(model) && model.output === output);
  const types = Object.keys(catalogue.modelTypes)
    .map((type) => `  ${type}: ${ids((model) => callable(model) && model.type === type)};\n`)
    .join('');
  return `${GENERATED}
/** Ids of models that KIE lists today. */
export type ActiveModelId = ${withStatus('active')};

/** Ids that KIE may still take although it no longer lists them: older names, and models without a page. */
export type OldModelId = ${withStatus('legacy', 'unlisted')};

/** Every id that can be called. */
export type ModelId = ActiveModelId | OldModelId;

/** Ids that were callable once. */
export type RetiredModelId = ${withStatus('retired')};

/** Ids whose results are images. */
export type ImageModelId = ${ofOutput('image')};

/** Ids whose results are videos. */
export type VideoModelId = ${ofOutput('video')};

/** Ids whose results are audio. */
export type AudioModelId = ${ofOutput('audio')};

/** Ids whose results are text or data. */
export type TextModelId = ${ofOutput('text')};

/** The callable ids of each model type. */
export interface ModelIdsByType {
${types}}
`;
}

/** The module with the inputs, keyed by id. */
export function emitInputs(catalogue: Catalogue): string {
  return `${GENERATED}
import type { MediaInput } from '../media-input.ts';

/** What a person gives for each model: fields with a default may be left out, media may be files. */
export interface ModelInputs {
${entries(catalogue, 'input')}}
`;
}

/** The module with the payloads, keyed by id. */
export function emitPayloads(catalogue: Catalogue): string {
  return `${GENERATED}
/** What KIE takes for each model: every required field, media as URLs. */
export interface ModelPayloads {
${entries(catalogue, 'payload')}}
`;
}

/**
 * Models that are gone keep their types, marked as deprecated: code that names one goes on compiling, and an editor
 * says what to use.
 */
function entries(catalogue: Catalogue, side: Side): string {
  return catalogue.models
    .filter((model) => model.status !== 'reference')
    .map((model) => {
      const page = model.docsUrl === undefined ? '' : `. ${model.docsUrl}`;
      const heading = `${deprecation(model)}${model.title} (${model.vendor}), ${model.type}${page}`;
      return `${doc(heading, '  ')}  ${quote(model.id)}: ${object(model.fields, side, '  ')};\n`;
    })
    .join('');
}

function deprecation({ status, useInstead }: Model): string {
  const use = useInstead === undefined ? '' : ` Use ${useInstead.join(' or ')}.`;
  if (status === 'retired') return `@deprecated KIE has retired it.${use} `;
  return status === 'legacy' ? `@deprecated An older name.${use} ` : '';
}

function object(fields: readonly Field[], side: Side, indent: string): string {
  const inner = `${indent}  `;
  const members = fields.map((field) => {
    const optional = field.required && (side === 'payload' || field.default === undefined) ? '' : '?';
    const comment = side === 'input' ? doc(describe(field), inner) : '';
    return `${comment}${inner}${field.name}${optional}: ${typeOf(field, side, inner)};\n`;
  });
  return `{\n${members.join('')}${indent}}`;
}

function typeOf(field: Field, side: Side, indent: string): string {
  if (field.type === 'array') return arrayType(field, side, indent);
  if (field.values !== undefined) return union(field.values);
  return scalar(field.type, field, side);
}

function arrayType(field: Field, side: Side, indent: string): string {
  if (field.itemFields !== undefined) return `readonly ${object(field.itemFields, side, indent)}[]`;
  if (field.itemType === 'array') return 'readonly (readonly unknown[])[]';
  const item = scalar(field.itemType ?? 'string', field, side);
  return `readonly ${item}[]`;
}

function scalar(type: string, field: Field, side: Side): string {
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'boolean';
  if (type === 'object') return 'Readonly<Record<string, unknown>>';
  return field.media !== undefined && side === 'input' && field.media.kind !== 'webpage'
    ? 'MediaInput'
    : 'string';
}

function describe(field: Field): string {
  // A tag counts only at the start of a comment.
  const facts = [field.deprecated === true ? `@deprecated ${field.description}` : field.description];
  if (field.default !== undefined) facts.push(`Default ${JSON.stringify(field.default)}.`);
  if (field.min !== undefined || field.max !== undefined) facts.push(`${range(field.min, field.max)}.`);
  if (field.maxLength !== undefined) facts.push(`At most ${field.maxLength} characters.`);
  if (field.maxItems !== undefined) facts.push(`${range(field.minItems, field.maxItems)} items.`);
  if (field.media?.maxMb !== undefined) facts.push(`Up to ${field.media.maxMb} MB.`);
  return facts.join(' ');
}

function range(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `At most ${max}`;
  return max === undefined ? `At least ${min}` : `${min} to ${max}`;
}

function union(values: readonly FieldValue[]): string {
  if (values.length === 0) return 'never';
  return values.map((value) => (typeof value === 'string' ? quote(value) : String(value))).join(' | ');
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function doc(text: string, indent: string): string {
  return `${indent}/** ${text.replaceAll('*/', '*\\/')} */\n`;
}
