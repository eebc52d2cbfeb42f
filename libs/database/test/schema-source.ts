import { readFileSync } from 'node:fs';

/** A column as `schema.ts` describes it. */
export interface ColumnType {
  readonly kind: 'number' | 'string' | 'boolean' | 'time' | 'json' | 'decimal' | 'numbers';
  readonly nullable: boolean;
  /** Whether an insert may leave it out. */
  readonly optional: boolean;
  readonly generated: boolean;
}

/** Reads the tables out of `src/schema.ts`, which is one interface a table and one line a column. */
export function readSchemaSource(): Map<string, Map<string, ColumnType>> {
  const source = readFileSync(new URL('../src/schema.ts', import.meta.url), 'utf8');
  const interfaces = new Map(
    [...source.matchAll(/interface (\w+) \{\n(.*?)\n\}/gs)].map(([, name = '', body = '']) => [
      name,
      readLines(body),
    ]),
  );
  const tables = [...(interfaces.get('Database') ?? [])];
  return new Map(
    tables.map(([table, type]) => {
      const columns = interfaces.get(type);
      if (columns === undefined) throw new Error(`schema.ts names ${type}, but has no such interface`);
      return [table, new Map([...columns].map(([column, text]) => [column, describe(text)]))];
    }),
  );
}

function readLines(body: string): Map<string, string> {
  return new Map([...body.matchAll(/^ {2}(\w+): (.+);$/gm)].map(([, name = '', type = '']) => [name, type]));
}

function describe(type: string): ColumnType {
  const [, wrapper = '', inner = ''] = /^(\w+)<(.*)>$/.exec(type) ?? [];
  const isDecimal = type === 'Decimal';
  const nullable = type.endsWith('| null') || wrapper === 'JsonNull' || isDecimal || inner.endsWith('| null');
  const generated = wrapper === 'GeneratedAlways';
  const hasDefault = generated || ['Generated', 'JsonDefault'].includes(wrapper) || type === 'TimeDefault';
  return { kind: kindOf(type, wrapper, inner), nullable, optional: nullable || hasDefault, generated };
}

function kindOf(type: string, wrapper: string, inner: string): ColumnType['kind'] {
  if (type === 'Decimal') return 'decimal';
  if (type.startsWith('Time')) return 'time';
  if (wrapper.startsWith('Json')) return 'json';
  const plain = (inner === '' ? type : inner).replace(' | null', '');
  if (plain === 'number' || plain === 'boolean') return plain;
  return plain === 'number[]' ? 'numbers' : 'string';
}
