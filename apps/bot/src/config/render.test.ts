import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { definition } from './definition.ts';

const blueprint = readFileSync(new URL('../../../../render.yaml', import.meta.url), 'utf8');

test('render.yaml sets only variables that the bot reads, and all that it must have', () => {
  const keys = new Set([...blueprint.matchAll(/- key: (\w+)/g)].map(([, key]) => key ?? ''));
  expect([...keys].filter((key) => !Object.hasOwn(definition, key))).toEqual([]);
  const required = Object.entries(definition)
    .filter(([, variable]) => !('default' in variable) && !('optional' in variable))
    .map(([name]) => name);
  expect(required.filter((name) => !keys.has(name))).toEqual([]);
});

test('render.yaml holds no secret', () => {
  const secrets = Object.entries(definition).filter(([, variable]) => 'secret' in variable);
  for (const [name] of secrets) {
    const setting = new RegExp(`- key: ${name}\\n\\s+(\\w+):`).exec(blueprint)?.[1];
    if (setting !== undefined) expect(['sync', 'generateValue', 'fromDatabase']).toContain(setting);
  }
});
