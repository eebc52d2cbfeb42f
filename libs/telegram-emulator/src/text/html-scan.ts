const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Reads a character reference at `index` (which holds `&`). Unknown ones stay text; the `;` may be missing. */
export function readCharacterReference(
  text: string,
  index: number,
): { value: string; end: number } | undefined {
  const rest = text.slice(index, index + 40);
  const numeric = /^&#(?:x([\da-f]*)|(\d*));?/i.exec(rest);
  if (numeric !== null) {
    const digits = numeric[0].replace(/;$/, '');
    const code = numeric[1] === undefined ? Number(numeric[2]) : Number.parseInt(numeric[1], 16);
    if (!Number.isInteger(code) || code === 0 || code >= 0x10ffff || digits.length >= 10) return undefined;
    return { value: String.fromCodePoint(code), end: index + numeric[0].length };
  }
  const named = /^&([a-z]+);?/i.exec(rest);
  const value = named?.[1] === undefined ? undefined : NAMED[named[1]];
  return named === null || value === undefined ? undefined : { value, end: index + named[0].length };
}

/** Resolves every character reference of an attribute value. */
export function decodeReferences(text: string): string {
  let result = '';
  for (let index = 0; index < text.length;) {
    const reference = text[index] === '&' ? readCharacterReference(text, index) : undefined;
    result += reference?.value ?? text.charAt(index);
    index = reference?.end ?? index + 1;
  }
  return result;
}

export interface Attributes {
  values: Map<string, string>;
  /** Index of the closing `>`. */
  end: number;
}

/** Why the attributes could not be read; the caller adds tag and position. */
export interface AttributeFailure {
  failure: 'empty_name' | 'unclosed_named' | 'unclosed' | 'bad_token';
  at: number;
}

/** Reads `name="value"` pairs up to `>`. */
export function readAttributes(text: string, start: number): Attributes | AttributeFailure {
  const values = new Map<string, string>();
  let index = start;
  const skipSpace = (): void => {
    while (/\s/.test(text.charAt(index))) index += 1;
  };
  while (text[index] !== '>') {
    skipSpace();
    if (text[index] === '>') break;
    const name = /^[^\s=>/"']*/.exec(text.slice(index, index + 256))?.[0] ?? '';
    if (name === '') return { failure: 'empty_name', at: start };
    index += name.length;
    skipSpace();
    if (text[index] !== '=') {
      if (index >= text.length) return { failure: 'unclosed_named', at: start };
      values.set(name, '');
      continue;
    }
    index += 1;
    skipSpace();
    if (index >= text.length) return { failure: 'unclosed_named', at: start };
    const quote = text.charAt(index);
    if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, index + 1);
      const end = close < 0 ? text.length : close;
      values.set(name, decodeReferences(text.slice(index + 1, end)));
      index = end + 1;
    } else {
      const tokenStart = index;
      while (/[a-z\d.-]/i.test(text.charAt(index))) index += 1;
      values.set(name, text.slice(tokenStart, index).toLowerCase());
      if (!/[\s>]/.test(text.charAt(index)) && index < text.length)
        return { failure: 'bad_token', at: tokenStart };
    }
    if (index >= text.length) return { failure: 'unclosed', at: start };
  }
  return { values, end: index };
}
