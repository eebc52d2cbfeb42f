import type { KieCategory, KieErrorCode } from '../errors/codes.ts';
import { categoryOfText } from './category.ts';

/** What an envelope code other than 200 means. */
export interface Refusal {
  readonly code: KieErrorCode;
  readonly category: KieCategory;
  /** What to do about it. */
  readonly advice: string;
}

type Row = readonly [KieErrorCode, KieCategory, string];

const REQUEST = 'Compare the payload with the model’s page, or check it with @kie/validator.';
const LATER = 'Try again later.';

/** KIE's documented codes and those seen in traffic. */
const CODES: Readonly<Record<number, Row>> = {
  400: ['invalid_request', 'validation', REQUEST],
  401: ['unauthorized', 'auth', 'Check apiKey, and the IP allow-list of the key at https://kie.ai/api-key.'],
  402: ['insufficient_credits', 'credits', 'Top up the account at https://kie.ai.'],
  404: ['not_found', 'not_found', 'Check the model id and baseUrl.'],
  405: ['invalid_request', 'validation', REQUEST],
  408: ['provider_error', 'timeout', LATER],
  409: ['invalid_request', 'validation', REQUEST],
  413: ['invalid_request', 'validation', REQUEST],
  422: ['invalid_request', 'validation', REQUEST],
  429: [
    'rate_limited',
    'rate_limit',
    'Share one limiter between all clients of the account, or try again later.',
  ],
  430: [
    'rate_limited',
    'rate_limit',
    'Share one limiter between all clients of the account, or try again later.',
  ],
  433: ['key_limit_reached', 'credits', 'Raise the limit of this key at https://kie.ai/api-key.'],
  451: ['media_unreachable', 'input', 'KIE could not fetch a media URL of the input: it must be public.'],
  455: ['maintenance', 'maintenance', LATER],
  500: ['provider_error', 'provider', LATER],
  501: ['provider_error', 'provider', LATER],
  505: ['feature_disabled', 'provider', 'KIE has switched this feature off.'],
  531: ['provider_error', 'provider', LATER],
  550: ['queue_full', 'provider', LATER],
};

/** Codes under which KIE says several things; only its text tells them apart. */
const AMBIGUOUS: ReadonlySet<number> = new Set([400, 422, 500]);

/** What such a text makes of the code. */
const TOLD: Readonly<Partial<Record<KieCategory, Row>>> = {
  maintenance: ['maintenance', 'maintenance', LATER],
  credits: ['insufficient_credits', 'credits', 'Top up the account at https://kie.ai.'],
  input: ['invalid_request', 'input', REQUEST],
  moderation: ['invalid_request', 'moderation', 'Change the prompt or the media.'],
};

/** Explains an envelope code. An unknown one is KIE's own trouble. */
export function explainCode(kieCode: number, msg: string): Refusal {
  const told = AMBIGUOUS.has(kieCode) ? categoryOfText(msg) : undefined;
  const row = (told && TOLD[told]) ?? CODES[kieCode];
  const [code, category, advice] = row ?? (['provider_error', 'unknown', LATER] as const);
  return { code, category, advice };
}

/**
 * Codes that say "nothing was made" about a create request. 408, 500, 501 and 531 do not: KIE uses them for its own
 * trouble at any stage, and an unknown code says nothing at all.
 */
const REFUSING: ReadonlySet<number> = new Set([
  400, 401, 402, 404, 405, 409, 413, 422, 429, 430, 433, 451, 455, 505, 550,
]);

/** Whether a create request that was answered with this code, and no task id, certainly made nothing. */
export function isRefusal(kieCode: number): boolean {
  return REFUSING.has(kieCode);
}

/** Whether this code asks for fewer requests. */
export function isRateLimit(kieCode: number): boolean {
  return kieCode === 429 || kieCode === 430;
}
