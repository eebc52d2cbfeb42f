import { boxes, boxesAt, viewOf } from './mp4-boxes.ts';

/** MP3 frames in the order they are played. */
export interface Mp3Track {
  readonly frames: readonly Uint8Array[];
  readonly sampleRate: number;
  readonly samplesPerFrame: number;
}

/** Object type of MPEG-2 Layer III sound in an `esds` box; the low sample rates are MPEG-2 (ISO 14496-1, table 5). */
const mpeg2Audio = 0x69;

/**
 * Adds a sound track of MP3 frames to an MP4 whose index stands behind its media, as the encoder writes it. A file of
 * another build is given back as it is.
 */
export function addSound(bytes: Uint8Array, track: Mp3Track): Uint8Array {
  const top = boxes(viewOf(bytes));
  const [media, index] = ['mdat', 'moov'].map((type) => top.find((found) => found.type === type));
  if (media === undefined || index === undefined || index.start !== media.end) return bytes;
  const head = Buffer.from(bytes.slice(media.start, media.body));
  const sound = Buffer.concat(track.frames);
  const size = media.end - media.start + sound.length;
  if (head.length === 16) head.writeBigUInt64BE(BigInt(size), 8);
  else head.writeUInt32BE(size, 0);
  const moov = bytes.slice(index.body, index.end);
  const view = viewOf(moov);
  const [movie] = boxesAt(view, ['mvhd']);
  if (movie === undefined) return bytes;
  const long = view.getUint8(movie.body) === 1;
  const timescale = view.getUint32(movie.body + (long ? 20 : 12));
  const id = view.getUint32(movie.end - 4);
  view.setUint32(movie.end - 4, id + 1);
  const trak = soundTrack(track, { id, timescale, offset: media.end });
  return Buffer.concat([
    bytes.subarray(0, media.start),
    head,
    bytes.subarray(media.body, media.end),
    sound,
    box('moov', moov, trak),
  ]);
}

function soundTrack(
  { frames, sampleRate, samplesPerFrame }: Mp3Track,
  place: { readonly id: number; readonly timescale: number; readonly offset: number },
): Buffer {
  const samples = frames.length * samplesPerFrame;
  const duration = Math.round((samples / sampleRate) * place.timescale);
  const matrix = words(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
  const bitRate = Math.round(
    (frames.reduce((sum, frame) => sum + frame.length, 0) * 8 * sampleRate) / samples,
  );
  const config = Buffer.concat([bytesOf(mpeg2Audio, 0x15, 0, 0, 0), words(bitRate, bitRate)]);
  const descriptor = tagged(3, Buffer.concat([bytesOf(0, 0, 0), tagged(4, config), tagged(6, bytesOf(2))]));
  const entry = Buffer.concat([
    bytesOf(0, 0, 0, 0, 0, 0, 0, 1), // reserved, data reference 1
    words(0, 0),
    bytesOf(0, 1, 0, 16, 0, 0, 0, 0), // mono, 16 bits
    words(sampleRate * 65_536),
    full('esds', 0, descriptor),
  ]);
  const table = box(
    'stbl',
    full('stsd', 0, words(1), box('mp4a', entry)),
    full('stts', 0, words(1, frames.length, samplesPerFrame)),
    full('stsc', 0, words(1, 1, frames.length, 1)),
    full('stsz', 0, words(0, frames.length, ...frames.map((frame) => frame.length))),
    full('stco', 0, words(1, place.offset)),
  );
  const name = Buffer.from('SoundHandler\0', 'latin1');
  return box(
    'trak',
    full(
      'tkhd',
      3,
      words(0, 0, place.id, 0, duration, 0, 0),
      bytesOf(0, 0, 0, 1, 1, 0, 0, 0),
      matrix,
      words(0, 0),
    ),
    box(
      'mdia',
      full('mdhd', 0, words(0, 0, sampleRate, samples), bytesOf(0x55, 0xc4, 0, 0)),
      full('hdlr', 0, words(0), Buffer.from('soun', 'latin1'), words(0, 0, 0), name),
      box('minf', full('smhd', 0, words(0)), box('dinf', full('dref', 0, words(1), full('url ', 1))), table),
    ),
  );
}

function box(type: string, ...parts: Uint8Array[]): Buffer {
  const size = parts.reduce((sum, part) => sum + part.length, 8);
  return Buffer.concat([words(size), Buffer.from(type, 'latin1'), ...parts]);
}

/** A box with version 0 and flags. */
function full(type: string, flags: number, ...parts: Uint8Array[]): Buffer {
  return box(type, words(flags), ...parts);
}

function tagged(tag: number, body: Uint8Array): Buffer {
  return Buffer.concat([bytesOf(tag, body.length), body]);
}

function words(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => buffer.writeUInt32BE(value >>> 0, at * 4));
  return buffer;
}

function bytesOf(...values: number[]): Buffer {
  return Buffer.from(values);
}
