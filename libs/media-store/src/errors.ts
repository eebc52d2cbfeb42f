export type MediaStoreErrorCode = 'bad_key' | 'not_found' | 'too_large';

/**
 * Everything the store refuses. `code` says what: `bad_key` (the key is not one of ours), `not_found` (nothing is
 * kept under it), `too_large` (the bytes went over `maxBytes`; nothing was kept).
 */
export class MediaStoreError extends Error {
  override readonly name = 'MediaStoreError';
  readonly code: MediaStoreErrorCode;

  constructor(code: MediaStoreErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
