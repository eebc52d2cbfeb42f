import { parseArgs } from 'node:util';

/** What can be real instead of simulated. */
export const realParts = ['telegram', 'kie', 'db'] as const;
export type RealPart = (typeof realParts)[number];

const variableOf: Record<RealPart, string> = {
  telegram: 'TELEGRAM_BOT_TOKEN',
  kie: 'KIE_API_KEY',
  db: 'DATABASE_URL',
};

export interface PlaygroundArguments {
  readonly real: ReadonlySet<RealPart>;
  readonly dataDir: string;
  readonly verbose: boolean;
  /** Sentences for the person, e.g. that a variable is ignored. */
  readonly notices: readonly string[];
}

/** Thrown for a wrong command line; the message is all the person needs. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `npm start -- [--real telegram,kie,db] [--data-dir FOLDER] [--verbose]

Starts a simulated Telegram, a simulated KIE.ai, PostgreSQL and the bot, and prints the address of the chat page.

  --real PARTS      use the real service for these parts: telegram (TELEGRAM_BOT_TOKEN), kie (KIE_API_KEY, spends
                    credits), db (DATABASE_URL)
  --data-dir FOLDER where everything is kept (default .data)
  --verbose         show the bot's log here instead of in the folder's bot.log`;

/** Reads the command line. Keys in the environment alone make nothing real: that takes a word on the command line. */
export function readArguments(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): PlaygroundArguments {
  if (env.NODE_ENV === 'production' || env.RENDER) {
    throw new UsageError(
      'npm start is the playground with simulated services; it refuses to run in production ' +
        '(NODE_ENV=production or RENDER is set). Start the bot itself: npm run start:bot',
    );
  }
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        real: { type: 'string', default: '' },
        'data-dir': { type: 'string', default: '.data' },
        verbose: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
  const words = values.real.split(',').filter((word) => word !== '');
  const unknown = words.find((word) => !realParts.some((part) => part === word));
  if (unknown !== undefined) {
    throw new UsageError(`--real ${unknown}: there is no such part; allowed are ${realParts.join(', ')}`);
  }
  const real = new Set(words as RealPart[]);
  for (const part of real) {
    if (!env[variableOf[part]]) throw new UsageError(`--real ${part} needs the variable ${variableOf[part]}`);
  }
  const notices = realParts
    .filter((part) => env[variableOf[part]] && !real.has(part))
    .map((part) => `${variableOf[part]} is set but ignored; to use it: npm start -- --real ${part}`);
  return { real, dataDir: values['data-dir'], verbose: values.verbose, notices };
}
