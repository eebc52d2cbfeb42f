import { backoffMs, systemClock, type Clock, type Logger, type Redactor } from '@kie/service-kit';
import type { Context, Telegraf } from 'telegraf';
import { networkError, readAnswer } from './answer.ts';
import { TelegramApiError } from './error.ts';
import { installInto } from './install.ts';
import { requestBody, type Params } from './request-body.ts';
import { isHarmless, isIdempotent } from './retry.ts';

export interface TelegramApiOptions {
  readonly token: string;
  /** Default `https://api.telegram.org`; an emulator or a Bot API server of your own otherwise. A path is kept. */
  readonly apiRoot?: string;
  readonly logger: Logger;
  /** Goes over every description before it gets into an error. */
  readonly redactor?: Redactor;
  readonly clock?: Clock;
  readonly fetch?: typeof globalThis.fetch;
  /** 0 to 1, for jitter. */
  readonly random?: () => number;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** How long one try may take. Default 30 s, 180 s with a file. */
  readonly timeoutMs?: number;
  /** How long the call may wait in all when Telegram says 429. Default 60 s; 0: the 429 is thrown at once. */
  readonly maxWaitMs?: number;
  /** Repeat idempotent methods after a network error or 5xx. Default true. */
  readonly retry?: boolean;
}

/** The one door to the Bot API. */
export interface TelegramApi {
  /**
   * Calls a method by its name, also one newer than telegraf's types. Waits out 429 (at most 4 times), repeats
   * idempotent methods after network errors, and takes "is not modified" and late callback answers as success.
   * @throws TelegramApiError, or the signal's reason when aborted
   */
  call<T = unknown>(method: string, params?: Params, options?: CallOptions): Promise<T>;
  /** The bytes behind `file_path` of `getFile`. The address holds the token, so it is not given out. */
  fetchFile(filePath: string, options?: { readonly signal?: AbortSignal }): Promise<Response>;
  /** Makes telegraf's `bot.telegram` and every `ctx.telegram` call through this door. */
  install<C extends Context>(bot: Telegraf<C>): void;
}

const maxTries429 = 4;
const maxTriesNetwork = 4;

/** Creates the door to the Bot API for one bot. Opens no connection by itself. */
export function createTelegramApi(options: TelegramApiOptions): TelegramApi {
  const { token, logger, redactor, clock = systemClock, random = Math.random } = options;
  const { fetch = globalThis.fetch, apiRoot = 'https://api.telegram.org' } = options;
  const root = apiRoot.replace(/\/{1,5}$/, '');
  const hide = (text: string): string => {
    const known = text.replaceAll(token, '[redacted]');
    return redactor === undefined ? known : redactor.text(known);
  };

  const once = async (
    method: string,
    params: Params,
    { signal, timeoutMs }: CallOptions,
  ): Promise<unknown> => {
    const { body, headers } = await requestBody(params);
    signal?.throwIfAborted();
    const limit = AbortSignal.timeout(timeoutMs ?? (typeof body === 'string' ? 30_000 : 180_000));
    try {
      const response = await fetch(`${root}/bot${token}/${method}`, {
        method: 'POST',
        body,
        headers,
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      });
      return await readAnswer(method, response);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (!(error instanceof TelegramApiError)) throw networkError(method, error);
      throw error.withDescription(hide(error.description));
    }
  };

  const call = async (
    method: string,
    params: Params = {},
    callOptions: CallOptions = {},
  ): Promise<unknown> => {
    const { signal, maxWaitMs = 60_000, retry = true } = callOptions;
    let waited = 0;
    let floods = 0;
    for (let failures = 0; ;) {
      try {
        return await once(method, params, callOptions);
      } catch (error) {
        if (!(error instanceof TelegramApiError)) throw error;
        if (isHarmless(error, failures > 0)) return true;
        if (error.retryAfter !== undefined) {
          const waitMs = Math.round(error.retryAfter * 1000 + random() * 500);
          floods += 1;
          if (floods > maxTries429 || waited + waitMs > maxWaitMs) throw error;
          logger.warn({ method, waitMs }, 'Telegram asks to slow down');
          waited += waitMs;
          await clock.sleep(waitMs, signal);
        } else if (
          error.outcome !== 'refused' &&
          retry &&
          isIdempotent(method) &&
          failures + 1 < maxTriesNetwork
        ) {
          failures += 1;
          await clock.sleep(backoffMs(failures, { baseMs: 500, maxMs: 4000, random }), signal);
        } else throw error;
      }
    }
  };

  const api: TelegramApi = {
    call: call as TelegramApi['call'],
    async fetchFile(filePath, { signal } = {}) {
      const path = filePath.split('/').map(encodeURIComponent).join('/');
      if (filePath.startsWith('/') || filePath.split('/').includes('..')) {
        throw new TypeError('The file path is not one that getFile of the Bot API cloud gives.');
      }
      try {
        return await fetch(`${root}/file/bot${token}/${path}`, signal === undefined ? {} : { signal });
      } catch (error) {
        if (signal?.aborted) throw signal.reason;
        throw networkError('file', error);
      }
    },
    install: (bot) => installInto(bot, api),
  };
  return api;
}
