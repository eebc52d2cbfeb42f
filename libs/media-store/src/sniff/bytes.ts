/** Bytes read like text and numbers, with nothing beyond the end. */
export class ByteReader {
  readonly #view: DataView;
  readonly length: number;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.byteLength;
  }

  /** The byte there, or -1. */
  byte(at: number): number {
    return at < this.length ? this.#view.getUint8(at) : -1;
  }

  /** `length` bytes as Latin-1 text, shorter at the end. */
  text(at: number, length: number): string {
    let text = '';
    for (let i = at; i < Math.min(at + length, this.length); i += 1)
      text += String.fromCharCode(this.#view.getUint8(i));
    return text;
  }

  /** Whether these bytes stand there. */
  has(at: number, ...bytes: readonly number[]): boolean {
    return bytes.every((byte, i) => this.byte(at + i) === byte);
  }

  u16(at: number, little = false): number {
    return at + 2 <= this.length ? this.#view.getUint16(at, little) : 0;
  }

  u24(at: number): number {
    return at + 3 <= this.length ? this.#view.getUint16(at, true) | (this.#view.getUint8(at + 2) << 16) : 0;
  }

  u32(at: number, little = false): number {
    return at + 4 <= this.length ? this.#view.getUint32(at, little) : 0;
  }
}
