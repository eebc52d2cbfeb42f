import { readFile } from 'node:fs/promises';
import { UsageError } from '../usage-error.ts';
import type { CliWorld } from '../cli/world.ts';

/** More is no input of a model, and a mistaken file name can be anything. */
const MAX_BYTES = 4 * 1024 * 1024;

async function textOf(file: string, world: CliWorld): Promise<string> {
  if (file === '-') {
    if (world.stdin === undefined) throw new UsageError('There is no standard input to read from.');
    return world.stdin();
  }
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : 'cannot be read';
    throw new UsageError(`The file ${file} ${reason}.`);
  }
}

/** The JSON object in a file, or on standard input for `-`. A whole request, `{ model, input }`, counts as its input. */
export async function readInput(file: string, world: CliWorld): Promise<unknown> {
  const text = await textOf(file, world);
  if (text.length > MAX_BYTES) throw new UsageError(`${file} is larger than 4 MiB; that is no input.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's message would repeat a piece of the text, which may be a prompt.
    throw new UsageError(`${file === '-' ? 'Standard input' : file} is not JSON.`);
  }
  return inputIn(value) ?? value;
}

function inputIn(value: unknown): object | undefined {
  if (typeof value !== 'object' || value === null || !('model' in value) || !('input' in value))
    return undefined;
  return typeof value.input === 'object' && value.input !== null ? value.input : undefined;
}
