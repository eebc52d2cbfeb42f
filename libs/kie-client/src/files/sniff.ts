/** A media type and the usual extension of its files. */
export interface SniffedType {
  readonly mimeType: string;
  readonly extension: string;
}

type Row = readonly [mimeType: string, extension: string, ...marks: (readonly [at: number, bytes: string])[]];

/** First bytes of the formats KIE's models take. */
const SIGNATURES: readonly Row[] = [
  ['image/png', 'png', [0, '\x89PNG\r\n\x1a\n']],
  ['image/jpeg', 'jpg', [0, '\xff\xd8\xff']],
  ['image/gif', 'gif', [0, 'GIF8']],
  ['image/webp', 'webp', [0, 'RIFF'], [8, 'WEBP']],
  ['image/avif', 'avif', [4, 'ftypavif']],
  ['image/bmp', 'bmp', [0, 'BM'], [6, '\0\0\0\0']],
  ['audio/mp4', 'm4a', [4, 'ftypM4A']],
  ['video/quicktime', 'mov', [4, 'ftypqt']],
  ['video/mp4', 'mp4', [4, 'ftyp']],
  ['video/webm', 'webm', [0, '\x1a\x45\xdf\xa3']],
  ['audio/wav', 'wav', [0, 'RIFF'], [8, 'WAVE']],
  ['audio/mpeg', 'mp3', [0, 'ID3']],
  ['audio/mpeg', 'mp3', [0, '\xff\xfb']],
  ['audio/mpeg', 'mp3', [0, '\xff\xf3']],
  ['audio/mpeg', 'mp3', [0, '\xff\xf2']],
  ['audio/aac', 'aac', [0, '\xff\xf1']],
  ['audio/ogg', 'ogg', [0, 'OggS']],
  ['audio/flac', 'flac', [0, 'fLaC']],
  ['application/pdf', 'pdf', [0, '%PDF-']],
];

/** How many bytes {@link sniff} looks at. */
export const SNIFF_BYTES = 16;

/** Tells the type of a file by its first bytes; a wrong name or type on it does not matter. */
export function sniff(head: Uint8Array): SniffedType | undefined {
  const text = String.fromCharCode(...head.subarray(0, SNIFF_BYTES));
  const row = SIGNATURES.find(([, , ...marks]) => marks.every(([at, bytes]) => text.startsWith(bytes, at)));
  return row && { mimeType: row[0], extension: row[1] };
}
