/**
 * The length of a text as the catalogue counts it: Unicode code points, as JSON Schema's `maxLength` does (KIE's
 * pages are OpenAPI). A family emoji is 8 UTF-16 units, 5 code points and 1 visible character; 5 counts.
 */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Whether the text is longer than `max` code points, without walking a text that cannot be. */
export function isLongerThan(text: string, max: number): boolean {
  return text.length > max && codePoints(text) > max;
}
