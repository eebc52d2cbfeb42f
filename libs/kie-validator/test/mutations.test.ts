import { registry, type Model } from '@kie/registry';
import { expect, it } from 'vitest';
import { createValidator, randomInput } from '../src/index.ts';
import { createRuleBreaker, placesOf } from './break-rule.ts';
import { mutationsOf } from './mutations.ts';
import { seeded } from './seeded.ts';

/** Different valid inputs that each mutation is tried on. */
const BASES = 10;
const validator = createValidator(registry);
const random = seeded(4);
const mediaFor = (): string => 'https://files.example/x';
const refFor = (): string => '0'.repeat(32);

/** Random valid inputs, completed: a mutation then is the only thing that is wrong. */
function basesOf(model: Model): Record<string, unknown>[] {
  return Array.from({ length: BASES }, () => {
    const { payload } = validator.validate(model.id, randomInput(model, mediaFor, { random }));
    return { ...payload };
  });
}

const root = (path: string): string => path.split(/[.[]/)[0] ?? path;

it('refuses every single mutation at its place, over 20,000 of them', () => {
  const missed: string[] = [];
  let count = 0;
  for (const model of registry.list()) {
    for (const base of basesOf(model)) {
      for (const { name, path, input } of mutationsOf(model, base)) {
        count += 1;
        const { errors = [] } = validator.validate(model.id, input);
        const found = errors.some((issue) => issue.path === path || issue.path.startsWith(`${path}[`));
        if (!found) missed.push(`${model.id} ${path}: ${name}`);
      }
    }
  }
  expect(missed).toEqual([]);
  expect(count).toBeGreaterThan(20_000);
});

it('asks for each required field that is missing', () => {
  const missed: string[] = [];
  for (const model of registry.list()) {
    const ruled = new Set((model.rules ?? []).flatMap((rule) => ('field' in rule ? [rule.field] : [])));
    for (const base of basesOf(model)) {
      for (const { name, required, requiredSince, default: usual } of model.fields) {
        if (!required || usual !== undefined || ruled.has(name)) continue;
        const rest = Object.fromEntries(Object.entries(base).filter(([key]) => key !== name));
        const { errors = [], warnings } = validator.validate(model.id, rest);
        const issues = requiredSince === undefined ? errors : warnings;
        if (!issues.some((issue) => issue.path === name)) missed.push(`${model.id} ${name}`);
      }
    }
  }
  expect(missed).toEqual([]);
});

it('refuses an input that breaks one of the rules, at a field the rule names', () => {
  const missed: string[] = [];
  let count = 0;
  let passWithoutRules = 0;
  for (const model of registry.list()) {
    const ruleless = createValidator({ resolve: () => ({ model: { ...model, rules: [] } }) });
    const breakRule = createRuleBreaker(model, { random, mediaFor, refFor });
    for (const rule of model.rules ?? []) {
      for (const base of basesOf(model)) {
        const input = breakRule(rule, base);
        if (input === undefined) continue;
        count += 1;
        if (ruleless.validate(model.id, input).valid) passWithoutRules += 1;
        const { errors = [], warnings } = validator.validate(model.id, input);
        const places = placesOf(rule);
        if (![...errors, ...warnings].some((issue) => places.includes(root(issue.path)))) {
          missed.push(`${model.id} ${JSON.stringify(rule)}`);
        }
      }
    }
  }
  expect([...new Set(missed)]).toEqual([]);
  expect(count).toBeGreaterThan(1_000);
  // It is the rules that refuse them: most have nothing else wrong.
  expect(passWithoutRules / count).toBeGreaterThan(0.5);
});
