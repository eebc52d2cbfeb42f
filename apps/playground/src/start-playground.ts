import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startPostgres } from '@kie/embedded-postgres';
import { startKieEmulator } from '@kie/emulator';
import { startTelegramEmulator } from '@kie/telegram-emulator';
import { startBotProcess, type BotProcess } from './bot-process.ts';
import type { RealPart } from './options.ts';
import { freePort } from './ports.ts';
import { playgroundSecret } from './secrets.ts';

export interface PlaygroundOptions {
  /** Everything lives here and survives a restart: database, both emulators, files, log. */
  readonly dataDir: string;
  readonly real?: ReadonlySet<RealPart>;
  /** How much faster than KIE the simulated one is. Default 8: a picture in a few seconds. */
  readonly speed?: number;
  readonly verbose?: boolean;
  /** Variables for the bot on top of the playground's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Ports wanted; another free one is taken when they are busy. 0 = any. */
  readonly ports?: { readonly chat?: number; readonly kie?: number; readonly bot?: number };
  /** Told what happens, in sentences. */
  readonly say?: (sentence: string) => void;
}

export interface Playground {
  /** The chat page, or undefined with the real Telegram. */
  readonly chatUrl: string | undefined;
  readonly databaseUrl: string;
  readonly bot: BotProcess;
  readonly botUrl: string;
  readonly telegram: Awaited<ReturnType<typeof startTelegramEmulator>> | undefined;
  readonly kie: Awaited<ReturnType<typeof startKieEmulator>> | undefined;
  stop(): Promise<void>;
}

const welcomeCredits = '1000';

/** Starts what is simulated, then the bot as a process of its own, and waits until the bot is ready. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { real = new Set<RealPart>(), speed = 8, say = () => {}, ports = {} } = options;
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const one of stops.toReversed()) await one();
  };
  try {
    const env: Record<string, string> = {};
    if (!real.has('db')) {
      say('PostgreSQL …');
      const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres') });
      stops.push(async () => {
        await postgres.stop();
      });
      env.DATABASE_URL = await databaseOf(postgres);
    }
    let kie: Playground['kie'];
    if (!real.has('kie')) {
      say('a simulated KIE.ai …');
      kie = await startKieEmulator({
        port: await freePort(ports.kie ?? 4102),
        dataDir: join(dataDir, 'kie'),
        speed,
        credits: 100_000,
      });
      const emulator = kie;
      stops.push(async () => {
        await emulator.stop();
      });
      Object.assign(env, {
        KIE_API_KEY: 'test-key',
        KIE_BASE_URL: kie.url,
        KIE_UPLOAD_BASE_URL: kie.uploadUrl,
        OPENAI_API_KEY: 'test-key',
        OPENAI_BASE_URL: `${kie.url}/gemini-3-flash/v1`,
        OPENAI_MODEL: 'gemini-3-flash',
      });
    }
    let telegram: Playground['telegram'];
    if (!real.has('telegram')) {
      say('a simulated Telegram …');
      telegram = await startTelegramEmulator({
        port: await freePort(ports.chat ?? 4101),
        dataDir: join(dataDir, 'telegram'),
      });
      const emulator = telegram;
      stops.push(async () => {
        await emulator.stop();
      });
      Object.assign(env, { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot });
    }
    say('the bot …');
    const port = await freePort(ports.bot ?? 4100);
    const botUrl = `http://127.0.0.1:${port}`;
    for (const name of ['DATABASE_URL', 'KIE_API_KEY', 'TELEGRAM_BOT_TOKEN'])
      env[name] ??= process.env[name] ?? '';
    const bot = startBotProcess({
      env: {
        ...env,
        HOST: '127.0.0.1',
        PORT: String(port),
        BOT_ROLE: 'all',
        BOT_MODE: 'polling',
        MEDIA_ROOT: join(dataDir, 'media'),
        WELCOME_CREDITS: welcomeCredits,
        ...(kie
          ? { PUBLIC_BASE_URL: botUrl, KIE_CALLBACK_SECRET: playgroundSecret(dataDir, 'callback') }
          : {}),
        ...options.env,
      },
      ...(options.verbose ? {} : { logFile: join(dataDir, 'bot.log') }),
      onRestart: (code, signal) => {
        say(`the bot ended (${signal ?? `code ${code}`}) and is started again`);
      },
    });
    stops.push(async () => {
      await bot.stop();
    });
    await untilReady(botUrl, bot, join(dataDir, 'bot.log'));
    return {
      chatUrl: telegram?.pageUrl,
      databaseUrl: env.DATABASE_URL ?? '',
      bot,
      botUrl,
      telegram,
      kie,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function databaseOf(postgres: Awaited<ReturnType<typeof startPostgres>>): Promise<string> {
  try {
    return await postgres.createDatabase('bot');
  } catch (error) {
    // 42P04 duplicate_database: the one of the last run (https://www.postgresql.org/docs/current/errcodes-appendix.html)
    if ((error as { code?: string }).code === '42P04') return postgres.url('bot');
    throw error;
  }
}

async function untilReady(botUrl: string, bot: BotProcess, logFile: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  let last = '';
  while (Date.now() < deadline) {
    try {
      const response = await fetch(`${botUrl}/readyz`);
      if (response.ok) return;
      last = await response.text();
    } catch {
      last = bot.pid() === undefined ? 'the process is not running' : 'it does not listen yet';
    }
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error(`the bot is not ready after 60 s (${last}); its log: ${logFile}`);
}
