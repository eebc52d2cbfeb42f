/** A value as it is shown in a message: JSON, so that the text "5" and the number 5 differ. */
export function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

/** A value that a caller gave: shown only when short, as it may be anything, a prompt included. */
export function showGiven(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.length <= 24 ? show(value) : 'this value';
}

/** `a`, `a or b`, `a, b or c`. */
export function either(words: readonly string[], last = 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** The allowed values, cut after a dozen. */
export function listed(values: readonly unknown[]): string {
  const shown = values.slice(0, 12).map(show).join(', ');
  return values.length > 12 ? `${shown} and ${values.length - 12} more` : shown;
}

/** The JSON type of a value, with the words people use for it. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'object') return 'an object';
  return `a ${typeof value}`;
}
