import { CommanderError } from 'commander';
import { exitCodes } from './exit-codes.ts';
import type { Invocation } from './options.ts';
import { readInvocation } from './read-invocation.ts';
import { UsageError } from '../usage-error.ts';
import type { CliWorld } from './world.ts';

/** Loads only what the command needs: a list of models must not wait for the emulator. */
async function perform(invocation: Invocation, world: CliWorld): Promise<number> {
  switch (invocation.command) {
    case 'sanity':
      return (await import('../commands/sanity.ts')).sanity(invocation.options, world);
    case 'models':
      return (await import('../commands/models.ts')).models(invocation.options, world);
    case 'show':
      return (await import('../commands/show.ts')).show(invocation, world);
    case 'validate':
      return (await import('../commands/validate.ts')).validate(invocation, world);
    case 'quote':
      return (await import('../commands/quote.ts')).quoteInput(invocation, world);
    case 'run':
      return (await import('../commands/run.ts')).run(invocation, world);
    case 'status':
      return (await import('../commands/account.ts')).status(invocation, world);
    case 'credits':
      return (await import('../commands/account.ts')).credits(invocation.options, world);
  }
}

/** The whole command; gives the exit code. Only faults of the program itself throw. */
export async function runCli(world: CliWorld): Promise<number> {
  try {
    const invocation = await readInvocation(world.args, world);
    return invocation === undefined ? exitCodes.ok : await perform(invocation, world);
  } catch (error) {
    // Commander has written its complaint already.
    if (error instanceof CommanderError) return exitCodes.usage;
    if (!(error instanceof UsageError)) throw error;
    world.err(`${error.message}\n`);
    return exitCodes.usage;
  }
}
