export { createMediaStore } from './media-store.ts';
export type { MediaStore, MediaStoreOptions, PutOptions, PutResult, StoredMedia } from './media-store.ts';
export { MediaStoreError } from './errors.ts';
export type { MediaStoreErrorCode } from './errors.ts';
export { sniffMedia } from './sniff/sniff.ts';
export type { SniffedMedia } from './sniff/sniff.ts';
export { extensionOf } from './sniff/extension.ts';
