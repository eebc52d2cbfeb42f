import type { KieCategory } from '../errors/codes.ts';

/**
 * Words of real KIE messages (production logs, June to October 2026), most telling first. KIE has no machine-readable
 * reason: moderation, a bad input and a busy server may all come with code 400 or 500.
 */
const WORDS: readonly (readonly [KieCategory, RegExp])[] = [
  [
    'moderation',
    /flagged|moderat|content.?policy|safety|nsfw|sensitive|prohibited|content could not be processed|request blocked/i,
  ],
  ['maintenance', /being maintained|maintenance/i],
  ['credits', /credits? insufficient|insufficient credits?|balance isn't enough/i],
  ['rate_limit', /call frequency|rate limit|too many requests/i],
  [
    'input',
    /file is unavailable|not supported|within the range|cannot be empty|is required|不能为空|invalid|too (?:large|small|long|short)|only supports/i,
  ],
  ['timeout', /timed? ?out/i],
  ['provider', /internal error|server is busy|try again later|server exception/i],
];

const CODES: Readonly<Record<string, KieCategory>> = {
  400: 'input',
  401: 'auth',
  402: 'credits',
  408: 'timeout',
  422: 'input',
  429: 'rate_limit',
  430: 'rate_limit',
  433: 'credits',
  451: 'input',
  455: 'maintenance',
  500: 'provider',
  501: 'provider',
  531: 'provider',
  GENERATION_FAILED: 'provider',
};

/** Guesses a category from KIE's text. A guess: use it for words and counters, never for money. */
export function categoryOfText(text: string): KieCategory | undefined {
  return WORDS.find(([, words]) => words.test(text))?.[0];
}

/** Why a task failed: by its text, else by its code. */
export function categoryOfFailure(code: string, text: string): KieCategory {
  return categoryOfText(text) ?? CODES[code] ?? 'unknown';
}
