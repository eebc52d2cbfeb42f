#!/usr/bin/env node
import { parseArgs } from 'node:util';

import { startTelegramEmulator } from './start.ts';
import { looksLikeRealToken } from './token.ts';

/** Where bots look for their token. */
const TOKEN_VARIABLES = ['BOT_TOKEN', 'TELEGRAM_BOT_TOKEN', 'TELEGRAM_TOKEN'];

const HELP = `A Telegram Bot API on this machine, with a chat page for the browser.

  npx @kie/telegram-emulator [options]

  --port <number>       default 8081
  --host <address>      default 127.0.0.1; only this machine's addresses
  --token <token>       default: a fixed, obviously fake one
  --username <name>     the bot's username, default kie_emulated_bot
  --name <name>         the bot's display name
  --reads-all           privacy mode off: the bot gets every message of its groups
  --bot <token=name>    another bot with this token and username; may be repeated
  --quiet               do not print the Bot API calls
  --data-dir <folder>   keep chats and files over restarts; default: in memory
  --help
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8081' },
      host: { type: 'string' },
      token: { type: 'string' },
      username: { type: 'string' },
      name: { type: 'string' },
      'reads-all': { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
      bot: { type: 'string', multiple: true, default: [] },
      'data-dir': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  // A bot started from the same shell would show its real token to a server that logs what it sees.
  const real = TOKEN_VARIABLES.find((variable) => looksLikeRealToken(process.env[variable] ?? ''));
  if (real !== undefined) {
    throw new Error(
      `${real} holds what looks like the token of a real bot. Unset it (unset ${real}) and start again, so that no real ` +
        'token meets the simulation.',
    );
  }
  const { host, token, username, name } = values;
  const dataDir = values['data-dir'];
  const telegram = await startTelegramEmulator({
    port: Number(values.port),
    canReadAllGroupMessages: values['reads-all'],
    logCalls: !values.quiet,
    ...(host === undefined ? {} : { host }),
    ...(token === undefined ? {} : { token }),
    ...(username === undefined ? {} : { botUsername: username }),
    ...(name === undefined ? {} : { botName: name }),
    ...(dataDir === undefined ? {} : { dataDir }),
  });
  const others = values.bot.map((text) => {
    const [ownToken = '', botUsername] = text.split('=');
    return telegram.addBot({ token: ownToken, ...(botUsername === undefined ? {} : { botUsername }) });
  });
  const stop = (): void => {
    // A second signal ends the process at once.
    process.removeListener('SIGINT', stop);
    process.removeListener('SIGTERM', stop);
    void telegram.stop();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.stdout.write(`
  Simulated Telegram – nothing here is real

  Chat page   ${telegram.pageUrl}
  API root    ${telegram.apiRoot}
  Bot token   ${telegram.token}
${others.map((other) => `  @${other.bot.username}   ${other.token}\n`).join('')}  State       ${dataDir ?? 'in memory only'}

  Ctrl-C ends it.

`);
}

main().catch((error: unknown) => {
  process.stderr.write(`telegram-emulator: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
