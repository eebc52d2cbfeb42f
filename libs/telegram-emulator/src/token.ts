/** The token that the emulator uses unless told otherwise. Shaped like a real one, and plainly none. */
export const EMULATOR_TOKEN = '7000000001:EMULATOR-0000000000-EMULATOR-0000';

/**
 * True for a token that could belong to a real bot. The emulator refuses to start with one: it would end up in logs,
 * journals and on the chat page, which nobody expects to hold a secret.
 */
export function looksLikeRealToken(token: string): boolean {
  return /^\d{5,}:[\w-]{34,36}$/.test(token) && !/emulator|example|fake|test/i.test(token);
}

/** Telegram's own idea of a well-formed token (`<digits>:<secret>`), used for its two different 401 answers. */
export function isWellFormedToken(token: string): boolean {
  return /^[1-9]\d*:[\w-]+$/.test(token) && token.length <= 80;
}
