/** Length in whole seconds (0 when unknown) and, for video, the picture size, read from the container. */
export interface MediaFacts {
  duration: number;
  width?: number;
  height?: number;
}

export function mediaFacts(bytes: Uint8Array, mime: string): MediaFacts {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (/mp4|quicktime/.test(mime)) return mp4Facts(view);
    if (mime === 'audio/wav') return { duration: wavDuration(view) };
    if (mime === 'audio/mpeg') return { duration: mp3Duration(view) };
    if (mime === 'audio/ogg') return { duration: oggDuration(view) };
  } catch (error) {
    // A damaged file is still a file: Telegram accepts it and shows no length.
    if (!(error instanceof RangeError)) throw error;
  }
  return { duration: 0 };
}

function mp4Facts(view: Buffer): MediaFacts {
  const facts: MediaFacts = { duration: 0 };
  const walk = (start: number, end: number): void => {
    for (let position = start; position + 8 <= end;) {
      let size = view.readUInt32BE(position);
      const type = view.toString('latin1', position + 4, position + 8);
      let header = 8;
      if (size === 1) {
        size = Number(view.readBigUInt64BE(position + 8));
        header = 16;
      }
      if (size === 0) size = end - position;
      if (size < header) return;
      const body = position + header;
      if (type === 'moov' || type === 'trak') walk(body, Math.min(end, position + size));
      if (type === 'mvhd') {
        const wide = view[body] === 1;
        const scale = view.readUInt32BE(body + (wide ? 20 : 12));
        const length = wide ? Number(view.readBigUInt64BE(body + 24)) : view.readUInt32BE(body + 16);
        facts.duration = Math.round(length / Math.max(1, scale));
      }
      if (type === 'tkhd') {
        const at = body + (view[body] === 1 ? 88 : 76);
        const width = view.readUInt16BE(at);
        const height = view.readUInt16BE(at + 4);
        if (width > 0 && height > 0) Object.assign(facts, { width, height });
      }
      position += size;
    }
  };
  walk(0, view.length);
  return facts;
}

function wavDuration(view: Buffer): number {
  const bytesPerSecond = view.readUInt32LE(28);
  return bytesPerSecond === 0 ? 0 : Math.round((view.length - 44) / bytesPerSecond);
}

const MP3_KBPS = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];

function mp3Duration(view: Buffer): number {
  let start = 0;
  if (view.toString('latin1', 0, 3) === 'ID3') {
    start = 10 + view.subarray(6, 10).reduce((size, byte) => size * 128 + (byte & 0x7f), 0);
  }
  const kbps = MP3_KBPS[view.readUInt8(start + 2) >> 4] ?? 0;
  return kbps === 0 ? 0 : Math.round(((view.length - start) * 8) / (kbps * 1000));
}

/** Opus in Ogg counts 48,000 samples a second; the last page says how many there are. */
function oggDuration(view: Buffer): number {
  const last = view.lastIndexOf('OggS');
  return last < 0 ? 0 : Math.round(Number(view.readBigUInt64LE(last + 6)) / 48_000);
}
