import type { Field, Rule } from '@kie/registry';
import { describe, expect, it } from 'vitest';
import { check, field, model } from '../../test/small-catalogue.ts';
import { minimalInput } from './minimal-input.ts';

const image = { media: { kind: 'image' } } as const;
const make = (fields: readonly Field[], ...rules: readonly Rule[]) => {
  const input = minimalInput(model(fields, { rules }), () => 'https://files.example/x');
  expect(check(fields, input, { rules }).errors ?? []).toEqual([]);
  return input;
};

describe('minimalInput', () => {
  it('gives required fields without default, and no others', () => {
    const fields = [field('a', { required: true }), field('b', { required: true, default: 'x' }), field('c')];
    expect(make(fields)).toEqual({ a: 'test' });
  });

  it('keeps lengths, ranges and patterns', () => {
    const fields = [
      field('long', { required: true, minLength: 12 }),
      field('short', { required: true, maxLength: 2 }),
      field('n', { type: 'integer', required: true, min: 4 }),
      field('seconds', { required: true, min: 6, max: 30 }),
      field('digits', { required: true, pattern: '[3-9]' }),
      field('all', { type: 'array', itemType: 'string', required: true, minItems: 2 }),
    ];
    expect(make(fields)).toEqual({
      long: 'test test te',
      short: 'te',
      n: 4,
      seconds: '6',
      digits: '3',
      all: ['test', 'test'],
    });
  });

  it('prefers media to the id of an earlier task', () => {
    const fields = [field('task_id', { ref: 'kie_task_id' }), field('url', image)];
    expect(make(fields, { kind: 'exactly_one_of', fields: ['task_id', 'url'] })).toEqual({
      url: 'https://files.example/x',
    });
  });

  it('turns a switch off rather than writing what it asks for', () => {
    const fields = [field('multi', { type: 'boolean', default: true }), field('shots')];
    expect(make(fields, { kind: 'required_if', field: 'shots', when: { multi: true } })).toEqual({
      multi: false,
    });
  });

  it('asks for media once per item, and for ids', () => {
    const fields = [
      field('urls', { type: 'array', itemType: 'string', required: true, minItems: 2, ...image }),
      field('task_id', { required: true, ref: 'kie_task_id' }),
    ];
    let calls = 0;
    const input = minimalInput(model(fields), () => ++calls, { refFor: ({ ref }) => ref });
    expect(input).toEqual({ urls: [1, 2], task_id: 'kie_task_id' });
  });
});
