import type { FloodLimits } from './api/flood.ts';
import type { EmulatorClock } from './clock.ts';
import type { EmulatorIds } from './ids.ts';
import { EMULATOR_TOKEN, isWellFormedToken, looksLikeRealToken } from './token.ts';
import { isLoopbackHost } from './updates/webhook.ts';

/** What a bot is called and may do. */
export interface BotOptions {
  /** Default: a fixed, obviously fake one. A token that looks real is refused. The digits are the bot's id. */
  token?: string;
  /** Default `kie_emulated_bot`. */
  botUsername?: string;
  /** The bot's first name, shown on the page. */
  botName?: string;
  /** `true` turns privacy mode off: the bot gets every message of its groups. Default `false`, as with Telegram. */
  canReadAllGroupMessages?: boolean;
  /** No limits unless given. */
  floodLimits?: FloodLimits;
}

/** Everything about an emulator that can be chosen. Nothing is needed. */
export interface TelegramEmulatorOptions extends BotOptions {
  /** Default 0: any free port. */
  port?: number;
  /** Default `127.0.0.1`. Only addresses of this machine are accepted. */
  host?: string;
  /** Keep state and files here over restarts. Without it everything is in memory. */
  dataDir?: string;
  clock?: EmulatorClock;
  ids?: EmulatorIds;
  /** 0 to 1; spreads long webhook retry delays. */
  random?: () => number;
  /** For webhook deliveries and media by URL. */
  fetch?: typeof fetch;
  /** Also logs each Bot API call: method, status, duration, error text. Default false. Idle polls are left out. */
  logCalls?: boolean;
  /** Gets one line for each remarkable event, e.g. an unknown method. Default: standard error. */
  log?: (line: string) => void;
}

/** The options with every default filled in. Throws a TypeError that names the option and what it may be. */
export function checkOptions(options: TelegramEmulatorOptions): {
  port: number;
  host: string;
  token: string;
} {
  const { port = 0, host = '127.0.0.1', token = EMULATOR_TOKEN } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new TypeError(`port must be an integer from 0 to 65535, not ${port}.`);
  }
  if (!isLoopbackHost(host)) {
    throw new TypeError(
      `host must be an address of this machine (127.0.0.1, ::1, localhost), not "${host}": the emulator has no access ` +
        'control.',
    );
  }
  return { port, host, token: checkToken(token) };
}

/** The token, or a TypeError that never repeats it. */
export function checkToken(token: string): string {
  if (looksLikeRealToken(token)) {
    throw new TypeError(
      'token looks like that of a real bot. The emulator shows and logs what it sees, so leave the option out, or use a ' +
        `made-up token such as ${EMULATOR_TOKEN}.`,
    );
  }
  if (!isWellFormedToken(token)) {
    throw new TypeError('token must look like <digits>:<letters, digits, _ or ->, e.g. 1:emulator.');
  }
  return token;
}
