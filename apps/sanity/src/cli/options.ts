import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';

/** The options of `kie-sanity` as they were given. */
export interface CliOptions {
  readonly all?: boolean;
  readonly type?: readonly string[];
  readonly model?: readonly string[];
  readonly vendor?: string;
  readonly dryRun?: boolean;
  readonly concurrency: number;
  readonly timeout: number;
  readonly json?: boolean;
  readonly live?: boolean;
  readonly yes?: boolean;
  readonly maxCredits?: number;
}

function number(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It must be a number from ${min} to ${max}.`);
  };
}

function whole(min: number, max: number): (text: string) => number {
  const read = number(min, max);
  return (text) => {
    const value = read(text);
    if (Number.isInteger(value)) return value;
    throw new InvalidArgumentError('It must be a whole number.');
  };
}

const list = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
];

const notes = `
Without --live everything is simulated: an emulator is started, nothing leaves the machine, nothing is paid.

Exit codes: 0 all that was tried works, 1 a model failed, 2 wrong call (nothing was sent), 130 interrupted.

Examples:
  kie-sanity                                  the cheapest model of each type, simulated
  kie-sanity --all --dry-run                  inputs of all models: generated, validated, priced
  kie-sanity --model z-image --live --yes --max-credits 5    with KIE_API_KEY set`;

/** The command, writing its help and its complaints through the given functions and never ending the process. */
export function createCommand(output: {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}): Command {
  return new Command('kie-sanity')
    .description('Proves that every kind of KIE.ai model works, with the smallest valid input of each.')
    .option('--all', 'every active model instead of one of each type')
    .addOption(
      new Option('--type <types>', 'only these types (repeat, or separate by commas)').argParser(list),
    )
    .addOption(
      new Option('--model <ids>', 'only these models (repeat, or separate by commas)').argParser(list),
    )
    .option('--vendor <name>', 'only the models of this vendor')
    .option('--dry-run', 'generate, validate and quote; send nothing')
    .addOption(new Option('--concurrency <n>', 'models at the same time').default(4).argParser(whole(1, 50)))
    .addOption(
      new Option('--timeout <seconds>', 'the longest wait for one model')
        .default(900)
        .argParser(number(1, 86_400)),
    )
    .option('--json', 'the report as JSON on standard output')
    .option('--live', 'run against KIE itself; needs KIE_API_KEY and --yes, and costs money')
    .option('--yes', 'spend the estimated credits')
    .addOption(new Option('--max-credits <n>', 'refuse a plan that may cost more').argParser(number(0, 1e9)))
    .allowExcessArguments(false)
    .showHelpAfterError('Try kie-sanity --help.')
    .addHelpText('after', notes)
    .configureOutput({ writeOut: output.out, writeErr: output.err })
    .exitOverride();
}

/** Reads the arguments; `undefined` when help was asked for and shown. Throws CommanderError for wrong ones. */
export function readOptions(
  args: readonly string[],
  output: { readonly out: (text: string) => void; readonly err: (text: string) => void },
): CliOptions | undefined {
  try {
    return createCommand(output).parse(args, { from: 'user' }).opts();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return undefined;
    throw error;
  }
}
