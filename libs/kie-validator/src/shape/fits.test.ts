import { registry } from '@kie/registry';
import { expect, it } from 'vitest';
import { mutationsOf } from '../../test/mutations.ts';
import { seeded } from '../../test/seeded.ts';
import { createValidator, randomInput, type ModelSource } from '../index.ts';

/** A field of this type sends every input the long way: it is deprecated, and never given. */
const slow: ModelSource = {
  resolve(id) {
    const found = registry.resolve(id);
    if (found.model === undefined) return found;
    const fields = found.model.fields.map((field) => ({ ...field, deprecated: true }));
    return { model: { ...found.model, fields } };
  },
};

it('says the same by the short way and by the long one', () => {
  const [short, long] = [createValidator(registry), createValidator(slow)];
  const random = seeded(11);
  let [agreed, valid] = [0, 0];
  for (const model of registry.list()) {
    for (let turn = 0; turn < 5; turn++) {
      const input = randomInput(model, () => 'https://files.example/x', { random });
      const inputs = [
        input,
        ...(turn === 0 ? mutationsOf(model, input).map((mutation) => mutation.input) : []),
      ];
      for (const one of inputs) {
        const [a, b] = [short.validate(model.id, one), long.validate(model.id, one)];
        expect([a.payload, a.errors], `${model.id} ${JSON.stringify(one).slice(0, 500)}`).toEqual([
          b.payload,
          b.errors,
        ]);
        agreed += 1;
        if (a.valid) valid += 1;
      }
    }
  }
  expect([agreed > 5_000, valid > 900]).toEqual([true, true]);
});

it('gives a payload of its own', () => {
  const input = {
    prompt: 'x',
    image_urls: ['https://a.example/1.png'],
    aspect_ratio: '1:1',
    quality: 'basic',
  };
  const { payload } = createValidator(registry).validate('seedream/4.5-edit', input);
  input.image_urls.push('https://a.example/2.png');
  expect(payload?.['image_urls']).toEqual(['https://a.example/1.png']);
});
