import type { ByteReader } from './bytes.ts';
import type { SniffedMedia } from './sniff.ts';

const imageBrands: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  avis: 'image/avif',
  heic: 'image/heic',
  heix: 'image/heic',
  mif1: 'image/heif',
};
const audioBrands = new Set(['M4A ', 'M4B ', 'M4P ', 'F4A ']);

interface Box {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

// A box is a size, four letters and a body (ISO/IEC 14496-12, 4.2); size 1 means a 64-bit size after the letters.
function* boxes(b: ByteReader, from: number, to: number): Generator<Box> {
  let at = from;
  while (at + 8 <= to) {
    const short = b.u32(at);
    const size = short === 1 ? b.u32(at + 8) * 2 ** 32 + b.u32(at + 12) : short;
    const head = short === 1 ? 16 : 8;
    if (size < head) return;
    yield { type: b.text(at + 4, 4), from: at + head, to: Math.min(at + size, to) };
    at += size;
  }
}

function child(b: ByteReader, parent: { from: number; to: number }, type: string): Box[] {
  return [...boxes(b, parent.from, parent.to)].filter((box) => box.type === type);
}

// A track's header ends with its width and height in 16.16 numbers; sound has 0 there.
function pictureSize(b: ByteReader): { width: number; height: number } | undefined {
  for (const movie of child(b, { from: 0, to: b.length }, 'moov')) {
    for (const track of child(b, movie, 'trak')) {
      for (const header of child(b, track, 'tkhd')) {
        const width = b.u32(header.to - 8) >>> 16;
        const height = b.u32(header.to - 4) >>> 16;
        if (width > 0 && height > 0) return { width, height };
      }
    }
  }
  return undefined;
}

/** The ISO family: MP4, MOV, M4A, and the still pictures AVIF and HEIC. */
export function sniffMp4(b: ByteReader): SniffedMedia | undefined {
  if (b.text(4, 4) !== 'ftyp') return undefined;
  const brand = b.text(8, 4);
  const still = imageBrands[brand];
  if (still !== undefined) return { kind: 'image', mime: still };
  if (audioBrands.has(brand)) return { kind: 'audio', mime: 'audio/mp4' };
  return { kind: 'video', mime: brand === 'qt  ' ? 'video/quicktime' : 'video/mp4', ...pictureSize(b) };
}
