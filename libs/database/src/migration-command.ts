import { labelOf } from './migration-history.ts';
import { migrate } from './migrate.ts';
import { migrationStatus } from './migration-status.ts';

/**
 * The command line `up` and `status`, for the entry point of an app.
 *
 * @param args what follows the program's name
 * @param url usually `DATABASE_URL`
 * @param print gets one line at a time
 * @returns the exit code: 0 well, 1 the schema does not fit or a step failed, 2 wrong usage
 */
export async function runMigrationCommand(
  args: readonly string[],
  url: string | undefined,
  print: (line: string) => void,
): Promise<number> {
  const [command] = args;
  if (args.length !== 1 || (command !== 'up' && command !== 'status')) {
    print(`Unknown command "${args.join(' ')}". Use "up" (apply what is missing) or "status" (only look).`);
    return 2;
  }
  if (url === undefined || url === '') {
    print('DATABASE_URL is missing. Example: DATABASE_URL=postgres://user:password@localhost:5432/kie');
    return 2;
  }
  try {
    return await (command === 'up' ? up(url, print) : status(url, print));
  } catch (error) {
    print(reasonOf(error));
    return 1;
  }
}

async function up(url: string, print: (line: string) => void): Promise<number> {
  const applied = await migrate({ url });
  for (const label of applied) print(`applied ${label}`);
  if (applied.length === 0) print('The schema is up to date.');
  return 0;
}

async function status(url: string, print: (line: string) => void): Promise<number> {
  const { applied, pending, problems, isCurrent } = await migrationStatus({ url });
  for (const step of applied) print(`applied ${labelOf(step)} at ${step.appliedAt.toISOString()}`);
  for (const step of pending) print(`pending ${labelOf(step)}`);
  for (const problem of problems) print(`problem ${problem}`);
  return isCurrent ? 0 : 1;
}

/** A refused connection is an AggregateError without a message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
