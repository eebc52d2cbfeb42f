import { registry } from '@kie/registry';
import { createValidator, type Issue } from '@kie/validator';
import { exitCodes } from '../cli/exit-codes.ts';
import type { Invocation } from '../cli/options.ts';
import type { CliWorld } from '../cli/world.ts';
import { modelOf } from './model-of.ts';
import { readInput } from './read-input.ts';

/** Problems, one a line. */
export function issueLines(word: string, issues: readonly Issue[]): string {
  return issues.map((issue) => `${word}: ${issue.message}\n`).join('');
}

/** `kie-sanity validate MODEL FILE`: every problem at once, or the payload that would be sent. */
export async function validate(
  { model, file, options }: Extract<Invocation, { command: 'validate' }>,
  world: CliWorld,
): Promise<number> {
  const { id } = modelOf(model);
  const input = await readInput(file, world);
  const result = createValidator(registry).validate(id, input, { lenient: options.lenient ?? false });
  if (options.json === true) world.out(`${JSON.stringify(result, undefined, 2)}\n`);
  else if (result.valid) {
    world.err(issueLines('warning', result.warnings));
    world.out(`${JSON.stringify(result.payload, undefined, 2)}\n`);
  } else {
    world.err(issueLines('warning', result.warnings) + issueLines('error', result.errors));
  }
  return result.valid ? exitCodes.ok : exitCodes.failed;
}
