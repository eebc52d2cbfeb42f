import { viewOf } from './mp4-boxes.ts';

/** kbit/s by the index in an MP3 frame header: MPEG-1 Layer III, then MPEG-2 and 2.5 (ISO 11172-3, 13818-3). */
const bitRates = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  second: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;

/** Length of a WAV file, or of an MP3 by its first frame's bit rate; undefined for anything else. */
export function audioSeconds(bytes: Uint8Array): number | undefined {
  return wavSeconds(bytes) ?? mp3Seconds(bytes);
}

function wavSeconds(bytes: Uint8Array): number | undefined {
  const view = viewOf(bytes);
  const name = (at: number): string => Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');
  if (bytes.length < 44 || name(0) !== 'RIFF' || name(8) !== 'WAVE') return undefined;
  const bytesPerSecond = view.getUint32(28, true);
  for (let at = 12; at + 8 <= bytes.length; at += 8 + view.getUint32(at + 4, true)) {
    if (name(at) === 'data' && bytesPerSecond > 0) return view.getUint32(at + 4, true) / bytesPerSecond;
  }
  return undefined;
}

function mp3Seconds(bytes: Uint8Array): number | undefined {
  const start = tagLength(bytes);
  const [sync = 0, version = 0, rate = 0] = bytes.subarray(start, start + 3);
  const layer3 = sync === 0xff && (version & 0xe6) === 0xe2;
  const table = (version & 0x18) === 0x18 ? bitRates.first : bitRates.second;
  const kilobits = table[rate >> 4] ?? 0;
  return layer3 && kilobits > 0 ? ((bytes.length - start) * 8) / (kilobits * 1000) : undefined;
}

/** An ID3 tag in front of the sound; its length has seven bits in each of four bytes. */
function tagLength(bytes: Uint8Array): number {
  if (Buffer.from(bytes.subarray(0, 3)).toString('latin1') !== 'ID3') return 0;
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(6, 10);
  return 10 + ((a << 21) | (b << 14) | (c << 7) | d);
}
