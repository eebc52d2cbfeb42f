import { Command, Option } from 'commander';
import type {
  Invocation,
  JsonOption,
  ModelsOptions,
  RunOptions,
  SanityCommandOptions,
  StatusOptions,
  ValidateCommandOptions,
} from './options.ts';
import { list, number, whole } from './values.ts';

type Found = (invocation: Invocation) => void;

const notes = `
Without --live everything is simulated: an emulator is started, nothing leaves the machine, nothing is paid.

Exit codes: 0 all that was tried works, 1 a model failed, 2 wrong call (nothing was sent), 130 interrupted.

Examples:
  kie-sanity                                  the cheapest model of each type, simulated
  kie-sanity --all --dry-run                  inputs of all models: generated, validated, priced
  kie-sanity --model z-image --live --yes --max-credits 5    with KIE_API_KEY set
  kie-sanity show z-image                     fields, rules, price, an example
  kie-sanity run z-image prompt="a fox" aspect_ratio=1:1`;

const json = (): Option => new Option('--json', 'the answer as JSON');
const live = (): Option =>
  new Option('--live', 'run against KIE itself; needs KIE_API_KEY and a yes, and costs money');
const yes = (): Option => new Option('--yes', 'spend the estimated credits without being asked');
const maxCredits = (): Option =>
  new Option('--max-credits <n>', 'refuse what may cost more').argParser(number(0, 1e9));
const timeout = (): Option =>
  new Option('--timeout <seconds>', 'the longest wait for one model')
    .default(900)
    .argParser(number(1, 86_400));
const inputHelp =
  '\nFILE is a JSON object of fields, - reads it from standard input. Example:\n  echo \'{"prompt":"a fox"}\' | kie-sanity ';

function addRoot(program: Command, found: Found): void {
  program
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
    .addOption(timeout())
    .addOption(new Option('--json', 'the report as JSON on standard output').conflicts('markdown'))
    .option('--markdown', 'the report as a Markdown table on standard output')
    .option('--junit <file>', 'also write the report as JUnit XML')
    .addOption(live())
    .addOption(yes())
    .addOption(maxCredits())
    .addHelpText('after', notes)
    .action((options: SanityCommandOptions) => found({ command: 'sanity', options }));
}

function addLookups(program: Command, found: Found): void {
  program
    .command('models')
    .description('lists the models of the catalogue')
    .option('--type <type>', 'only this type')
    .option('--vendor <name>', 'only this vendor')
    .addOption(
      new Option('--status <status>', 'instead of the active ones').choices([
        'active',
        'legacy',
        'unlisted',
        'retired',
        'reference',
      ]),
    )
    .addOption(json())
    .action((options: ModelsOptions) => found({ command: 'models', options }));
  program
    .command('show')
    .description('fields, rules and price of a model, with an example')
    .argument('<model>')
    .addOption(json())
    .action((model: string, options: JsonOption) => found({ command: 'show', model, options }));
  program
    .command('validate')
    .description('checks an input; every problem at once')
    .argument('<model>')
    .argument('<file>', 'a JSON file, or - for standard input')
    .option('--lenient', 'put right what can only mean one thing')
    .addOption(json())
    .addHelpText('after', `${inputHelp}validate z-image -`)
    .action((model: string, file: string, options: ValidateCommandOptions) =>
      found({ command: 'validate', model, file, options }),
    );
  program
    .command('quote')
    .description('what an input will cost')
    .argument('<model>')
    .argument('[file]', 'a JSON file, or - for standard input; without it the defaults count')
    .addOption(json())
    .addHelpText('after', `${inputHelp}quote z-image -`)
    .action((model: string, file: string | undefined, options: JsonOption) =>
      found({ command: 'quote', model, file, options }),
    );
}

function addTasks(program: Command, found: Found): void {
  program
    .command('run')
    .description('runs one input and saves the result files; simulated without --live')
    .argument('<model>')
    .argument('[input...]', 'a JSON file, -, or field=value; field=@path uploads a file')
    .option('--out <folder>', 'where the files go', '.')
    .addOption(timeout())
    .addOption(json())
    .addOption(live())
    .addOption(yes())
    .addOption(maxCredits())
    .addHelpText(
      'after',
      '\nExample:\n  kie-sanity run recraft/remove-background image=@photo.png --out cut-outs',
    )
    .action((model: string, input: readonly string[], options: RunOptions) =>
      found({ command: 'run', model, input, options }),
    );
  program
    .command('status')
    .description('what has become of a task at KIE; needs KIE_API_KEY, costs nothing')
    .argument('<task-id>')
    .addOption(
      new Option('--api <api>', 'the API that made the task')
        .choices(['jobs', 'veo', 'flux-kontext'])
        .default('jobs'),
    )
    .addOption(json())
    .action((task: string, options: StatusOptions) => found({ command: 'status', task, options }));
  program
    .command('credits')
    .description('the balance at KIE; needs KIE_API_KEY, costs nothing')
    .addOption(json())
    .action((options: JsonOption) => found({ command: 'credits', options }));
}

/** Where help and complaints go. */
export interface CommandOutput {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The command line, telling `found` what was asked for and never ending the process. */
export function createCommand(output: CommandOutput, found: Found): Command {
  const program = new Command('kie-sanity')
    .description('Proves that every kind of KIE.ai model works, with the smallest valid input of each.')
    .usage('[options] | <command>')
    .allowExcessArguments(false)
    .enablePositionalOptions()
    .showHelpAfterError('Try kie-sanity --help.')
    .configureOutput({ writeOut: output.out, writeErr: output.err })
    .exitOverride();
  addRoot(program, found);
  addLookups(program, found);
  addTasks(program, found);
  return program;
}
