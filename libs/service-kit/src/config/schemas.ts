import * as v from 'valibot';

/** `1`, `true`, `yes`, `on` and their opposites as a boolean. */
export function flag(): v.GenericSchema<string, boolean> {
  return v.pipe(
    v.string(),
    v.toLowerCase(),
    v.picklist(['1', '0', 'true', 'false', 'yes', 'no', 'on', 'off'], 'must be 1 or 0'),
    v.transform((text) => ['1', 'true', 'yes', 'on'].includes(text)),
  );
}

/** A whole number in decimal digits between `min` and `max`, both allowed. */
export function wholeNumber(
  min: number,
  max: number = Number.MAX_SAFE_INTEGER,
): v.GenericSchema<string, number> {
  const allowed =
    max === Number.MAX_SAFE_INTEGER
      ? `must be a whole number, at least ${min}`
      : `must be a whole number from ${min} to ${max}`;
  return v.pipe(
    v.string(),
    v.regex(/^-?\d{1,16}$/, allowed),
    v.transform(Number),
    v.check((value) => value >= min && value <= max, allowed),
  );
}

/** An absolute address with one of the given schemes (default http and https); without a slash at its end. */
export function url(schemes: readonly string[] = ['http', 'https']): v.GenericSchema<string, string> {
  const allowed = `must be an address starting with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`;
  return v.pipe(
    v.string(),
    v.check((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)), allowed),
    v.transform((text) => text.replace(/\/{1,5}$/, '')),
  );
}

/** Comma-separated items, each read by `item`; blanks around them and empty items are dropped. */
export function list<T>(item: v.GenericSchema<string, T>): v.GenericSchema<string, T[]> {
  return v.pipe(
    v.string(),
    v.transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
    v.array(item),
  );
}
