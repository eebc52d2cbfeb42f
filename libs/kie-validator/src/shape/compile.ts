import type { Field, Finder, Model } from '@kie/registry';
import type { GenericSchema } from 'valibot';
import { createFieldSuggester, lazyFinder } from '../suggest-field.ts';
import { leafFits, listFits, type Fits } from './fits.ts';
import { leafing, leafSchema, listSchema } from './leaf-schema.ts';

/** A field made ready for checking: its own schema, and what its items or its inner fields are. */
export interface CompiledField {
  readonly field: Field;
  readonly schema: GenericSchema;
  /** Says at little cost that a value is right. */
  readonly fits: Fits;
  /** The allowed value that is spelled like a wrong one. */
  readonly find: Finder;
  readonly item?: CompiledField;
  readonly object?: CompiledObject;
}

/** The fields of an object by name, and the names that are known to be older spellings of one. */
export interface CompiledObject {
  readonly fields: ReadonlyMap<string, CompiledField>;
  readonly renamed: ReadonlyMap<string, string>;
  /** The field that was probably meant by an unknown name. */
  readonly suggest: (name: string) => string | undefined;
}

/** An item as a field of its own: it keeps the limits of its values and loses those of the list. */
function itemOf(field: Field): Field {
  const { itemType, itemItems, minItems: _min, maxItems: _max, default: _default, ...shared } = field;
  return {
    ...shared,
    type: field.values === undefined ? (itemType ?? 'string') : 'enum',
    // An inner list may be empty: `bbox_list` has one for each image, also for those without a box.
    required: itemType !== 'array',
    ...(typeof itemItems === 'object' && { itemType: 'object', itemFields: itemItems }),
  };
}

function compileField(field: Field): CompiledField {
  const find = lazyFinder(() => (field.values ?? []).map(String));
  if (field.type === 'array') {
    // A list of lists without a description of the inner one: only its being a list is known.
    const open = field.itemType === undefined && field.values === undefined && field.itemFields === undefined;
    const item = open ? undefined : compileField(itemOf(field));
    return {
      field,
      schema: listSchema(field),
      find,
      fits: listFits(field, item?.fits),
      ...(item && { item }),
    };
  }
  const leaf = leafing(field);
  return {
    field,
    schema: leafSchema(leaf),
    find,
    fits: leafFits(field, leaf),
    ...(field.type === 'object' && field.itemFields && { object: compileObject(field.itemFields) }),
  };
}

function compileObject(fields: readonly Field[]): CompiledObject {
  return {
    suggest: createFieldSuggester(fields),
    fields: new Map(fields.map((field) => [field.name, compileField(field)])),
    renamed: new Map(
      fields.flatMap(({ name, docName }) =>
        docName === undefined || docName === name ? [] : [[docName, name]],
      ),
    ),
  };
}

/** Compiles a model's fields; a few dozen microseconds, worth keeping for a model that is used more than once. */
export function compileModel(model: Model): CompiledObject {
  return compileObject(model.fields);
}
