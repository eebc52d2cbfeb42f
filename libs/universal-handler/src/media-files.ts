import type { Field } from '@kie/registry';

/** A file as a caller may put it into a media field. A `File` is a `Blob`, a `Buffer` is a `Uint8Array`. */
export type MediaFile = Blob | Uint8Array;

/** Whether the value is a file that the handler uploads. */
export function isMediaFile(value: unknown): value is MediaFile {
  return value instanceof Blob || value instanceof Uint8Array;
}

type Replace = (file: MediaFile) => unknown;

function mapField(field: Field, value: unknown, replace: Replace): unknown {
  if (field.media !== undefined) {
    if (isMediaFile(value)) return replace(value);
    return Array.isArray(value)
      ? value.map((item: unknown) => (isMediaFile(item) ? replace(item) : item))
      : value;
  }
  if (field.itemFields !== undefined) {
    const { itemFields } = field;
    const one = (item: unknown) => mapObject(itemFields, item, replace);
    return Array.isArray(value) ? value.map(one) : one(value);
  }
  return value;
}

function mapObject(fields: readonly Field[], value: unknown, replace: Replace): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = { ...value };
  for (const field of fields) {
    if (Object.hasOwn(copy, field.name)) copy[field.name] = mapField(field, copy[field.name], replace);
  }
  return copy;
}

/** The payload with every file at a media field replaced; files elsewhere, and the payload itself, stay as they are. */
export function replaceFiles(
  fields: readonly Field[],
  payload: Readonly<Record<string, unknown>>,
  replace: Replace,
): Record<string, unknown> {
  return mapObject(fields, payload, replace) as Record<string, unknown>;
}

/** The files at media fields, each object once. */
export function findFiles(
  fields: readonly Field[],
  payload: Readonly<Record<string, unknown>>,
): readonly MediaFile[] {
  const files = new Set<MediaFile>();
  replaceFiles(fields, payload, (file) => files.add(file));
  return [...files];
}
