import type { Rule } from '@kie/registry';
import { describe, expect, it } from 'vitest';
import { check, field, problems, warnings } from '../../test/small-catalogue.ts';

const list = { type: 'array', itemType: 'string' } as const;
const fields = [
  field('prompt'),
  field('image'),
  field('images', list),
  field('videos', list),
  field('audio', { type: 'boolean' }),
  field('multi', { type: 'boolean' }),
  field('auto', { type: 'boolean', default: true }),
  field('ratio', { type: 'enum', values: ['auto', '1:1', '16:9'], default: 'auto' }),
  field('size', { type: 'enum', values: ['1K', '2K', '4K'] }),
  field('n', { type: 'integer' }),
  field('duration', { type: 'integer', default: 5 }),
  field('seconds'),
  field('shots', {
    type: 'array',
    itemType: 'object',
    itemFields: [field('text', { required: true }), field('duration', { type: 'number', required: true })],
  }),
];
const shot = (text: string, duration: number) => ({ text, duration });

/** Each rule with inputs that keep it and inputs that break it, and the place where the problem is reported. */
const cases: readonly (readonly [
  rule: Rule,
  kept: object[],
  broken: (readonly [input: object, path: string])[],
])[] = [
  [
    { kind: 'at_least_one_of', fields: ['prompt', 'images'] },
    [{ prompt: 'x' }, { images: ['x'] }, { prompt: 'x', images: ['x'] }],
    [
      [{}, 'prompt'],
      [{ images: [] }, 'prompt'],
    ],
  ],
  [
    { kind: 'exactly_one_of', fields: ['image', 'prompt'] },
    [{ image: 'x' }, { prompt: 'x' }],
    [
      [{}, 'image'],
      [{ image: 'x', prompt: 'x' }, 'prompt'],
    ],
  ],
  [
    { kind: 'mutually_exclusive', groups: [['image'], ['images', 'videos'], ['multi']] },
    [{}, { image: 'x' }, { images: ['x'], videos: ['x'] }, { image: 'x', multi: false }],
    [
      [{ image: 'x', videos: ['x'] }, 'videos'],
      [{ images: ['x'], multi: true }, 'multi'],
    ],
  ],
  [
    { kind: 'requires', field: 'image', needs: ['prompt', 'auto'] },
    [{}, { prompt: 'x' }, { image: 'x', prompt: 'x' }],
    [
      [{ image: 'x' }, 'image'],
      [{ image: 'x', prompt: 'x', auto: false }, 'image'],
    ],
  ],
  [
    { kind: 'requires_any', field: 'audio', needsAny: ['images', 'videos'] },
    [{}, { audio: false }, { audio: true, videos: ['x'] }],
    [[{ audio: true }, 'audio']],
  ],
  [
    { kind: 'required_if', field: 'shots', when: { multi: true } },
    [{}, { multi: false }, { multi: true, shots: [shot('x', 5)] }],
    [
      [{ multi: true }, 'shots'],
      [{ multi: true, shots: [] }, 'shots'],
    ],
  ],
  [
    { kind: 'required_if', field: 'image', when: { auto: true, size: ['2K', '4K'] } },
    [{}, { size: '1K' }, { size: '2K', auto: false }, { size: '4K', image: 'x' }],
    [[{ size: '4K' }, 'image']],
  ],
  [
    { kind: 'required_unless_present', field: 'prompt', unless: ['image', 'images'] },
    [{ prompt: 'x' }, { images: ['x'] }],
    [[{}, 'prompt']],
  ],
  [
    { kind: 'forbidden_if', field: 'image', when: { size: ['2K', '4K'] } },
    [{}, { image: 'x' }, { image: 'x', size: '1K' }],
    [[{ image: 'x', size: '2K' }, 'image']],
  ],
  [
    { kind: 'forbidden_if', field: 'audio', when: { videos: 'present', images: 'absent' } },
    [{ audio: true }, { audio: false, videos: ['x'] }, { audio: true, videos: ['x'], images: ['x'] }],
    [[{ audio: true, videos: ['x'] }, 'audio']],
  ],
  [
    { kind: 'forbidden_if_present', field: 'duration', present: ['image'] },
    [{ duration: 3 }, { image: 'x' }],
    [[{ duration: 3, image: 'x' }, 'duration']],
  ],
  [
    { kind: 'forbidden_value_if', field: 'ratio', values: ['16:9'], when: { size: '4K' } },
    [{ ratio: '16:9' }, { ratio: '1:1', size: '4K' }],
    [[{ ratio: '16:9', size: '4K' }, 'ratio']],
  ],
  [
    { kind: 'forbidden_value_if_present', field: 'ratio', values: ['auto'], present: ['image'] },
    [{ ratio: 'auto' }, { image: 'x' }, { image: 'x', ratio: '1:1' }],
    [[{ image: 'x', ratio: 'auto' }, 'ratio']],
  ],
  [
    // The condition looks at the default too: leaving ratio out means auto.
    { kind: 'allowed_values_if', field: 'size', values: ['1K'], when: { ratio: 'auto' } },
    [{}, { size: '1K' }, { size: '2K', ratio: '1:1' }],
    [
      [{ size: '2K' }, 'size'],
      [{ size: '2K', ratio: 'auto' }, 'size'],
    ],
  ],
  [
    { kind: 'allowed_values_if_present', field: 'ratio', values: ['1:1', '16:9'], present: ['images'] },
    [{ ratio: 'auto' }, { images: ['x'], ratio: '1:1' }],
    [[{ images: ['x'], ratio: 'auto' }, 'ratio']],
  ],
  [
    { kind: 'allowed_values_unless', field: 'ratio', values: ['auto'], unless: { multi: true } },
    [{ ratio: 'auto' }, { ratio: '1:1', multi: true }],
    [
      [{ ratio: '1:1' }, 'ratio'],
      [{ ratio: '1:1', multi: false }, 'ratio'],
    ],
  ],
  [
    { kind: 'allowed_values_unless_present', field: 'ratio', values: ['auto'], unless: ['images'] },
    [{ ratio: 'auto' }, { ratio: '1:1', images: ['x'] }],
    [[{ ratio: '1:1' }, 'ratio']],
  ],
  [
    { kind: 'max_items_if', field: 'images', maxItems: 1, when: { multi: true } },
    [{ images: ['x', 'y'] }, { images: ['x'], multi: true }],
    [[{ images: ['x', 'y'], multi: true }, 'images']],
  ],
  [
    { kind: 'range_if', field: 'n', min: 1, max: 4, when: { multi: false } },
    [{ n: 9 }, { n: 9, multi: true }, { n: 4, multi: false }],
    [
      [{ n: 5, multi: false }, 'n'],
      [{ n: 0, multi: false }, 'n'],
    ],
  ],
  [
    { kind: 'range_if', field: 'seconds', max: 10, when: { auto: true } },
    [{ seconds: '10' }],
    [[{ seconds: '11' }, 'seconds']],
  ],
  [
    { kind: 'sum_of_items_max', fields: ['images', 'image'], max: 2 },
    [{ images: ['x', 'y'] }, { images: ['x'], image: 'x' }],
    [[{ images: ['x', 'y'], image: 'x' }, 'image']],
  ],
  [
    { kind: 'sum_of_lengths_max', of: 'shots[].text', max: 5 },
    [{ shots: [shot('👨‍👩‍👧', 1)] }],
    [[{ shots: [shot('👨‍👩‍👧', 1), shot('x', 1)] }, 'shots']],
  ],
  [
    { kind: 'sum_equals', of: 'shots[].duration', equals: 'duration' },
    [{}, { shots: [shot('x', 2), shot('y', 3)] }, { duration: 3, shots: [shot('x', 3)] }],
    [
      [{ shots: [shot('x', 4)] }, 'shots'],
      [{ duration: 4, shots: [shot('x', 5)] }, 'shots'],
    ],
  ],
  [
    { kind: 'sum_max', of: 'shots[].duration', maxField: 'seconds' },
    [{ seconds: '10', shots: [shot('x', 9.9), shot('y', 0.1)] }, { shots: [shot('x', 99)] }],
    [[{ seconds: '10', shots: [shot('x', 10.1)] }, 'shots']],
  ],
  [
    { kind: 'slot_budget', max: 3, weights: { images: 1, videos: 2 } },
    [{ images: ['x'], videos: ['x'] }, { images: ['x', 'y', 'z'] }],
    [[{ images: ['x', 'y'], videos: ['x'] }, 'videos']],
  ],
];

describe.each(cases)('%o', (rule, kept, broken) => {
  it.each(kept)('keeps %o', (input) => {
    expect(problems(check(fields, input, { rules: [rule] }))).toEqual([]);
  });

  it.each(broken)('refuses %o', (input, path) => {
    expect(problems(check(fields, input, { rules: [rule] }))).toEqual([`${path} ${rule.kind}`]);
    // Negative control: without the rule the same input is fine.
    expect(problems(check(fields, input))).toEqual([]);
  });
});

describe('rules that only warn', () => {
  it.each([
    [
      { kind: 'ignored_if', field: 'image', when: { multi: true } },
      { image: 'x', multi: true },
    ],
    [
      { kind: 'ignored_if_present', field: 'ratio', present: ['image'] },
      { image: 'x', ratio: '1:1' },
    ],
    [{ kind: 'requires', field: 'image', needs: ['prompt'], confidence: 'guessed' }, { image: 'x' }],
  ] as const)('%o', (rule, input) => {
    const result = check(fields, input, { rules: [rule] });
    expect([result.valid, warnings(result)]).toEqual([true, [`${rule.field} ${rule.kind}`]]);
  });

  it.each([
    { kind: 'note', text: 'Words.' },
    { kind: 'required_if_text', field: 'prompt', text: 'sometimes' },
    { kind: 'allowed_values', field: 'n', text: '0 or 2' },
    { kind: 'total_media_seconds_max', field: 'videos', max: 15 },
  ] as const)('cannot check $kind', (rule) => {
    expect(check(fields, { videos: ['x'] }, { rules: [rule] })).toMatchObject({ valid: true, warnings: [] });
  });
});

describe('defaults and rules', () => {
  it('sends the one value a rule leaves, where the default would break it', () => {
    const rules = [
      { kind: 'allowed_values_if_present', field: 'ratio', values: ['1:1'], present: ['images'] },
    ] as const;
    expect(check(fields, { images: ['x'] }, { rules }).payload).toEqual({ images: ['x'], ratio: '1:1' });
    expect(check(fields, {}, { rules }).payload).toEqual({});
  });

  it('sends no default that a rule forbids, and asks for no field that a rule lets go', () => {
    const needed = [field('template'), field('duration', { type: 'integer', required: true, default: 5 })];
    const rules = [
      { kind: 'required_unless_present', field: 'duration', unless: ['template'] },
      { kind: 'forbidden_if_present', field: 'duration', present: ['template'] },
    ] as const;
    expect(check(needed, {}, { rules }).payload).toEqual({ duration: 5 });
    expect(check(needed, { template: 'x' }, { rules }).payload).toEqual({ template: 'x' });
  });
});
