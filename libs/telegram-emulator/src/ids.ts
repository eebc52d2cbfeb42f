import { randomBytes } from 'node:crypto';

/** Source of identifiers that Telegram draws at random. Injectable, so that a run can be repeated exactly. */
export interface EmulatorIds {
  /** A string of `length` characters of `[A-Za-z0-9_-]`. */
  text(length: number): string;
  /** A positive decimal number of 18 digits, as used for callback queries. */
  digits(): string;
}

/** Unpredictable identifiers, the default. */
export const randomIds: EmulatorIds = {
  text: (length) => randomBytes(length).toString('base64url').slice(0, length),
  digits: () => `1${(randomBytes(8).readBigUInt64BE() % 10n ** 17n).toString().padStart(17, '0')}`,
};

/** Counting identifiers: the same calls give the same ids in each run. */
export function sequentialIds(): EmulatorIds {
  let next = 0;
  return {
    text: (length) => (++next).toString(36).padStart(length, '0').slice(-length),
    digits: () => `1${(++next).toString().padStart(17, '0')}`,
  };
}
