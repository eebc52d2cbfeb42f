import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { jsonSchema, registry } from '../src/index.ts';
import type { Model } from '../src/index.ts';

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, formats: { uri: true } });

describe('jsonSchema', () => {
  it.each(registry.catalogue.models.map((model) => [model.id, model] as const))(
    '%s is valid 2020-12',
    (_id, model) => {
      expect(() => ajv.compile(jsonSchema(model))).not.toThrow();
    },
  );

  const check = (id: string, input: unknown): boolean =>
    ajv.compile(jsonSchema(registry.get(id) as Model))(input);

  it('asks for what a person must give', () => {
    expect(check('z-image', { prompt: 'x' })).toBe(true);
    expect(check('z-image', { aspect_ratio: '1:1' })).toBe(false);
    expect(check('z-image', { prompt: 'x', aspect_ratio: '2:1' })).toBe(false);
    expect(check('z-image', { prompt: 'x', unknown: 1 })).toBe(false);
    expect(check('z-image', { prompt: 'x'.repeat(1001) })).toBe(false);
  });

  it('knows the JSON type of values, ranges and special values', () => {
    expect(
      check('kling-2.6/text-to-video', { prompt: 'x', sound: false, aspect_ratio: '1:1', duration: '5' }),
    ).toBe(true);
    expect(
      check('kling-2.6/text-to-video', { prompt: 'x', sound: false, aspect_ratio: '1:1', duration: 5 }),
    ).toBe(false);
    for (const [duration, fits] of [
      [-1, true],
      [4, true],
      [3, false],
      [16, false],
      [4.5, false],
    ] as const) {
      expect(check('bytedance/seedance-2', { prompt: 'a ship', duration }), String(duration)).toBe(fits);
    }
  });

  it('says which fields go together', () => {
    const [task, image] = [{ task_id: 'a' }, { image_url: 'https://example.com/a.png' }];
    expect(check('grok-imagine-image-2-0/segment-map', task)).toBe(true);
    expect(check('grok-imagine-image-2-0/segment-map', {})).toBe(false);
    expect(check('grok-imagine-image-2-0/segment-map', { ...task, ...image })).toBe(false);
    expect(
      check('bytedance/seedance-2', { prompt: 'a ship', last_frame_url: 'https://example.com/a.png' }),
    ).toBe(false);
  });
});
