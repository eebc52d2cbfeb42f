/**
 * The length of a text as the catalogue counts it: Unicode code points, as JSON Schema's `maxLength` does (KIE's
 * pages are OpenAPI). A family emoji is 8 UTF-16 units, 5 code points and 1 visible character; 5 counts.
 */
export function codePoints(text: string): number {
  let count = text.length;
  // Answered at once for a text of Latin letters, however long.
  if (!/[\uD800-\uDBFF]/.test(text)) return count;
  // Half the time of `for … of`, which makes a text of each letter.
  for (let at = 0; at < text.length - 1; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(at + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      count--;
      at++;
    }
  }
  return count;
}

/** Whether the text has at least `min` code points. */
export function isAtLeast(text: string, min: number): boolean {
  return text.length >= 2 * min || codePoints(text) >= min;
}

/** Whether the text is longer than `max` code points, without a count where its length tells. */
export function isLongerThan(text: string, max: number): boolean {
  // A code point has one or two UTF-16 units.
  if (text.length <= max) return false;
  return text.length > 2 * max || codePoints(text) > max;
}
