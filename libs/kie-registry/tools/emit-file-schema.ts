import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

/** A part of a JSON Schema document. */
type Part = { [keyword: string]: unknown };

/** The comments of the types, by interface and key. */
type Comments = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Reads the comments of src/model.ts, which is the manual of the file. */
export function commentsOf(source: string): Comments {
  const all = new Map<string, Map<string, string>>();
  for (const [, name = '', body = ''] of source.matchAll(/export interface (\w+) \{\n([\s\S]*?)\n\}/g)) {
    const keys = new Map<string, string>();
    for (const [, comment = '', key = ''] of body.matchAll(
      /^ {2}\/\*\*([\s\S]*?)\*\/\n {2}readonly (\w+)/gm,
    )) {
      keys.set(key, comment.replaceAll(/\s*\n\s*\*\s?/g, ' ').trim());
    }
    all.set(name, keys);
  }
  return all;
}

/** An interface by keys that no other has. */
const MARKS: readonly (readonly [name: string, key: string])[] = [
  ['Model', 'useInstead'],
  ['Field', 'mayBeEmpty'],
  ['MediaLimits', 'maxTotalSeconds'],
  ['Price', 'inputSeconds'],
];

function describe(part: unknown, comments: Comments): void {
  if (typeof part !== 'object' || part === null) return;
  const { properties } = part as { properties?: Record<string, Part> };
  const name = MARKS.find(([, key]) => properties?.[key] !== undefined)?.[0];
  for (const [key, text] of comments.get(name ?? '') ?? []) {
    const property = properties?.[key];
    if (property !== undefined) property['description'] = text;
  }
  for (const inner of Object.values(part)) describe(inner, comments);
}

/**
 * A JSON Schema of a file, for completion and squiggles in an editor. It says what the schema in src/file says, without
 * what needs a look at two places at once.
 */
export function emitFileSchema(title: string, schema: GenericSchema, modelSource: string): string {
  const document = toJsonSchema(schema, { target: 'draft-2020-12', errorMode: 'ignore' }) as Part;
  describe(document, commentsOf(modelSource));
  const head = { $comment: 'Generated from libs/kie-registry/src/file/schema.ts. Do not edit.', title };
  return `${JSON.stringify({ ...head, ...document }, undefined, 1)}\n`;
}
