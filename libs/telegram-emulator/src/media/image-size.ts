/** Width and height of a picture, read from its first bytes; undefined when it is none of the known formats. */
export function imageSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 26) return undefined;
  if (view.readUInt32BE(0) === 0x89504e47)
    return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
  if (view.toString('latin1', 0, 3) === 'GIF')
    return { width: view.readUInt16LE(6), height: view.readUInt16LE(8) };
  if (view.toString('latin1', 0, 4) === 'RIFF' && view.toString('latin1', 8, 12) === 'WEBP')
    return webpSize(view);
  if (view.readUInt16BE(0) === 0xffd8) return jpegSize(view);
  return undefined;
}

function jpegSize(view: Buffer): { width: number; height: number } | undefined {
  let position = 2;
  while (position + 9 < view.length) {
    if (view[position] !== 0xff) {
      position += 1;
      continue;
    }
    const marker = view[position + 1] ?? 0;
    // Start-of-frame markers carry the size; C4, C8 and CC in that range are other tables.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { height: view.readUInt16BE(position + 5), width: view.readUInt16BE(position + 7) };
    }
    const standsAlone = marker === 0xff || (marker >= 0xd0 && marker <= 0xd9);
    position += standsAlone ? 1 : 2 + view.readUInt16BE(position + 2);
  }
  return undefined;
}

function webpSize(view: Buffer): { width: number; height: number } | undefined {
  if (view.length < 30) return undefined;
  const chunk = view.toString('latin1', 12, 16);
  if (chunk === 'VP8X') return { width: view.readUIntLE(24, 3) + 1, height: view.readUIntLE(27, 3) + 1 };
  if (chunk === 'VP8 ')
    return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff };
  if (chunk === 'VP8L') {
    const bits = view.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return undefined;
}
