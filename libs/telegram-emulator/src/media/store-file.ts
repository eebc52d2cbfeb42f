import type { Core } from '../core.ts';
import type { FileRecord } from '../state.ts';
import type { MediaFile, MediaKind, PhotoSize } from '../types.ts';
import { mediaFacts } from './duration.ts';
import { imageSize } from './image-size.ts';
import { extensionOf, sniffMime } from './sniff.ts';

/** Folders of `file_path`, as Telegram names them. */
const FOLDERS: Record<MediaKind, string> = {
  photo: 'photos',
  video: 'videos',
  audio: 'music',
  voice: 'voice',
  document: 'documents',
  animation: 'animations',
};

/** The longer side of the smaller copies Telegram makes of a photo (its sizes s, m, x). */
const PHOTO_STEPS = [90, 320, 800];

export interface IncomingFile {
  bytes: Uint8Array;
  fileName?: string;
  mime?: string;
}

function register(
  core: Core,
  kind: MediaKind,
  file: IncomingFile,
  media: Record<string, unknown>,
): FileRecord {
  const mime = sniffMime(file.bytes, file.mime, file.fileName);
  const number = core.state.nextFileNumber++;
  const record: FileRecord = {
    fileId: core.ids.text(64),
    uniqueId: core.ids.text(15),
    kind,
    storage: core.blobs.put(file.bytes),
    size: file.bytes.byteLength,
    mime,
    path: `${FOLDERS[kind]}/file_${number}.${extensionOf(mime)}`,
    media,
  };
  core.state.files.set(record.fileId, record);
  core.touch();
  return record;
}

const refOf = (record: FileRecord): { file_id: string; file_unique_id: string; file_size: number } => ({
  file_id: record.fileId,
  file_unique_id: record.uniqueId,
  file_size: record.size,
});

/**
 * Stores a picture as a photo: sizes small to large. The bytes are kept as they came (Telegram would scale and
 * re-encode), so every size holds the original bytes and only the largest one tells their true measure.
 */
export function storePhoto(core: Core, file: IncomingFile): PhotoSize[] {
  const { width, height } = imageSize(file.bytes) ?? { width: 0, height: 0 };
  const longest = Math.max(width, height);
  const steps = [...PHOTO_STEPS.filter((step) => step < longest), longest];
  const sizes: PhotoSize[] = [];
  for (const step of steps) {
    const scale = step / longest;
    const size = {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    };
    sizes.push({ ...refOf(register(core, 'photo', file, {})), ...size });
  }
  // A resend by any of the ids repeats the whole photo.
  for (const size of sizes) {
    const record = core.state.files.get(size.file_id);
    if (record !== undefined) record.media = { photo: sizes };
  }
  return sizes;
}

/** What the sender says about a file; it wins over what the bytes say. */
export interface MediaHints {
  width?: number;
  height?: number;
  duration?: number;
  title?: string;
  performer?: string;
}

/** Stores anything but a photo. */
export function storeMedia(
  core: Core,
  kind: Exclude<MediaKind, 'photo'>,
  file: IncomingFile,
  hints: MediaHints = {},
): MediaFile {
  const mime = sniffMime(file.bytes, file.mime, file.fileName);
  const facts = mediaFacts(file.bytes, mime);
  const record = register(core, kind, file, {});
  const media: MediaFile = {
    ...refOf(record),
    ...(kind === 'voice' || file.fileName === undefined ? {} : { file_name: file.fileName }),
    mime_type: mime,
  };
  if (kind !== 'document') media.duration = hints.duration ?? facts.duration;
  if (kind === 'video' || kind === 'animation') {
    media.width = hints.width ?? facts.width ?? 0;
    media.height = hints.height ?? facts.height ?? 0;
  }
  if (kind === 'audio') {
    if (hints.title !== undefined) media.title = hints.title;
    if (hints.performer !== undefined) media.performer = hints.performer;
  }
  record.media = { [kind]: media };
  return media;
}
