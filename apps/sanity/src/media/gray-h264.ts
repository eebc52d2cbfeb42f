import { BitWriter } from './bits.ts';

/** The parts of an H.264 stream that an MP4 file needs: parameter sets, one key frame, frames that repeat it. */
export interface GrayVideo {
  readonly sps: Uint8Array;
  readonly pps: Uint8Array;
  readonly frames: readonly Uint8Array[];
}

/** A unit with its header byte, and the byte 3 wherever two zeros could be taken for a start code (7.4.1). */
function unit(header: number, payload: Uint8Array): Uint8Array {
  const bytes = [header];
  let zeros = 0;
  for (const byte of payload) {
    if (zeros === 2 && byte <= 3) {
      bytes.push(3);
      zeros = 0;
    }
    bytes.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Uint8Array.from(bytes);
}

/** Baseline profile, level 3.1, frame numbers of 4 bits, pictures in output order. `side` in pixels, square. */
function sequenceParameters(side: number): Uint8Array {
  const blocks = side / 16;
  const bits = new BitWriter().bits(66, 8).bits(0xc0, 8).bits(31, 8);
  bits
    .numbers(0, 0, 2, 1)
    .bits(0, 1)
    .numbers(blocks - 1, blocks - 1);
  // Frames only, direct 8x8, no cropping, no usability information.
  return unit(0x67, bits.bits(0b1100, 4).finish());
}

function pictureParameters(): Uint8Array {
  return unit(
    0x68,
    new BitWriter().numbers(0, 0).bits(0, 2).numbers(0, 0, 0).bits(0, 3).numbers(0, 0, 0).bits(0, 3).finish(),
  );
}

/**
 * Every macroblock is predicted from its neighbours' mean and adds nothing: 8 bits each, and with no neighbours to begin
 * with the mean is mid-gray.
 */
function keyFrame(macroblocks: number): Uint8Array {
  const bits = new BitWriter().numbers(0, 7, 0).bits(0, 4).numbers(0).bits(0, 2).numbers(0);
  for (let block = 0; block < macroblocks; block++) bits.numbers(3, 0, 0).bits(1, 1);
  return unit(0x65, bits.finish());
}

/** All macroblocks skipped: the picture before, once more. */
function repeatFrame(macroblocks: number, index: number): Uint8Array {
  const bits = new BitWriter()
    .numbers(0, 5, 0)
    .bits(index % 16, 4)
    .bits(0, 3)
    .numbers(0, macroblocks);
  return unit(0x41, bits.finish());
}

/** A gray, square, still video. `side` is a multiple of 16. */
export function grayVideo(side: number, frameCount: number): GrayVideo {
  const macroblocks = (side / 16) ** 2;
  const frames = Array.from({ length: frameCount }, (_, index) =>
    index === 0 ? keyFrame(macroblocks) : repeatFrame(macroblocks, index),
  );
  return { sps: sequenceParameters(side), pps: pictureParameters(), frames };
}
