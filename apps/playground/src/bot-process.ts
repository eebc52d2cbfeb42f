import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface BotProcessOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Where its log goes; undefined shows it here. */
  readonly logFile?: string;
  /** Told when the bot died by itself and is started again. */
  readonly onRestart?: (code: number | null, signal: NodeJS.Signals | null) => void;
}

export interface BotProcess {
  /** The process that runs now; for tests that kill it. */
  readonly pid: () => number | undefined;
  /** Lets it finish what it is doing; after `graceMs` it is killed. */
  stop(graceMs?: number): Promise<void>;
}

const main = fileURLToPath(new URL('../../bot/src/main.ts', import.meta.url));
const restartDelayMs = 500;

/** Runs the bot from source as a process of its own, and starts it again when it dies, as a platform would. */
export function startBotProcess(options: BotProcessOptions): BotProcess {
  let child: ChildProcess;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  const log = options.logFile === undefined ? undefined : createWriteStream(options.logFile, { flags: 'a' });

  const start = () => {
    child = spawn(process.execPath, ['--conditions=@kie/source', main], {
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...options.env },
      stdio: ['ignore', log ? 'pipe' : 'inherit', log ? 'pipe' : 'inherit'],
      // Ctrl-C in the terminal goes to the whole group; the playground decides the order of stopping.
      detached: true,
    });
    if (log) {
      child.stdout?.pipe(log, { end: false });
      child.stderr?.pipe(log, { end: false });
    }
    child.once('exit', (code, signal) => {
      if (stopping) return;
      options.onRestart?.(code, signal);
      timer = setTimeout(start, restartDelayMs);
    });
  };
  start();

  return {
    pid: () => (child.exitCode === null && child.signalCode === null ? child.pid : undefined),
    async stop(graceMs = 25_000) {
      stopping = true;
      clearTimeout(timer);
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        const killer = setTimeout(() => child.kill('SIGKILL'), graceMs);
        await gone;
        clearTimeout(killer);
      }
      log?.end();
    },
  };
}
