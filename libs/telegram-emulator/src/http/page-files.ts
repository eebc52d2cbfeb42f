import { readFile } from 'node:fs/promises';

/**
 * The chat page's files. They stay in `src/page`, which is part of the package, and this path reaches them from
 * `src/http` as well as from the built `dist/http`.
 */
const FOLDER = new URL('../../src/page/', import.meta.url);

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Nothing from elsewhere, no inline script: even a mistake in the page could not run a message's text. */
export const PAGE_HEADERS: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; " +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** One file of the page by its URL path, e.g. `/` or `/page/app.js`; undefined when there is none. */
export async function readPageFile(path: string): Promise<{ bytes: Buffer; type: string } | undefined> {
  const name = path === '/' ? 'index.html' : /^\/page\/([a-z-]+\.(?:js|css|svg))$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  try {
    const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return { bytes: await readFile(new URL(name, FOLDER)), type };
  } catch {
    return undefined;
  }
}
