import { boxes, boxesAt, viewOf } from './mp4-boxes.ts';

/**
 * Moves the index of an MP4 (`moov`) in front of the media (`mdat`), so that a player can begin before the whole
 * file is there. Places inside the index are corrected for the move.
 */
export function fastStart(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  const top = boxes(view);
  const [head, index, media] = ['ftyp', 'moov', 'mdat'].map((type) => top.find((box) => box.type === type));
  if (head === undefined || index === undefined || media === undefined || index.start < media.start)
    return bytes;
  const moov = bytes.slice(index.start, index.end);
  const shift = head.end - head.start + moov.length - media.start;
  const inside = viewOf(moov);
  const table = ['moov', 'trak', 'mdia', 'minf', 'stbl'];
  for (const box of boxesAt(inside, [...table, 'stco'])) {
    eachEntry(inside, box.body, 4, (at) => inside.setUint32(at, inside.getUint32(at) + shift));
  }
  for (const box of boxesAt(inside, [...table, 'co64'])) {
    eachEntry(inside, box.body, 8, (at) => inside.setBigUint64(at, inside.getBigUint64(at) + BigInt(shift)));
  }
  return Buffer.concat([bytes.subarray(head.start, head.end), moov, bytes.subarray(media.start, media.end)]);
}

function eachEntry(view: DataView, body: number, size: number, change: (at: number) => void): void {
  const count = view.getUint32(body + 4);
  for (let entry = 0; entry < count; entry++) change(body + 8 + entry * size);
}
