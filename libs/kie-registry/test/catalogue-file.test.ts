import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { loadCatalogue } from '../src/file/load.ts';
import { CatalogueError } from '../src/file/mistake.ts';
import { parseSource } from '../src/file/source.ts';

const file = resolve(import.meta.dirname, '../../../models/kie_models.yaml');
const good = smallCatalogue(await readFile(file, 'utf8'), [
  'z-image',
  'kling-2.6/text-to-video',
  'bytedance/seedance-2',
  'grok-imagine-video-1-5-preview',
  'kling/ai-avatar-pro',
  'kling/ai-avatar-v1-pro',
]);

/** The catalogue file with a few models only, so that reading it often is quick. */
function smallCatalogue(text: string, ids: readonly string[]): string {
  const [head = '', list = ''] = text.split('\nmodels:\n');
  const models = list
    .split(/^(?= {2}- id: )/m)
    .filter((entry) => ids.some((id) => entry.startsWith(`  - id: ${id}\n`)));
  const start = head.split('\nvalueLabels:\n')[0] ?? '';
  return `${start}\nvalueLabels: {}\nwrongIds: []\nmodels:\n${models.join('')}`;
}

function errorOf(read: () => unknown): CatalogueError {
  try {
    read();
  } catch (error) {
    if (error instanceof CatalogueError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

/** The catalogue file with one line changed, and the number of that line. */
function changed(pattern: RegExp, change: (line: string) => string): { text: string; line: number } {
  const lines = good.split('\n');
  const at = lines.findIndex((line) => pattern.test(line));
  if (at < 0) throw new Error(`no line fits ${String(pattern)}`);
  lines[at] = change(lines[at] ?? '');
  return { text: lines.join('\n'), line: at + 1 };
}

describe('a mistake in the catalogue file', () => {
  const field = /name: prompt, type: string, required: true, maxLength: 1000,/;
  const cases: readonly [string, RegExp, (line: string) => string, string][] = [
    [
      'a key with a typo',
      field,
      (line) => line.replace('maxLength', 'maxLenght'),
      'a field has no key maxLenght, did you mean maxLength?',
    ],
    [
      'a type with a typo',
      field,
      (line) => line.replace('string', 'strng'),
      'type cannot be "strng", did you mean string?; allowed: string, integer',
    ],
    [
      'a number as text',
      field,
      (line) => line.replace('1000', '"1000"'),
      'maxLength: must be a number, not "1000"',
    ],
    ['a missing key', /^ {4}title: Z-Image$/, () => '', 'a model lacks the key title'],
    [
      'a status with a typo',
      /^ {4}status: active$/,
      (line) => line.replace('active', 'activ'),
      'status cannot be "activ", did you mean active?',
    ],
    [
      'a rule kind with a typo',
      /kind: at_least_one_of/,
      (line) => line.replace('_of', '_off'),
      'there is no rule of the kind "at_least_one_off", did you mean at_least_one_of?',
    ],
    [
      'a key of another rule',
      /kind: requires,/,
      (line) => line.replace('needs:', 'need:'),
      'a rule of the kind requires has no key need, did you mean needs?',
    ],
    [
      'an unknown field in a rule',
      /kind: requires,/,
      (line) => line.replace('[first_frame_url]', '[first_frame]'),
      'has no field first_frame, did you mean first_frame_url?',
    ],
    [
      'an unknown field in a price',
      /when: \{ duration: "5", sound: false/,
      (line) => line.replace('sound:', 'sounds:'),
      'has no field sounds, did you mean sound?',
    ],
    [
      'an unquoted ratio',
      /values: \["1:1"/,
      (line) => line.replace('"1:1"', '61'),
      '61 is no string, as valueType says; mind the quotes',
    ],
    [
      'a default that is no value',
      /default: "1:1"/,
      (line) => line.replace('default: "1:1"', 'default: "9:1"'),
      '"9:1" is none of the values',
    ],
    [
      'a successor that does not exist',
      /useInstead: \[kling\/ai-avatar-pro\]/,
      (line) => line.replace('-pro', '-por'),
      'there is no model kling/ai-avatar-por, did you mean kling/ai-avatar-pro?',
    ],
    [
      'an id that is there twice',
      /^ {2}- id: z-image$/,
      (line) => line.replace('z-image', 'kling/ai-avatar-pro'),
      'the id kling/ai-avatar-pro is there twice',
    ],
    ['a tab', field, (line) => line.replace('      -', '\t-'), ''],
    ['a missing bracket', field, (line) => line.replace(' }', ''), ''],
  ];

  it.each(cases)('%s: one message with the place', (_name, pattern, change, expected) => {
    const { text, line } = changed(pattern, change);
    const error = errorOf(() => loadCatalogue(text, 'kie_models.yaml'));
    expect(error.message).toContain(expected);
    // A missing key belongs to its map, which starts earlier.
    const [first] = error.mistakes;
    expect(Math.abs((first?.place.line ?? 0) - line)).toBeLessThanOrEqual(1);
    expect(error.message).toMatch(/^kie_models\.yaml:\d+:\d+: /);
    if (expected !== '') expect(error.mistakes).toHaveLength(1);
  });

  it('shows several mistakes in the order of the file', () => {
    const text = good
      .replace('vendor: ByteDance', 'vendr: ByteDance')
      .replace('status: active', 'status: alive');
    const { mistakes } = errorOf(() => loadCatalogue(text, 'f'));
    expect(mistakes.length).toBeGreaterThanOrEqual(2);
    const lines = mistakes.map((mistake) => mistake.place.line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });
});

describe('a hostile file', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [now, last] of [
    ['b', 'a'],
    ['c', 'b'],
    ['d', 'c'],
    ['e', 'd'],
  ])
    bomb.push(`${now}: &${now} [${`*${last}, `.repeat(9)}]`);
  const cases: readonly [string, string, RegExp][] = [
    ['an alias bomb', bomb.join('\n'), /1:4: anchors .* not allowed/],
    ['an alias', 'a: *b', /1:4: aliases/],
    ['a tag', 'a: !!js/function x', /1:4: tags/],
    ['a directive', '%YAML 1.1\n---\na: 1', /1:1: directives/],
    ['a merge key', 'a: { <<: { b: 1 } }', /1:6: the key << is not allowed/],
    ['__proto__', 'models:\n  - __proto__: { polluted: true }', /2:5: the key __proto__ is not allowed/],
    [
      'constructor',
      '{ constructor: { prototype: { polluted: true } } }',
      /1:3: the key constructor is not allowed/,
    ],
    ['a key that is a list', '? [a, b]\n: c', /1:3: a key must be text/],
    ['a key that is a number', '1: a', /1:1: a key must be text/],
    ['a key that is there twice', 'a: 1\na: 2', /2:1: /],
    ['two documents', 'a: 1\n---\nb: 2', /2:1: /],
    ['100,000 brackets', '['.repeat(100_000), /1:33: nested too deeply/],
    ['100,000 braces', '{a: '.repeat(100_000), /nested too deeply/],
    ['100,000 dashes', '- '.repeat(100_000), /nested too deeply/],
    [
      'deep indentation',
      Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      /34:35: nested too deeply/,
    ],
    ['more than 1 MiB', `a: ${'x'.repeat(1024 * 1024)}`, /at most 1048576 \(1 MiB\)/],
    ['an empty file', '', /the catalogue must be a map/],
    ['a list', '- a', /the catalogue must be a map/],
    ['a number beyond 2^53', 'format: 9007199254740993', /format must be 1/],
  ];

  it.each(cases)('%s is refused with the place', (_name, text, message) => {
    const error = errorOf(() => loadCatalogue(text, 'hostile.yaml'));
    expect(error.message).toMatch(message);
    expect(error.message.length).toBeLessThan(5000);
  });

  it('would overflow the stack of the parser without the check', () => {
    // Why the check is there: the parser alone does not get through this.
    const deep = '['.repeat(100_000);
    const naive = (): unknown => {
      const document = parseDocument(deep);
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJS();
    };
    expect(naive).toThrow(/stack|nest/i);
    expect(() => parseSource(deep, 'f')).toThrow(/nested too deeply, at most 32/);
  });

  it('changes no prototype', () => {
    expect(() => parseSource('__proto__: { polluted: true }', 'f')).toThrow('not allowed');
    expect('polluted' in {}).toBe(false);
  });
});
