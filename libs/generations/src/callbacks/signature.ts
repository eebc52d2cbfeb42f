import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which paid request a callback belongs to. */
export interface CallbackSubject {
  readonly generationId: string;
  readonly attempt: number;
}

/**
 * Our signature for a callback URL: base64url of HMAC-SHA256 over `<generation id>.<attempt>`. KIE gets the URL with
 * the paid request and nobody else knows it, so a callback that comes to it names a task of that very request.
 *
 * @example
 * ```ts
 * const url = `${publicUrl}/kie/${generationId}/${attempt}/${signCallback(secret, { generationId, attempt })}`;
 * ```
 */
export function signCallback(secret: string, subject: CallbackSubject): string {
  if (secret === '')
    throw new Error('The secret for callback signatures is empty. Set one of at least 32 random characters.');
  return createHmac('sha256', secret)
    .update(`${subject.generationId}.${subject.attempt}`)
    .digest('base64url');
}

/** Whether the signature is ours. Several secrets are accepted at once, so that a secret can be replaced. */
export function verifyCallback(
  secrets: string | readonly string[],
  subject: CallbackSubject & { readonly signature: string },
): boolean {
  const given = Buffer.from(subject.signature);
  return (typeof secrets === 'string' ? [secrets] : secrets).some((secret) => {
    const expected = Buffer.from(signCallback(secret, subject));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
