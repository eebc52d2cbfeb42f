/**
 * Checks an address before anything connects, so that a typo is not reported as a network problem. The text itself may hold a
 * password and is never repeated.
 *
 * @throws Error naming what is missing
 */
export function checkUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'postgres:' && parsed?.protocol !== 'postgresql:') {
    throw new Error(
      'The database address is not one of PostgreSQL. It looks like postgres://user:password@host:5432/name; ' +
        'special characters in the password are percent-encoded.',
    );
  }
}
