import { describe, expect, it } from 'vitest';
import { CatalogueError, loadOverlay } from '../src/file/index.ts';
import { createRegistry, quote, registry } from '../src/index.ts';

const load = (text: string) => createRegistry(loadOverlay(text, 'overlay.yaml', registry.catalogue));

const painter = `format: 1
models:
  - id: house/painter
    title: House painter
    vendor: House
    api: jobs
    type: text_to_image
    output: image
    status: active
    fields:
      - { name: prompt, type: string, required: true, maxLength: 500, description: What to paint. }
    price: { unit: image, tiers: [{ credits: 3 }], asOf: "2026-11", source: house }
    source: { repo: house, date: "2026-11-20" }
    confidence: documented
`;

function mistakesOf(text: string): string {
  try {
    load(text);
  } catch (error) {
    if (error instanceof CatalogueError) return error.message;
    throw error;
  }
  return '';
}

describe('an overlay', () => {
  it('adds a model', () => {
    const mine = load(painter);
    const model = mine.resolve('house/painter').model;
    expect(model && quote(model, { prompt: 'x' })).toMatchObject({ kind: 'exact', credits: 3 });
    expect(mine.list()).toHaveLength(registry.list().length + 1);
    expect(registry.get('house/painter')).toBeUndefined();
  });

  it('replaces a model in its place', () => {
    const mine = load(painter.replace('house/painter', 'z-image'));
    expect(mine.get('z-image')?.title).toBe('House painter');
    const at = (list: typeof registry): number => list.list().findIndex(({ id }) => id === 'z-image');
    expect(at(mine)).toBe(at(registry));
    expect(mine.list()).toHaveLength(registry.list().length);
  });

  it('retires a model that others name as their successor', () => {
    const entry = painter
      .replace('house/painter', 'veo-3-1')
      .replace('status: active', 'status: retired\n    useInstead: [kling-3.0/video]');
    expect(load(entry).resolve('veo-3-1').error?.code).toBe('retired_model');
  });

  it('adds wrong ids, in front of the known ones', () => {
    const text = 'format: 1\nwrongIds:\n  - { id: z-imaj, use: z-image, why: typing error }\n';
    expect(load(text).resolve('z-imaj').error?.message).toContain('(typing error). Use z-image.');
  });

  it('may be JSON', () => {
    expect(load('{"format":1}').list()).toHaveLength(registry.list().length);
  });

  it('is refused with the place of each mistake', () => {
    expect(mistakesOf(painter.replace('maxLength', 'maxLenght'))).toMatch(
      /^overlay\.yaml:11:\d+: a field has no key maxLenght, did you mean maxLength\?/,
    );
    expect(mistakesOf(painter.replace('unit: image', 'unit: image, countOf: nmu'))).toMatch(
      /^overlay\.yaml:12:\d+: house\/painter has no field nmu/,
    );
    expect(mistakesOf('format: 1\nwrongIds:\n  - { id: a, use: z-imge }\n')).toMatch(
      /^overlay\.yaml:3:\d+: there is no model z-imge, did you mean z-image\?/,
    );
    for (const pattern of ['(a+)+$', '(?:\\d{1,9})*x', '(a)\\1', '[', 'x'.repeat(201)]) {
      const text = painter.replace('maxLength: 500', `pattern: ${JSON.stringify(pattern)}`);
      expect(mistakesOf(text), pattern).toMatch(/^overlay\.yaml:11:\d+: prompt: /);
    }
    expect(mistakesOf(painter.replace('maxLength: 500', 'pattern: "#[0-9a-f]{6}|(?:red|blue)+"'))).toBe('');
    expect(mistakesOf('format: 1\nmodel: []\n')).toContain(
      'the overlay has no key model, did you mean models?',
    );
    expect(mistakesOf('format: 1\nmodels: [{ __proto__: {} }]')).toContain(
      'the key __proto__ is not allowed',
    );
    expect(mistakesOf(painter + painter.slice(painter.indexOf('  - id')))).toContain(
      'the id house/painter is there twice',
    );
  });
});
