import type { FileKind } from '../task.ts';

const EXTENSIONS: Readonly<Record<string, FileKind>> = {
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  webp: 'image',
  gif: 'image',
  avif: 'image',
  bmp: 'image',
  tiff: 'image',
  svg: 'image',
  mp4: 'video',
  mov: 'video',
  webm: 'video',
  mkv: 'video',
  m4v: 'video',
  mp3: 'audio',
  wav: 'audio',
  m4a: 'audio',
  aac: 'audio',
  flac: 'audio',
  ogg: 'audio',
  opus: 'audio',
};

/** The kind of a file by the extension of its URL's path, else by the name of the field it came in. */
export function kindOf(url: string, field: string): FileKind {
  const extension = /\.([a-z0-9]{2,5})$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase();
  const known = extension === undefined ? undefined : EXTENSIONS[extension];
  if (known) return known;
  if (/image|frame|mask/i.test(field)) return 'image';
  if (/video/i.test(field)) return 'video';
  return /audio/i.test(field) ? 'audio' : 'file';
}
