/** An absolute URL, or `undefined` when the value is none. */
export function parseUrl(value: string | URL, base?: URL): URL | undefined {
  const text = String(value);
  return URL.canParse(text, base?.href) ? new URL(text, base) : undefined;
}

/** Whether a URL is one of the web's. */
export function isWebUrl(url: URL | undefined): url is URL {
  return url?.protocol === 'https:' || url?.protocol === 'http:';
}
