import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const models = resolve(import.meta.dirname, '../../../models');
const read = (name: string) => readFile(resolve(models, name), 'utf8');
const compile = async (name: string): Promise<ValidateFunction> =>
  new Ajv2020({ strict: false }).compile(JSON.parse(await read(name)) as object);

describe('the JSON Schema of the catalogue file', () => {
  it('takes the file, which names it', async () => {
    const text = await read('kie_models.yaml');
    expect(text.split('\n', 1)[0]).toBe('# yaml-language-server: $schema=./kie_models.schema.json');
    const check = await compile('kie_models.schema.json');
    expect([check(parse(text)), check.errors]).toEqual([true, null]);
  });

  it('refuses what the loader refuses', async () => {
    const check = await compile('overlay.schema.json');
    expect(check({ format: 1 })).toBe(true);
    expect(check({ format: 2 })).toBe(false);
    expect(check({ format: 1, models: [{ id: 'a' }] })).toBe(false);
    expect(check({ format: 1, wrongIds: [{ id: 'a', use: 'b', because: 'c' }] })).toBe(false);
  });

  it('explains keys in the words of the types', async () => {
    const schema = JSON.parse(await read('kie_models.schema.json')) as {
      properties: { models: { items: { properties: Record<string, { description?: string }> } } };
    };
    expect(schema.properties.models.items.properties['useInstead']?.description).toContain(
      'the ids to use now, for retired models',
    );
  });
});
