/** The answer about an input; `reason` is a word for logs and screens, not a quote. */
export type ModerationVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: string };

/** Looks at an input before any credits are held. It runs inside the caller's transaction: answer quickly. */
export type Moderate = (request: {
  readonly modelId: string;
  readonly input: Readonly<Record<string, unknown>>;
}) => ModerationVerdict | Promise<ModerationVerdict>;

/**
 * The simplest moderation: refuses an input in which one of the words stands as a word of its own, in any case and
 * however letters are composed, at any depth. A list of words of more than one word matches them in a row.
 *
 * @example
 * ```ts
 * const moderate = createWordListModeration(['bomb recipe']);
 * moderate({ modelId: 'z-image', input: { prompt: 'A Bomb   Recipe' } }); // { allowed: false, reason: 'word_list' }
 * ```
 */
export function createWordListModeration(words: readonly string[]): Moderate {
  const phrases = words.map((word) => plain(word)).filter((phrase) => phrase.trim() !== '');
  return ({ input }) => {
    const refused = textsIn(input).some((text) => phrases.some((phrase) => plain(text).includes(phrase)));
    return refused ? { allowed: false, reason: 'word_list' } : { allowed: true };
  };
}

/** Small letters, one blank between words and at both ends. */
function plain(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return ` ${words.join(' ')} `;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner) => textsIn(inner));
}
