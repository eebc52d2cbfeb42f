/**
 * UUIDs as 22 characters, because a button's data has room for 64 bytes.
 * @example shortId('00000000-0000-4000-8000-000000000001') // 'AAAAAAAAQACAAAAAAAAAAQ'
 */
export function shortId(uuid: string): string {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
}

/** The UUID behind a short id, or undefined for anything else: button data comes from outside. */
export function longId(short: string): string | undefined {
  if (!/^[\w-]{22}$/.test(short)) return undefined;
  const hex = Buffer.from(short, 'base64url').toString('hex');
  if (hex.length !== 32) return undefined;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
