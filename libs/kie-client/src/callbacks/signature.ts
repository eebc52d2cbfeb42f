/** KIE signs `taskId.timestamp` with HMAC-SHA256; the key is used as text. */
const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' } as const;

/** Header with the Unix time in seconds. */
export const TIMESTAMP_HEADER = 'x-webhook-timestamp';
/** Header with the signature in Base64. */
export const SIGNATURE_HEADER = 'x-webhook-signature';

/** Makes KIE's signature. */
export async function sign(key: string, taskId: string, timestamp: number): Promise<string> {
  const bytes = await crypto.subtle.sign(
    ALGORITHM.name,
    await importKey(key, 'sign'),
    textOf(taskId, timestamp),
  );
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

/** Checks KIE's signature with every key, in constant time: `verify` compares the codes itself. */
export async function verify(
  keys: readonly string[],
  taskId: string,
  timestamp: number,
  signature: string,
): Promise<boolean> {
  const code = fromBase64(signature);
  if (!code) return false;
  const results = await Promise.all(
    keys.map(async (key) =>
      crypto.subtle.verify(ALGORITHM.name, await importKey(key, 'verify'), code, textOf(taskId, timestamp)),
    ),
  );
  return results.includes(true);
}

function importKey(key: string, usage: 'sign' | 'verify'): ReturnType<typeof crypto.subtle.importKey> {
  return crypto.subtle.importKey('raw', new TextEncoder().encode(key), ALGORITHM, false, [usage]);
}

function textOf(taskId: string, timestamp: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${taskId}.${timestamp}`);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
