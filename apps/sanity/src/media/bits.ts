/** Writes single bits and the Exp-Golomb numbers of H.264 (ITU-T H.264, 9.1), most significant bit first. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #current = 0;
  #used = 0;

  /** The lowest `count` bits of a number. */
  bits(value: number, count: number): this {
    for (let bit = count - 1; bit >= 0; bit--) {
      this.#current = (this.#current << 1) | ((value >> bit) & 1);
      if (++this.#used === 8) {
        this.#bytes.push(this.#current);
        this.#current = 0;
        this.#used = 0;
      }
    }
    return this;
  }

  /** Unsigned Exp-Golomb numbers, one after the other. */
  numbers(...values: readonly number[]): this {
    for (const value of values) {
      const length = Math.floor(Math.log2(value + 1));
      this.bits(0, length).bits(value + 1, length + 1);
    }
    return this;
  }

  /** A one, then zeros to the end of the byte, and everything written so far. */
  finish(): Uint8Array {
    this.bits(1, 1);
    while (this.#used !== 0) this.bits(0, 1);
    return Uint8Array.from(this.#bytes);
  }
}
