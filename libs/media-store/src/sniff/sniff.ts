import { ByteReader } from './bytes.ts';
import { sniffImage } from './images.ts';
import { sniffMp4 } from './mp4.ts';

/** What the bytes are. `width` and `height` in pixels, where the head of the file tells. */
export interface SniffedMedia {
  readonly kind: 'image' | 'video' | 'audio' | 'file';
  readonly mime: string;
  readonly width?: number;
  readonly height?: number;
}

const audio = (mime: string): SniffedMedia => ({ kind: 'audio', mime });
const video = (mime: string): SniffedMedia => ({ kind: 'video', mime });
const file = (mime: string): SniffedMedia => ({ kind: 'file', mime });

// A frame starts with eleven set bits; MP3 is layer 3 (01). Version 1, bit rate 15 and sample rate 3 do not exist.
function isMpegAudio(b: ByteReader): boolean {
  const [second, third] = [b.byte(1), b.byte(2)];
  return (
    b.byte(0) === 0xff &&
    (second & 0xe0) === 0xe0 &&
    (second & 0x18) !== 0x08 &&
    (second & 0x06) === 0x02 &&
    third >>> 4 !== 15 &&
    (third & 0x0c) !== 0x0c
  );
}

function sniffRiff(b: ByteReader): SniffedMedia | undefined {
  if (b.text(0, 4) !== 'RIFF') return undefined;
  const form = b.text(8, 4);
  if (form === 'WAVE') return audio('audio/wav');
  return form === 'AVI ' ? video('video/x-msvideo') : undefined;
}

function sniffOther(b: ByteReader): SniffedMedia | undefined {
  const start = b.text(0, 64);
  if (start.startsWith('OggS')) return start.includes('theora') ? video('video/ogg') : audio('audio/ogg');
  if (start.startsWith('fLaC')) return audio('audio/flac');
  if (start.startsWith('ID3')) return audio('audio/mpeg');
  if (b.has(0, 0x1a, 0x45, 0xdf, 0xa3))
    return video(start.includes('webm') ? 'video/webm' : 'video/x-matroska');
  if (start.startsWith('%PDF-')) return file('application/pdf');
  if (start.startsWith('MThd')) return audio('audio/midi');
  if (b.has(0, 0x50, 0x4b, 0x03, 0x04)) return file('application/zip');
  if (b.byte(0) === 0xff && (b.byte(1) & 0xf6) === 0xf0) return audio('audio/aac');
  return isMpegAudio(b) ? audio('audio/mpeg') : undefined;
}

/**
 * Tells what a file is by its first bytes, whatever its name or header said. The first 64 KiB are enough for the kind;
 * a JPEG or MP4 may carry its size in pixels later. `undefined`: none of the kinds known here (text has no mark).
 *
 * @example
 * ```ts
 * sniffMedia(bytes); // { kind: 'image', mime: 'image/png', width: 1024, height: 1024 }
 * ```
 */
export function sniffMedia(bytes: Uint8Array): SniffedMedia | undefined {
  const b = new ByteReader(bytes);
  return sniffImage(b) ?? sniffMp4(b) ?? sniffRiff(b) ?? sniffOther(b);
}
