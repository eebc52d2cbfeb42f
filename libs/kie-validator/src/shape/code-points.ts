/**
 * The length of a text as the catalogue counts it: Unicode code points, as JSON Schema's `maxLength` does (KIE's
 * pages are OpenAPI). A family emoji is 8 UTF-16 units, 5 code points and 1 visible character; 5 counts.
 */
export function codePoints(text: string): number {
  // Texts without surrogates are the rule, and counting letter by letter is slow.
  if (!/[\uD800-\uDBFF]/.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Whether the text is longer than `max` code points, without a count where its length tells. */
export function isLongerThan(text: string, max: number): boolean {
  // A code point has one or two UTF-16 units.
  if (text.length <= max) return false;
  return text.length > 2 * max || codePoints(text) > max;
}
