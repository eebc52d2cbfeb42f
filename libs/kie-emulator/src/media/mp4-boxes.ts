/** A box of an MP4 file: its four-letter type and where it stands. `body` is where its content begins. */
export interface Mp4Box {
  readonly type: string;
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

/** The boxes between two places of a file; stops where the file is cut short or no MP4 at all. */
export function boxes(view: DataView, from = 0, to = view.byteLength): Mp4Box[] {
  const found: Mp4Box[] = [];
  let start = from;
  while (start + 8 <= to) {
    const short = view.getUint32(start);
    const long = short === 1 && start + 16 <= to;
    const size = long ? Number(view.getBigUint64(start + 8)) : short === 0 ? to - start : short;
    const body = start + (long ? 16 : 8);
    if (size < body - start || start + size > to) break;
    const type = String.fromCharCode(...[4, 5, 6, 7].map((at) => view.getUint8(start + at)));
    found.push({ type, start, body, end: start + size });
    start += size;
  }
  return found;
}

/** All boxes of the last type on a path such as ['moov', 'trak', 'tkhd']. */
export function boxesAt(view: DataView, path: readonly string[], from?: number, to?: number): Mp4Box[] {
  const [type, ...rest] = path;
  const here = boxes(view, from, to).filter((box) => box.type === type);
  return rest.length === 0 ? here : here.flatMap((box) => boxesAt(view, rest, box.body, box.end));
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
