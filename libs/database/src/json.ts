/**
 * JSON text for a jsonb column. Zero characters and halves of a character pair, which JavaScript's strings may hold and
 * PostgreSQL refuses, become U+FFFD.
 *
 * @throws TypeError for what JSON cannot say: undefined, a function, a bigint, a circle
 *
 * @example
 * await db.updateTable('drafts').set({ input: json({ prompt: 'a cat' }) }).execute();
 */
export function json(value: unknown): string {
  const text: string | undefined = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? storable(part) : part,
  );
  if (text === undefined) throw new TypeError(`A ${typeof value} has no JSON form. Use null for "nothing".`);
  return text;
}

function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}
