import { grayVideo } from './gray-h264.ts';

const FPS = 25;

/** A big-endian number of 1, 2 or 4 bytes. */
function int(value: number, size: 1 | 2 | 4): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let index = 0; index < size; index++) bytes[size - 1 - index] = (value >>> (8 * index)) & 0xff;
  return bytes;
}
const u32 = (...values: readonly number[]): Uint8Array => join(values.map((value) => int(value, 4)));
const u16 = (...values: readonly number[]): Uint8Array => join(values.map((value) => int(value, 2)));
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function box(type: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = join(parts);
  return join([u32(body.length + 8), ascii(type), body]);
}

/** No rotation, no scaling (ISO/IEC 14496-12, 8.2.2). */
const identity = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

function sampleTable(
  side: number,
  sps: Uint8Array,
  pps: Uint8Array,
  sizes: readonly number[],
  offset: number,
): Uint8Array {
  const avcC = box(
    'avcC',
    Uint8Array.of(1, sps[1] ?? 0, sps[2] ?? 0, sps[3] ?? 0, 0xff, 0xe1),
    u16(sps.length),
    sps,
    Uint8Array.of(1),
    u16(pps.length),
    pps,
  );
  const name = new Uint8Array(32);
  const entry = box(
    'avc1',
    new Uint8Array(6),
    u16(1),
    new Uint8Array(16),
    u16(side, side),
    u32(0x480000, 0x480000, 0),
    u16(1),
    name,
    u16(24, 0xffff),
    avcC,
  );
  return box(
    'stbl',
    box('stsd', u32(0, 1), entry),
    box('stts', u32(0, 1, sizes.length, 1)),
    box('stss', u32(0, 1, 1)),
    box('stsc', u32(0, 1, 1, sizes.length, 1)),
    box('stsz', u32(0, 0, sizes.length, ...sizes)),
    box('stco', u32(0, 1, offset)),
  );
}

function movie(
  side: number,
  sps: Uint8Array,
  pps: Uint8Array,
  sizes: readonly number[],
  offset: number,
): Uint8Array {
  const length = sizes.length;
  const header = box(
    'mvhd',
    u32(0, 0, 0, FPS, length, 0x10000),
    u16(0x100, 0),
    u32(0, 0),
    identity,
    new Uint8Array(24),
    u32(2),
  );
  const track = box(
    'tkhd',
    u32(7, 0, 0, 1, 0, length, 0, 0),
    u16(0, 0, 0, 0),
    identity,
    u32(side << 16, side << 16),
  );
  const media = box(
    'mdia',
    box('mdhd', u32(0, 0, 0, FPS, length), u16(0x55c4, 0)),
    box('hdlr', u32(0, 0), ascii('vide'), u32(0, 0, 0), ascii('video\0')),
    box(
      'minf',
      box('vmhd', u32(1, 0, 0)),
      box('dinf', box('dref', u32(0, 1), box('url ', u32(1)))),
      sampleTable(side, sps, pps, sizes, offset),
    ),
  );
  return box('moov', header, box('trak', track, media));
}

/** A gray H.264 video in MP4 with the index in front, 25 frames per second. `side` in pixels, a multiple of 16. */
export function mp4(side: number, seconds: number): Uint8Array {
  const { sps, pps, frames } = grayVideo(side, Math.round(seconds * FPS));
  const samples = frames.map((frame) => join([u32(frame.length), frame]));
  const sizes = samples.map((sample) => sample.length);
  const type = box('ftyp', ascii('isom'), u32(0x200), ascii('isomavc1mp42'));
  const offset = type.length + movie(side, sps, pps, sizes, 0).length + 8;
  return join([type, movie(side, sps, pps, sizes, offset), box('mdat', ...samples)]);
}
