import { registry } from '@kie/registry';
import { describe, expect, it } from 'vitest';
import { createValidator, toTuple, validate } from './index.ts';

describe('validate', () => {
  it('takes a plain call', () => {
    const input = { prompt: 'test', aspect_ratio: '1:1' };
    expect(validate('z-image', input)).toEqual({ valid: true, payload: input, warnings: [] });
  });

  it('explains an id that is none', () => {
    expect(validate('z-imag', {}).errors?.[0]).toMatchObject({ path: '', code: 'unknown_model' });
    expect(validate('sora-2-text-to-video', {}).errors?.[0]).toMatchObject({ code: 'retired_model' });
    expect(validate('google/veo-3', {}).errors?.[0]).toMatchObject({
      code: 'not_a_model',
      params: { suggestions: expect.arrayContaining(['veo-3-1']) as unknown },
    });
  });

  it('gives the short form', () => {
    expect(toTuple(validate('z-image', { prompt: 'test', aspect_ratio: '1:1' }))).toEqual([true, []]);
    const [valid, messages] = toTuple(validate('z-image', { prompt: 5 }));
    expect([valid, messages[0]]).toEqual([false, 'prompt: must be a text, not a number.']);
  });

  it('finds the field that people mean by image_input', () => {
    const { errors } = validate('seedream/4.5-edit', {
      prompt: 'x',
      image_input: ['https://a.example/b.png'],
    });
    expect(errors?.find((issue) => issue.code === 'unknown_field')?.params).toEqual({
      suggestion: 'image_urls',
    });
  });

  it('says which default stands in the way', () => {
    const { errors } = validate('kling-3.0-omni/text-to-video', { prompt: 'x' });
    expect(errors?.map((issue) => issue.message)).toEqual([
      'multi_prompt: is required when customize_multi_shots is true (its default).',
    ]);
  });
});

describe('createValidator', () => {
  it('sees a model that was replaced in the catalogue behind it', () => {
    const original = registry.get('z-image');
    if (original === undefined) throw new Error('no z-image');
    let model = original;
    const validator = createValidator({ resolve: () => ({ model }) });
    expect(validator.validate('z-image', { prompt: 'x' }).valid).toBe(true);
    model = { ...original, fields: [] };
    expect(validator.validate('z-image', { prompt: 'x' }).valid).toBe(false);
  });
});
