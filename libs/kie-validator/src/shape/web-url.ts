/**
 * Whether KIE can fetch the URL: http or https, a host, no user name or password in it (they would end up in
 * somebody's log). `schemes` are further ones that a model documents, such as `asset`.
 */
export function isFetchable(value: string, schemes: readonly string[]): boolean {
  if (schemes.some((scheme) => value.startsWith(`${scheme}://`) && value.length > scheme.length + 3))
    return true;
  if (value.trim() !== value || !/^https?:\/\/[^/]/i.test(value)) return false;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url !== undefined && url.hostname !== '' && url.username === '' && url.password === '';
}
