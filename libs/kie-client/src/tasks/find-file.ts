/**
 * The path of the first value that JSON would silently turn into `{}` or a table of numbers: a Blob, bytes, a stream.
 * `undefined` when there is none.
 */
export function findFile(value: unknown, path = '', seen = new Set<object>()): string | undefined {
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
  seen.add(value);
  if (isFile(value)) return path;
  for (const [key, item] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const found = findFile(item, here, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isFile(value: object): boolean {
  return (
    value instanceof Blob ||
    value instanceof ReadableStream ||
    value instanceof Response ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value)
  );
}
