import type { Field } from '@kie/registry';
import { mp4 } from './mp4.ts';
import { png } from './png.ts';
import { wav } from './wav.ts';

/** The shortest file that a field takes, but not under three seconds, below which some models refuse. */
function secondsFor({ media }: Field): number {
  return Math.min(media?.maxSeconds ?? 5, Math.max(media?.minSeconds ?? 0, 3));
}

/** A square that keeps the limits of sides and pixels, in whole macroblocks of 16. */
function sideFor({ media }: Field): number {
  const least = Math.max(media?.minSidePx ?? 0, Math.ceil(Math.sqrt(media?.minPixels ?? 0)), 512);
  return Math.ceil(Math.min(least, media?.maxSidePx ?? least) / 16) * 16;
}

function make(kind: string, side: number, seconds: number): File {
  const file = (bytes: Uint8Array, name: string, type: string) =>
    new File([Uint8Array.from(bytes)], name, { type });
  if (kind === 'video') return file(mp4(side, seconds), 'sanity.mp4', 'video/mp4');
  if (kind === 'audio') return file(wav(seconds), 'sanity.wav', 'audio/wav');
  if (kind === 'file') return file(new TextEncoder().encode('A test.\n'), 'sanity.txt', 'text/plain');
  return file(png(side), 'sanity.png', 'image/png');
}

/**
 * Makes the files for media fields: a gradient, a gray video, a tone, as small as the limits of the field allow. The same
 * limits give the same file, so that it is made and uploaded once.
 */
export function createSampleMedia(): (field: Field) => File | string {
  const made = new Map<string, File>();
  return (field) => {
    const kind = field.media?.kind ?? 'image';
    if (kind === 'webpage') return 'https://example.com/';
    const [side, seconds] = [sideFor(field), secondsFor(field)];
    const key = `${kind} ${kind === 'audio' ? 0 : side} ${kind.startsWith('image') ? 0 : seconds}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const file = make(kind, side, seconds);
    made.set(key, file);
    return file;
  };
}
