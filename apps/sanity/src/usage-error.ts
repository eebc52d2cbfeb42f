/** The request is wrong in itself: an unknown model, type or vendor, a missing key. The message says what is allowed. */
export class UsageError extends Error {
  override name = 'UsageError' as const;
}
