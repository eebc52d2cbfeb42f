/**
 * What a button carries: `1:<action>:<argument>:…`. The leading 1 is the version of this grammar, so that a button
 * of an old message is recognised as old instead of being misread. Telegram takes at most 64 bytes
 * (https://core.telegram.org/bots/api#inlinekeyboardbutton).
 */
const version = '1';
const maxBytes = 64;

export interface CallbackData {
  readonly action: string;
  readonly args: readonly string[];
}

/** Makes the data of a button. Throws when it would not fit: that is a mistake of ours, found by the tests. */
export function encodeCallback(action: string, ...args: (string | number)[]): string {
  const data = [version, action, ...args].join(':');
  if (Buffer.byteLength(data) > maxBytes)
    throw new RangeError(`button data over ${maxBytes} bytes: ${action}`);
  return data;
}

/** Reads a button's data; undefined for a button of another version or a forged one. */
export function decodeCallback(data: string): CallbackData | undefined {
  if (Buffer.byteLength(data) > maxBytes) return undefined;
  const [head, action, ...args] = data.split(':');
  if (head !== version || !action || !/^[a-z-]+$/.test(action)) return undefined;
  return { action, args };
}
