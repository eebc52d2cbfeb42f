import { contenders, type Check } from './contenders.ts';
import { measureCost } from './cost.ts';
import { subjects, type Subject } from './inputs.ts';

const ROUNDS = 15;
const ROUND_SECONDS = 0.06;

type Kind = 'valid' | 'invalid';

/** Seconds of processor time since the process began; what others do on the machine does not count. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Inputs per second of processor time in one round. */
function round(work: readonly (readonly [Check, readonly unknown[]])[]): number {
  const start = cpu();
  let count = 0;
  do {
    for (const [check, inputs] of work) {
      for (const input of inputs) check(input);
      count += inputs.length;
    }
  } while (cpu() - start < ROUND_SECONDS);
  return count / (cpu() - start);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Libraries take turns, so that a busy moment of the machine hits all of them. */
function race(all: readonly Subject[], checks: readonly (readonly Check[])[], kind: Kind): number[] {
  const works = checks.map((own) =>
    all.map((subject, index) => [own[index] as Check, subject[kind]] as const),
  );
  const rates: number[][] = works.map(() => []);
  for (let turn = 0; turn < ROUNDS + 3; turn++) {
    for (const [index, work] of works.entries()) {
      const rate = round(work);
      // The first turns warm up.
      if (turn >= 3) rates[index]?.push(rate);
    }
  }
  return rates.map(median);
}

const all = subjects();
const checks = contenders.map(({ compile }) => all.map(compile));

console.log(
  `${all.length} models, ${all.flatMap(({ valid }) => valid).length} valid and as many invalid inputs\n`,
);
for (const [index, { name }] of contenders.entries()) {
  const wrong = all.flatMap(({ valid, invalid, model }, at) => [
    ...valid
      .filter((input) => !(checks[index]?.[at]?.(input) ?? false))
      .map(() => `refuses a valid ${model.id}`),
    ...invalid
      .filter((input) => checks[index]?.[at]?.(input) ?? true)
      .map(() => `takes an invalid ${model.id}`),
  ]);
  if (wrong.length > 0) console.log(`${name}: ${[...new Set(wrong)].join(', ')}`);
}

const valid = race(all, checks, 'valid');
const invalid = race(all, checks, 'invalid');
const k = (rate: number): string => `${Math.round(rate / 1000)} k/s`.padStart(11);
const times = (rate: number, base: number | undefined): string =>
  `${(rate / (base ?? 1)).toFixed(2)} x`.padStart(9);
console.log(
  `${''.padEnd(28)}${'valid'.padStart(11)}${'of ajv'.padStart(9)}${'invalid'.padStart(11)}${'of ajv'.padStart(9)}`,
);
for (const [index, { name }] of contenders.entries()) {
  const [ok, bad] = [valid[index] ?? 0, invalid[index] ?? 0];
  console.log(`${name.padEnd(28)}${k(ok)}${times(ok, valid[1])}${k(bad)}${times(bad, invalid[1])}`);
}
console.log();
for (const line of measureCost()) console.log(line);
