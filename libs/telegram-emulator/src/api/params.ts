import { badRequest } from '../errors.ts';

/** A file that came with the call, under its form field name. */
export interface Upload {
  bytes: Uint8Array;
  fileName: string;
  mime: string;
}

/**
 * The arguments of a call. The same reading works for a query string, urlencoded, multipart and JSON bodies: objects
 * may arrive as real objects or as JSON text, numbers and booleans as text.
 */
export class Params {
  readonly values: Map<string, unknown>;
  readonly uploads: Map<string, Upload>;

  constructor(values: Map<string, unknown>, uploads: Map<string, Upload> = new Map()) {
    this.values = values;
    this.uploads = uploads;
  }

  has(name: string): boolean {
    const value = this.values.get(name);
    return value !== undefined && value !== null && value !== '';
  }

  /** The argument as text; '' when absent. */
  text(name: string): string {
    const value = this.values.get(name);
    if (value === undefined || value === null) return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  /** Leading digits count, as in the server: '12abc' is 12, 'x' is 0. */
  integer(name: string, fallback = 0): number {
    if (!this.has(name)) return fallback;
    const parsed = Number.parseInt(this.text(name), 10);
    return Number.isSafeInteger(parsed) ? parsed : 0;
  }

  boolean(name: string): boolean {
    return /^(?:true|yes|1)$/i.test(this.text(name));
  }

  /** A structured argument; `undefined` when absent, 400 with `failure` when it is not JSON. */
  json(name: string, failure: string): unknown {
    if (!this.has(name)) return undefined;
    const value = this.values.get(name);
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      throw badRequest(failure);
    }
  }

  /** A text argument that must be there (`parameter "x" is required`). */
  required(name: string): string {
    const value = this.text(name);
    if (value === '') throw badRequest(`parameter "${name}" is required`);
    return value;
  }

  /** The arguments for the journal: uploads by name, size and type only. */
  describe(): Record<string, unknown> {
    const result: Record<string, unknown> = Object.fromEntries(this.values);
    for (const [name, file] of this.uploads) {
      result[name] = { file: file.fileName, size: file.bytes.byteLength, mime: file.mime };
    }
    return result;
  }
}
