import { isSecretName, patterns, redacted } from './redaction-patterns.ts';

/** Takes secrets out of what is about to be shown, stored or logged. */
export interface Redactor {
  text(text: string): string;
  /**
   * A plain copy of any value, fit for JSON: errors with message, stack, cause and their own properties; maps, sets,
   * arrays and objects walked; circles, bytes and functions named. The original is not touched.
   */
  value(value: unknown): unknown;
}

const shortest = 6;
const deepest = 12;

/** Every way a known secret may be spelled in a text, longest first so that no rest of it stays. */
function spellings(secrets: readonly string[]): string[] {
  const found = new Set<string>();
  const add = (secret: string): void => {
    if (secret.length < shortest) return;
    found.add(secret);
    found.add(encodeURIComponent(Buffer.from(secret).toString()));
    found.add(JSON.stringify(secret).slice(1, -1));
    found.add(Buffer.from(secret).toString('base64'));
    found.add(Buffer.from(secret).toString('base64url'));
  };
  for (const secret of secrets) {
    add(secret);
    // A database address is known as a whole; a driver's message may hold only the password of it.
    if (secret.includes('://') && URL.canParse(secret)) {
      const { password } = new URL(secret);
      add(password);
      try {
        add(decodeURIComponent(password));
      } catch {
        // Not percent-encoded text: the raw spelling above is the only one.
      }
    }
  }
  return [...found].sort((a, b) => b.length - a.length);
}

/**
 * Knows the given secret values (also URL-encoded, base64 and JSON-escaped) and what keys, tokens, passwords in
 * addresses and signed URLs look like in general. Values shorter than 6 characters are ignored: taking them out would
 * take ordinary text out too.
 *
 * ```ts
 * import { createRedactor } from '@kie/service-kit';
 *
 * const redactor = createRedactor({ secrets: ['hunter2-hunter2'] });
 * redactor.text('login with hunter2-hunter2 failed'); // 'login with [redacted] failed'
 * ```
 */
export function createRedactor(options: { readonly secrets: readonly string[] }): Redactor {
  const known = spellings(options.secrets);

  const text = (input: string): string => {
    let out = input;
    for (const secret of known) out = out.replaceAll(secret, redacted);
    for (const { find, replace } of patterns) out = out.replaceAll(find, replace);
    return out;
  };

  const property = (name: string, value: unknown, above: readonly object[]): unknown =>
    typeof value === 'string' && value !== '' && isSecretName(name) ? redacted : walk(value, above);

  const properties = (source: object, above: readonly object[]): Record<string, unknown> => {
    const out: Record<string, unknown> = {};
    for (const name of Object.keys(source)) {
      let value: unknown;
      try {
        value = Reflect.get(source, name);
      } catch {
        value = '[unreadable]';
      }
      if (value !== undefined) define(out, text(name), property(name, value, above));
    }
    return out;
  };

  const walkError = (error: Error, above: readonly object[]): Record<string, unknown> => {
    const out: Record<string, unknown> = {
      name: walk(error.name, above),
      message: walk(error.message, above),
    };
    if (typeof error.stack === 'string') out['stack'] = text(error.stack);
    if (error.cause !== undefined) out['cause'] = walk(error.cause, above);
    if (error instanceof AggregateError) out['errors'] = walk(error.errors, above);
    return { ...properties(error, above), ...out };
  };

  const walkObject = (value: object, above: readonly object[]): unknown => {
    if (value instanceof Error) return walkError(value, above);
    if (Array.isArray(value)) return value.map((item) => walk(item, above));
    if (value instanceof Map) {
      const out: Record<string, unknown> = {};
      for (const [key, item] of value) {
        const name = typeof key === 'string' ? key : JSON.stringify(walk(key, above));
        define(out, text(name), property(name, item, above));
      }
      return out;
    }
    if (value instanceof Set) return [...value].map((item) => walk(item, above));
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
    if (value instanceof URL || value instanceof RegExp) return text(String(value));
    if (value instanceof Headers || value instanceof URLSearchParams)
      return walkObject(new Map(value), above);
    if ('toJSON' in value && typeof value.toJSON === 'function') return walk(value.toJSON(), above);
    return properties(value, above);
  };

  const walk = (value: unknown, above: readonly object[]): unknown => {
    switch (typeof value) {
      case 'string':
        return text(value);
      case 'number':
      case 'bigint': {
        const digits = String(value);
        if (text(digits) !== digits) return redacted;
        return typeof value === 'bigint' ? digits : value;
      }
      case 'function':
        return `[function ${text(value.name)}]`;
      case 'symbol':
        return text(String(value));
      case 'object':
        if (value === null) return null;
        if (above.includes(value)) return '[circular]';
        if (above.length >= deepest) return '[deeper]';
        try {
          return walkObject(value, [...above, value]);
        } catch {
          // A getter or a proxy that throws must not take the log line with it.
          return '[unreadable]';
        }
      default:
        return value;
    }
  };

  return { text, value: (value) => walk(value, []) };
}

/** Assignment of `__proto__` would change the object instead of filling it. */
function define(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
