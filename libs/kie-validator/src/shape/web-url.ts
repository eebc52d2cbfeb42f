/** A URL like nearly all: a plain host name that ends in letters, no user, nothing that a parser would have to mend. */
const plainUrl = /^https?:\/\/(?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,63}(?::\d{1,4})?(?:[/?#][!-[\]-~]*)?$/i;

/**
 * Whether KIE can fetch the URL: http or https, a host, no user name or password in it (they would end up in
 * somebody's log). `schemes` are further ones that a model documents, such as `asset`.
 */
export function isFetchable(value: string, schemes: readonly string[]): boolean {
  if (schemes.some((scheme) => value.startsWith(`${scheme}://`) && value.length > scheme.length + 3))
    return true;
  // Parsing takes ten times as long; `xn--` is left to it, as not every such name is one.
  if (plainUrl.test(value) && !value.includes('--')) return true;
  if (value.trim() !== value || !/^https?:\/\/[^/]/i.test(value)) return false;
  const url = URL.parse(value);
  return url !== null && url.hostname !== '' && url.username === '' && url.password === '';
}
