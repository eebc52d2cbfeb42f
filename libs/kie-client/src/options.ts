import type { ApiAdapter } from './api/adapter.ts';
import type { KyInstance } from 'ky';
import { systemClock, type Clock } from './clock.ts';
import type { PriceQuote } from './client.ts';
import { checkedNumber, invalidArgument } from './errors/invalid-argument.ts';
import { createGate, type Gate } from './gate.ts';
import { createKieLimiter, type KieLimiter } from './limiter.ts';
import { once } from './once.ts';
import { isWebUrl, parseUrl } from './url.ts';
import { createObserver, type KieHooks, type KieLogger, type Observer } from './observe.ts';

/** How often and how long the client tries again. */
export interface RetryOptions {
  /** Further tries of everything that is free: status, credits, uploads, download links. Default 2. */
  readonly attempts?: number;
  /**
   * `'5xx'` also repeats `createTask` after HTTP 5xx and code 500, as often as `attempts` says. **It can pay twice**: KIE may
   * have made the task before it broke, and has no way to tell it from a second one. Never after a lost connection or a
   * time-out. Default: not at all.
   */
  readonly create?: '5xx';
  /** `createTask` is repeated after a rate-limit refusal only, and for this long at most. Default 60 000 ms. */
  readonly rateLimitBudgetMs?: number;
  /** A longer `Retry-After` is cut to this. Default 30 000 ms. */
  readonly maxRetryAfterMs?: number;
}

/** For {@link createKieClient}. Only `apiKey` is needed. */
export interface KieClientOptions {
  /** From kie.ai/api-key. Never put it into a browser. */
  readonly apiKey: string;
  /** Default `https://api.kie.ai`. A path is kept, for proxies. */
  readonly baseUrl?: string | URL;
  /** Uploads live on another host. Default `https://kieai.redpandaai.co`. */
  readonly uploadBaseUrl?: string | URL;
  /** Used instead of the platform's `fetch`, for proxies and instruments. */
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
  /** A number from 0 to below 1, for jitter. */
  readonly random?: () => number;
  /** Pass one limiter to all clients of one KIE account. Default: one of its own for each client. */
  readonly limiter?: KieLimiter;
  readonly logger?: KieLogger;
  readonly hooks?: KieHooks;
  readonly retry?: RetryOptions;
  /** From sending to the last byte of the answer, for each try. Default 30 000 ms. */
  readonly requestTimeoutMs?: number;
  /** The same for uploads. Default 120 000 ms. */
  readonly uploadTimeoutMs?: number;
  /** Hosts `download` may fetch from over https besides KIE's, without subdomains. */
  readonly downloadHosts?: readonly string[];
  /** Older APIs of KIE to speak besides the built-in ones, e.g. `suno` of '@kie/client/suno'. */
  readonly apis?: readonly ApiAdapter[];
  /** How many status requests of all waits may be under way at once. Default 64. */
  readonly maxConcurrentLooks?: number;
  /** How long tasks of a model usually take, in ms; see `expectedMs` of `waitTask`. */
  readonly expectedMs?: (model: string) => number | undefined;
  /** Tells the price for `maxCredits`, e.g. by `quote` of @kie/registry. */
  readonly quote?: (
    model: string,
    payload: Readonly<Record<string, unknown>>,
  ) => PriceQuote | Promise<PriceQuote>;
}

/** KIE's API host. */
export const KIE_BASE_URL = 'https://api.kie.ai';
/** KIE's upload host. */
export const KIE_UPLOAD_BASE_URL = 'https://kieai.redpandaai.co';

/** The HTTP library. */
export type Ky = KyInstance;

/** The options with every default filled in. */
export interface Settings {
  readonly apiKey: string;
  readonly baseUrl: URL;
  readonly uploadBaseUrl: URL;
  readonly fetch: typeof fetch;
  readonly loadKy: () => Promise<Ky>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly limiter: KieLimiter;
  readonly observer: Observer;
  readonly attempts: number;
  readonly createAfter5xx: boolean;
  readonly rateLimitBudgetMs: number;
  readonly maxRetryAfterMs: number;
  readonly requestTimeoutMs: number;
  readonly uploadTimeoutMs: number;
  readonly downloadHosts: readonly string[];
  readonly apis: readonly ApiAdapter[];
  readonly looks: Gate;
  readonly expectedMs: KieClientOptions['expectedMs'] | undefined;
  readonly quote: KieClientOptions['quote'] | undefined;
}

/** Checks the options once and fills in the defaults. */
export function normalizeOptions(options: KieClientOptions): Settings {
  const clock = options.clock ?? systemClock;
  return {
    apiKey: checkedKey(options.apiKey),
    baseUrl: checkedBase('baseUrl', options.baseUrl ?? KIE_BASE_URL),
    uploadBaseUrl: checkedBase('uploadBaseUrl', options.uploadBaseUrl ?? KIE_UPLOAD_BASE_URL),
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    loadKy: once(async () => (await import('ky')).default),
    clock,
    random: options.random ?? Math.random,
    limiter: options.limiter ?? createKieLimiter({ clock }),
    observer: createObserver(options.logger, options.hooks),
    attempts: checkedNumber('retry.attempts', options.retry?.attempts ?? 2, 0, 10),
    createAfter5xx: checkedCreate(options.retry?.create),
    rateLimitBudgetMs: checkedNumber(
      'retry.rateLimitBudgetMs',
      options.retry?.rateLimitBudgetMs ?? 60_000,
      0,
    ),
    maxRetryAfterMs: checkedNumber('retry.maxRetryAfterMs', options.retry?.maxRetryAfterMs ?? 30_000, 0),
    requestTimeoutMs: checkedNumber('requestTimeoutMs', options.requestTimeoutMs ?? 30_000, 1),
    uploadTimeoutMs: checkedNumber('uploadTimeoutMs', options.uploadTimeoutMs ?? 120_000, 1),
    downloadHosts: options.downloadHosts ?? [],
    apis: options.apis ?? [],
    looks: createGate(checkedNumber('maxConcurrentLooks', options.maxConcurrentLooks ?? 64, 1)),
    expectedMs: options.expectedMs,
    quote: options.quote,
  };
}

function checkedKey(apiKey: unknown): string {
  // What an HTTP header can carry; the value itself is not repeated here.
  if (typeof apiKey === 'string' && /^[\x21-\x7e]+$/.test(apiKey)) return apiKey;
  throw invalidArgument(
    'apiKey must be a non-empty string without blanks or line breaks. Get one at https://kie.ai/api-key.',
  );
}

function checkedCreate(value: unknown): boolean {
  if (value === undefined || value === '5xx') return value === '5xx';
  throw invalidArgument("retry.create is '5xx', which can pay twice, or left out.");
}

function checkedBase(name: string, value: string | URL): URL {
  const url = parseUrl(value);
  if (isWebUrl(url) && !url.username && !url.search && !url.hash) return url;
  throw invalidArgument(`${name} must be an absolute http(s) URL without user, query and fragment.`);
}
