/** What KIE wraps every answer in. `code` decides, not the HTTP status, which is 200 for most errors. */
export interface Envelope {
  readonly code: number;
  readonly msg: string;
  readonly data: unknown;
}

/** Why an answer is no envelope. */
export type Unusable = 'an empty body' | 'an HTML page' | 'broken JSON' | 'JSON without a code';

/** Reads a body, whatever its content type says: KIE's edge answers with HTML or nothing when it is in trouble. */
export function readEnvelope(body: string): Envelope | Unusable {
  if (body.trim() === '') return 'an empty body';
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return /^\s*</.test(body) ? 'an HTML page' : 'broken JSON';
  }
  if (!isRecord(json)) return 'JSON without a code';
  const code = readNumber(json['code']);
  if (code === undefined) return 'JSON without a code';
  const text = json['msg'] ?? json['message'];
  return { code, msg: typeof text === 'string' ? text : '', data: json['data'] };
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A number, or a string that is one: KIE mixes both. */
export function readNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A string with something in it. */
export function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
