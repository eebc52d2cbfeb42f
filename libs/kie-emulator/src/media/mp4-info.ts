import { boxesAt, viewOf } from './mp4-boxes.ts';

/** Size and length of an MP4 or MOV file by its own index; undefined when it has none. */
export function mp4Info(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number; readonly seconds: number } | undefined {
  const view = viewOf(bytes);
  const [movie] = boxesAt(view, ['moov', 'mvhd']);
  if (movie === undefined || movie.end - movie.body < 32) return undefined;
  const long = view.getUint8(movie.body) === 1;
  const scale = view.getUint32(movie.body + (long ? 20 : 12));
  const duration = long ? Number(view.getBigUint64(movie.body + 24)) : view.getUint32(movie.body + 16);
  for (const track of boxesAt(view, ['moov', 'trak', 'tkhd'])) {
    if (track.end - track.body < 84) continue;
    // Width and height are the last two words, as 16.16 fixed point; a sound track has 0.
    const width = view.getUint32(track.end - 8) / 65_536;
    const height = view.getUint32(track.end - 4) / 65_536;
    if (width > 0 && height > 0 && scale > 0) return { width, height, seconds: duration / scale };
  }
  return undefined;
}
