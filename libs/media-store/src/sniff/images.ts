import type { ByteReader } from './bytes.ts';
import type { SniffedMedia } from './sniff.ts';

function image(mime: string, width: number, height: number): SniffedMedia {
  return { kind: 'image', mime, ...(width > 0 && height > 0 ? { width, height } : {}) };
}

// The size stands in the first "start of frame" segment (ITU T.81 B.2.2); DHT, JPG and DAC share its number range.
function jpeg(b: ByteReader): SniffedMedia {
  let at = 2;
  while (at + 9 < b.length && b.byte(at) === 0xff) {
    const marker = b.byte(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return image('image/jpeg', b.u16(at + 7), b.u16(at + 5));
    at += 2 + b.u16(at + 2);
  }
  return image('image/jpeg', 0, 0);
}

// The three forms of WebP: lossy, lossless, extended (RFC 9649).
function webp(b: ByteReader): SniffedMedia {
  const form = b.text(12, 4);
  if (form === 'VP8 ') return image('image/webp', b.u16(26, true) & 0x3fff, b.u16(28, true) & 0x3fff);
  if (form === 'VP8X') return image('image/webp', b.u24(24) + 1, b.u24(27) + 1);
  if (form === 'VP8L') {
    const bits = b.u32(21, true);
    return image('image/webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  return image('image/webp', 0, 0);
}

/** PNG, JPEG, GIF and WebP, with their size in pixels. */
export function sniffImage(b: ByteReader): SniffedMedia | undefined {
  if (b.has(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
    return image('image/png', b.u32(16), b.u32(20));
  if (b.has(0, 0xff, 0xd8, 0xff)) return jpeg(b);
  if (/^GIF8[79]a$/.test(b.text(0, 6))) return image('image/gif', b.u16(6, true), b.u16(8, true));
  if (b.text(0, 4) === 'RIFF' && b.text(8, 4) === 'WEBP') return webp(b);
  return undefined;
}
