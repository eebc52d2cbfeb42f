import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Mistake, Place } from './mistake.ts';
import { CatalogueError, placeAt } from './mistake.ts';
import { sourceMistake } from './source-limits.ts';

/** A way into the data: keys of maps and positions in lists. */
export type Path = readonly (string | number)[];

/** The data of a YAML text, and where in the text each piece of it stands. */
export interface Source {
  readonly value: unknown;
  /** The place of the value at a path, or of its key; the nearest enclosing one when it is not there. */
  placeOf(path: Path, part?: 'key' | 'value'): Place;
}

/** Keys that would change an object's prototype when somebody merges the data, and YAML's merge key. */
const REFUSED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype', '<<']);

/**
 * Reads YAML 1.2 without anchors, aliases, tags, directives and merge keys.
 *
 * @throws CatalogueError with every mistake the parser finds.
 */
export function parseSource(text: string, file: string): Source {
  const early = sourceMistake(text);
  if (early !== undefined) throw new CatalogueError(file, [early]);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    merge: false,
    strict: true,
    uniqueKeys: true,
    logLevel: 'error',
  });
  const mistakes: Mistake[] = document.errors.map((error) => ({
    place: placeAt(text, error.pos[0]),
    message: error.message,
  }));
  if (mistakes.length === 0) mistakes.push(...keyMistakes(text, document));
  if (mistakes.length > 0) throw new CatalogueError(file, mistakes);
  return {
    value: document.toJS({ maxAliasCount: 0 }) as unknown,
    placeOf: (path, part = 'value') => placeAt(text, offsetOf(document, path, part)),
  };
}

function keyMistakes(text: string, document: Document): Mistake[] {
  const found: Mistake[] = [];
  const look = (node: unknown): void => {
    if (isSeq(node)) node.items.forEach(look);
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      const wrong = keyMistake(key);
      if (wrong !== undefined) {
        const offset = (key as Node | null)?.range?.[0] ?? node.range?.[0] ?? 0;
        found.push({ place: placeAt(text, offset), message: wrong });
      }
      look(value);
    }
  };
  look(document.contents);
  return found;
}

function keyMistake(key: unknown): string | undefined {
  if (!isScalar(key) || typeof key.value !== 'string')
    return 'a key must be text; quote it when it looks like a number';
  return REFUSED_KEYS.has(key.value) ? `the key ${key.value} is not allowed` : undefined;
}

function offsetOf(document: Document, path: Path, part: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const [depth, step] of path.entries()) {
    const pair = isMap(node) ? node.items.find((p) => isScalar(p.key) && p.key.value === step) : undefined;
    const next: unknown = pair ?? (isSeq(node) && typeof step === 'number' ? node.items[step] : undefined);
    if (next === undefined) break;
    const last = depth === path.length - 1;
    const target = isPair(next) ? (last && part === 'key' ? next.key : (next.value ?? next.key)) : next;
    offset = (target as Node).range?.[0] ?? offset;
    node = isPair(next) ? next.value : next;
  }
  return offset;
}
