import { CommanderError } from 'commander';
import { createCommand, type CommandOutput } from './command.ts';
import type { Invocation } from './options.ts';
import { UsageError } from '../usage-error.ts';

/** The word that stands where a command would, and no option took it. */
function strayWord(args: readonly string[]): string | undefined {
  const [first] = args;
  return first !== undefined && !first.startsWith('-') ? first : undefined;
}

/**
 * Reads the arguments; `undefined` when help was asked for and shown.
 *
 * @throws CommanderError for wrong ones, with its message already written
 * @throws UsageError for a command that does not exist
 */
export async function readInvocation(
  args: readonly string[],
  output: CommandOutput,
): Promise<Invocation | undefined> {
  let invocation: Invocation | undefined;
  const program = createCommand(output, (found) => {
    invocation = found;
  });
  const stray = strayWord(args);
  const known = [...program.commands.map((command) => command.name()), 'help'];
  if (stray !== undefined && !known.includes(stray)) {
    const { unknownCommand } = await import('./suggest-command.ts');
    throw new UsageError(unknownCommand(stray, known));
  }
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return undefined;
    throw error;
  }
  return invocation;
}
