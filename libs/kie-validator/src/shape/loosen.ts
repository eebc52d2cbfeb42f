import type { Field } from '@kie/registry';

const numeric = /^-?(?:\d+|\d*\.\d+)$/;

function asNumber(value: unknown): unknown {
  return typeof value === 'string' && numeric.test(value.trim()) ? Number(value) : value;
}

function asText(value: unknown): unknown {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : undefined;
  return typeof only === 'string' ? only : value;
}

function asBoolean(value: unknown): unknown {
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}

/** The one allowed value that differs only in case, blanks around it or its JSON type. */
function asListed(value: unknown, allowed: readonly unknown[]): unknown {
  if (allowed.includes(value) || (typeof value !== 'string' && typeof value !== 'number')) return value;
  const plain = (one: unknown): string => String(one).trim().toLowerCase();
  const wanted = plain(value);
  const found = allowed.filter((one) => plain(one) === wanted);
  return found.length === 1 ? found[0] : value;
}

/**
 * What a value in another JSON type or spelling can only mean: `5` for `"5"`, `"true"` for `true`, `"720P"` for
 * `"720p"`, one text for a list of it. What is ambiguous stays as it is, for the checks to refuse.
 */
export function loosen(field: Field, value: unknown): unknown {
  if (field.type === 'array') return typeof value === 'string' && value !== '' ? [value] : value;
  if (field.values !== undefined) return asListed(value, field.values);
  switch (field.type) {
    case 'number':
    case 'integer':
      return asNumber(value);
    case 'boolean':
      return asBoolean(value);
    case 'string':
      return asText(value);
    default:
      return value;
  }
}
