/** The type of a file by its first bytes, as `kind` and MIME type; undefined when it is none of the media KIE takes. */
export function sniff(
  bytes: Uint8Array,
): { readonly kind: 'image' | 'video' | 'audio'; readonly mime: string } | undefined {
  const text = (from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return { kind: 'image', mime: 'image/png' };
  if (text(0, 3) === '\xff\xd8\xff') return { kind: 'image', mime: 'image/jpeg' };
  if (text(0, 4) === 'GIF8') return { kind: 'image', mime: 'image/gif' };
  if (text(0, 2) === 'BM') return { kind: 'image', mime: 'image/bmp' };
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return { kind: 'image', mime: 'image/webp' };
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return { kind: 'audio', mime: 'audio/wav' };
  if (text(4, 8) === 'ftyp') return iso(text(8, 12));
  if (text(0, 4) === '\x1aE\xdf\xa3') return { kind: 'video', mime: 'video/webm' };
  if (text(0, 4) === 'OggS') return { kind: 'audio', mime: 'audio/ogg' };
  if (text(0, 4) === 'fLaC') return { kind: 'audio', mime: 'audio/flac' };
  if (text(0, 3) === 'ID3') return { kind: 'audio', mime: 'audio/mpeg' };
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0) return { kind: 'audio', mime: 'audio/aac' };
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0) return { kind: 'audio', mime: 'audio/mpeg' };
  return undefined;
}

/** Files of the ISO family: the brand says whether they hold a picture, a sound or a video. */
function iso(brand: string): { readonly kind: 'image' | 'video' | 'audio'; readonly mime: string } {
  if (brand === 'avif' || brand === 'avis') return { kind: 'image', mime: 'image/avif' };
  if (/^(heic|heix|mif1|msf1)$/.test(brand)) return { kind: 'image', mime: 'image/heic' };
  if (brand.startsWith('M4A')) return { kind: 'audio', mime: 'audio/mp4' };
  return brand === 'qt  ' ? { kind: 'video', mime: 'video/quicktime' } : { kind: 'video', mime: 'video/mp4' };
}

const mimeByExtension: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  json: 'application/json',
  pdf: 'application/pdf',
  html: 'text/html',
  md: 'text/markdown',
  csv: 'text/csv',
};

/** MIME type for an upload: by content, else by name. */
export function mimeOf(bytes: Uint8Array, fileName: string): string {
  const extension = fileName.split('.').at(-1)?.toLowerCase() ?? '';
  return sniff(bytes)?.mime ?? mimeByExtension[extension] ?? 'application/octet-stream';
}
