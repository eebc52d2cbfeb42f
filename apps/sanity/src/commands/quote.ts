import { quote, registry } from '@kie/registry';
import { createValidator } from '@kie/validator';
import { exitCodes } from '../cli/exit-codes.ts';
import type { Invocation } from '../cli/options.ts';
import type { CliWorld } from '../cli/world.ts';
import { modelOf } from './model-of.ts';
import { readInput } from './read-input.ts';
import { issueLines } from './validate.ts';

/** `kie-sanity quote MODEL [FILE]`: the price of an input, which may be incomplete. */
export async function quoteInput(
  { model: id, file, options }: Extract<Invocation, { command: 'quote' }>,
  world: CliWorld,
): Promise<number> {
  const model = modelOf(id);
  const input = file === undefined ? {} : await readInput(file, world);
  const checked = createValidator(registry).validate(model.id, input);
  if (file !== undefined && !checked.valid) world.err(issueLines('warning', checked.errors));
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  const price = quote(model, checked.payload ?? (isObject ? (input as Record<string, unknown>) : {}));
  if (options.json === true) world.out(`${JSON.stringify(price, undefined, 2)}\n`);
  else if (price.kind === 'unknown') world.out(`unknown: ${price.reason}\n`);
  else {
    const usd = (price.credits * registry.catalogue.creditUsd).toFixed(3);
    world.out(
      `${price.kind === 'upTo' ? 'up to ' : ''}${price.credits} credits (${usd} USD): ${price.reason}\n`,
    );
  }
  return price.kind === 'unknown' ? exitCodes.failed : exitCodes.ok;
}
