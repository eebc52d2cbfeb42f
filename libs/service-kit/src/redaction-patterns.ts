export const redacted = '[redacted]';

interface Pattern {
  readonly find: RegExp;
  readonly replace: string;
}

/**
 * What a secret looks like when nobody told us its value. Every quantifier that could meet itself is bounded, so a
 * hostile text costs linear time.
 */
export const patterns: readonly Pattern[] = [
  // Telegram: <bot id>:<secret>, also inside https://api.telegram.org/bot<token>/method
  { find: /(?<!\d)\d{5,16}:[\w-]{30,}/g, replace: redacted },
  { find: /(\/bot)\d{1,16}:[^/\s"'<>\\]+/g, replace: `$1${redacted}` },
  { find: /\b(Bearer|Basic)(\s{1,4})[\w.~+/=-]{6,}/gi, replace: `$1$2${redacted}` },
  // scheme://user:password@host
  {
    find: /\b([a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/?#"'<>]{0,200}):[^\s/?#"'<>]{1,500}@/gi,
    replace: `$1:${redacted}@`,
  },
  // Query parameters that sign or authorise
  {
    find: /([?&;](?:x-[\w-]{0,30})?(?:(?:\w|-){0,20}(?:signature|token|secret|password|credential|api-?_?key|access-?_?key(?:id)?|hmac)|sig|key|auth|policy|key-pair-id)=)[^&#\s"'<>\\]+/gi,
    replace: `$1${redacted}`,
  },
  // apiKey: "…", password=…, "webhookHmacKey":"…"
  {
    find: /((?:api[_-]?key|hmac[_-]?key|secret(?:[_-]?(?:key|token))?|password|passwd|(?:access|refresh|bot|auth)[_-]?token)\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?)(?!\[redacted)[^\s"',;}&\\]+/gi,
    replace: `$1${redacted}`,
  },
  { find: /\bsk-[\w-]{16,}/g, replace: redacted },
  { find: /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]+/g, replace: redacted },
];

const names = new Set([
  'apikey',
  'authorization',
  'cookie',
  'setcookie',
  'password',
  'passwd',
  'secret',
  'secretkey',
  'secrettoken',
  'clientsecret',
  'token',
  'bottoken',
  'accesstoken',
  'refreshtoken',
  'hmackey',
  'webhookhmackey',
  'xtelegrambotapisecrettoken',
]);

/** Is a text under this property name a secret, whatever it looks like? */
export function isSecretName(name: string): boolean {
  return names.has(name.toLowerCase().replaceAll(/[_-]/g, ''));
}
