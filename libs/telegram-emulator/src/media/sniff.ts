const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/flac': 'flac',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/json': 'json',
  'text/plain': 'txt',
};

const SIGNATURES: [mime: string, offset: number, bytes: string][] = [
  ['image/png', 0, '\u0089PNG'],
  ['image/jpeg', 0, '\u00ff\u00d8\u00ff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['audio/wav', 8, 'WAVE'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/mpeg', 0, '\u00ff\u00fb'],
  ['audio/mpeg', 0, '\u00ff\u00f3'],
  ['audio/mpeg', 0, '\u00ff\u00f2'],
  ['audio/ogg', 0, 'OggS'],
  ['audio/flac', 0, 'fLaC'],
  ['audio/mp4', 4, 'ftypM4A'],
  ['video/quicktime', 4, 'ftypqt'],
  ['video/mp4', 4, 'ftyp'],
  ['video/webm', 0, '\u001aE\u00df\u00a3'],
  ['application/pdf', 0, '%PDF'],
  ['application/zip', 0, 'PK\u0003\u0004'],
];

/** What the bytes are; falls back to what the sender said, then to the file name. */
export function sniffMime(bytes: Uint8Array, declared?: string, fileName?: string): string {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const found = SIGNATURES.find(([, offset, signature]) => head.startsWith(signature, offset));
  if (found !== undefined) return found[0];
  const plain = declared?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (plain !== '' && plain !== 'application/octet-stream') return plain;
  const extension = fileName?.split('.').at(-1)?.toLowerCase();
  const byName = Object.entries(EXTENSIONS).find(([, value]) => value === extension);
  return byName?.[0] ?? 'application/octet-stream';
}

/** The usual file extension of a type, without the dot. */
export function extensionOf(mime: string): string {
  return EXTENSIONS[mime] ?? 'bin';
}
