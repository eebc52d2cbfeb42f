import { registry } from '@kie/registry';
import { expect, it } from 'vitest';
import { createValidator, randomInput } from '../src/index.ts';
import { seeded } from './seeded.ts';

const PER_MODEL = 100;
const validator = createValidator(registry);

it('takes random inputs that are made from the descriptions of the fields', () => {
  const random = seeded(20_261_120);
  const refused: string[] = [];
  let count = 0;
  for (const model of registry.list()) {
    for (let turn = 0; turn < PER_MODEL; turn++) {
      const input = randomInput(model, (field) => `https://files.example/${field.media?.kind}`, { random });
      const result = validator.validate(model.id, input);
      count += 1;
      if (!result.valid) refused.push(`${model.id}: ${result.errors.map((e) => e.message).join(' ')}`);
    }
  }
  expect([...new Set(refused)]).toEqual([]);
  expect(count).toBeGreaterThanOrEqual(189 * PER_MODEL);
});
