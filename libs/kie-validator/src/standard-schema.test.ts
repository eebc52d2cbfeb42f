import { describe, expect, expectTypeOf, it } from 'vitest';
import { standardSchema, type StandardSchema } from './index.ts';

type OutputOf<S> = S extends StandardSchema<unknown, infer Output> ? Output : never;

describe('standardSchema', () => {
  it('gives the payload with its type', () => {
    const schema = standardSchema('z-image');
    const { version, vendor, validate } = schema['~standard'];
    expect([version, vendor]).toEqual([1, 'kie']);
    expect(validate({ prompt: 'a fox' })).toEqual({ value: { prompt: 'a fox', aspect_ratio: '1:1' } });
    expectTypeOf<OutputOf<typeof schema>['prompt']>().toEqualTypeOf<string>();
  });

  it('gives issues with a path of names and positions', () => {
    const { validate } = standardSchema('elevenlabs/text-to-dialogue-v3')['~standard'];
    const result = validate({ dialogue: [{ text: 5, voice: 'nobody' }] });
    expect(result.issues?.map(({ path }) => path)).toEqual([
      ['dialogue', 0, 'text'],
      ['dialogue', 0, 'voice'],
    ]);
    expect(standardSchema('z-image')['~standard'].validate(null).issues?.[0]).toEqual({
      message: 'the input must be an object of fields, not null.',
    });
  });
});
