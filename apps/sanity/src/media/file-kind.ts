/** What a file is, by its first bytes. */
export interface KnownFile {
  readonly kind: 'image' | 'video' | 'audio';
  readonly format: string;
}

/** Format, kind and the bytes it begins with: at 0 when a text, else at the place given. */
const signatures: readonly (readonly [
  format: string,
  kind: KnownFile['kind'],
  marks: readonly (readonly [number, string])[],
])[] = [
  ['png', 'image', [[0, '\x89PNG\r\n\x1a\n']]],
  ['jpeg', 'image', [[0, '\xff\xd8\xff']]],
  ['gif', 'image', [[0, 'GIF8']]],
  [
    'webp',
    'image',
    [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
  ],
  [
    'bmp',
    'image',
    [
      [0, 'BM'],
      [6, '\0\0\0\0'],
    ],
  ],
  ['avif', 'image', [[4, 'ftypavif']]],
  ['heic', 'image', [[4, 'ftyphei']]],
  ['svg', 'image', [[0, '<svg']]],
  [
    'wav',
    'audio',
    [
      [0, 'RIFF'],
      [8, 'WAVE'],
    ],
  ],
  ['mp3', 'audio', [[0, 'ID3']]],
  ['ogg', 'audio', [[0, 'OggS']]],
  ['flac', 'audio', [[0, 'fLaC']]],
  ['midi', 'audio', [[0, 'MThd']]],
  ['m4a', 'audio', [[4, 'ftypM4A']]],
  ['mov', 'video', [[4, 'ftypqt']]],
  ['mp4', 'video', [[4, 'ftyp']]],
  ['webm', 'video', [[0, '\x1a\x45\xdf\xa3']]],
  [
    'avi',
    'video',
    [
      [0, 'RIFF'],
      [8, 'AVI '],
    ],
  ],
];

/** Reads the kind of a file from its first 16 bytes; undefined when they are of nothing known. */
export function fileKind(bytes: Uint8Array): KnownFile | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const found = signatures.find(([, , marks]) => marks.every(([at, mark]) => head.startsWith(mark, at)));
  if (found !== undefined) return { format: found[0], kind: found[1] };
  // A bare MPEG audio frame: eleven bits set, then a layer that is not "reserved" (0 would be AAC in ADTS).
  const [first = 0, second = 0] = bytes;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  return { format: (second & 0x06) === 0 ? 'aac' : 'mp3', kind: 'audio' };
}
