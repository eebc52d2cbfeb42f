import { join } from 'node:path';
import { readArguments, UsageError } from './options.ts';
import { claimFolder } from './single-instance.ts';
import { startPlayground } from './start-playground.ts';

const say = (text: string) => {
  process.stdout.write(`${text}\n`);
};

try {
  const { real, dataDir, verbose, notices } = readArguments(process.argv.slice(2), process.env);
  const folder = claimFolder(dataDir);
  for (const notice of notices) say(`! ${notice}`);
  const playground = await startPlayground({ dataDir, real, verbose, say: (part) => say(`  ${part}`) });
  const simulated = (['telegram', 'kie', 'db'] as const).filter((part) => !real.has(part) && part !== 'db');
  say('');
  if (playground.chatUrl) {
    say('  Open the chat and tap Start:');
    say(`  ➜  ${playground.chatUrl}`);
  } else {
    say('  The bot answers in Telegram now.');
  }
  say('');
  if (simulated.length > 0) {
    say(
      `  Simulated: ${simulated.map((part) => (part === 'kie' ? 'KIE.ai' : 'Telegram')).join(' and ')}. Nothing is paid.`,
    );
  }
  say(`  Everything is kept in ${dataDir}; the bot's log is ${verbose ? 'here' : join(dataDir, 'bot.log')}.`);
  say('  Ctrl-C ends it.');

  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(130);
    stopping = true;
    say('\n  stopping …');
    await playground.stop();
    folder.release();
    say('  stopped');
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
} catch (error) {
  process.stderr.write(
    `${error instanceof UsageError ? error.message : ((error as Error).stack ?? String(error))}\n`,
  );
  process.exit(error instanceof UsageError ? 2 : 1);
}
