import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createRedactor } from './redactor.ts';

const canary = 'canary-7f3a9c1e55d2';
const botToken = `7654321:${'AAb-c_dE'.repeat(5)}`;
const redactor = createRedactor({ secrets: [canary, `postgres://bot:p%40ss-word-9@db:5432/kie`] });

class ProviderError extends Error {
  readonly config: object;
  readonly toJSON: () => object;
  constructor(message: string, config: object) {
    super(message);
    this.config = config;
    this.toJSON = () => ({ message, config });
  }
}

const circular: Record<string, unknown> = { note: canary };
circular['self'] = circular;

const shapes: Record<string, unknown> = {
  message: new Error(`refused: ${canary}`),
  cause: new Error('outer', { cause: new Error('middle', { cause: { deep: [canary] } }) }),
  stack: Object.assign(new Error('quiet'), { stack: `Error\n  at https://x/?k=${canary}` }),
  'own property': Object.assign(new Error('http'), { request: { headers: { 'x-a': `Key ${canary}` } } }),
  aggregate: new AggregateError([new Error(canary), canary], 'several'),
  'custom toJSON': new ProviderError(`call failed ${canary}`, { auth: canary }),
  'thrown string': `plain ${canary}`,
  'thrown object': { error: { detail: canary } },
  map: new Map<unknown, unknown>([['a', new Map([[canary, canary]])]]),
  set: new Set([canary]),
  circular,
  headers: new Headers({ authorization: `Bearer ${canary}`, 'x-other': canary }),
  'search parameters': new URL(`https://x/?a=${canary}`).searchParams,
  url: new URL(`https://user:${canary}@host/path`),
  symbol: Symbol(canary),
  'function name': Object.defineProperty(() => 1, 'name', { value: canary }),
  'url-encoded': `a=${encodeURIComponent(canary)}`,
  base64: Buffer.from(canary).toString('base64'),
  bytes: Buffer.from(canary),
  'error in an array in a map': new Map([['errors', [new Error(canary)]]]),
  DOMException: new DOMException(canary, 'AbortError'),
  'key of an object': { [canary]: 1 },
};

describe('known values', () => {
  test.each(Object.entries(shapes))('are taken out of: %s', (_name, shape) => {
    const clean = redactor.value(shape);
    expect(JSON.stringify(clean)).not.toContain(canary);
    expect(inspect(clean, { depth: 20, showHidden: true })).not.toContain(canary);
    expect(inspect(clean, { depth: 20 })).not.toContain(Buffer.from(canary).toString('base64'));
  });

  test('negative control: the shapes do hold the canary', () => {
    const hidden = Object.entries(shapes).filter(
      ([, shape]) => !inspect(shape, { depth: 20, showHidden: true, maxStringLength: null }).includes(canary),
    );
    expect(hidden.map(([name]) => name)).toEqual(['base64', 'bytes']);
  });

  test('the password of a database address alone, in both spellings', () => {
    expect(redactor.text('auth failed for p@ss-word-9 (p%40ss-word-9)')).toBe(
      'auth failed for [redacted] ([redacted])',
    );
  });

  test('short values are left, ordinary text stays readable', () => {
    const short = createRedactor({ secrets: ['', 'abc'] });
    expect(short.text('abc is the start of the alphabet')).toBe('abc is the start of the alphabet');
  });
});

describe('patterns', () => {
  const plain = createRedactor({ secrets: [] });
  test.each([
    ['a bot token', `token ${botToken}.`, botToken],
    ['a bot token in a path', `https://api.telegram.org/bot${botToken}/getMe`, botToken],
    ['a short test token in a path', 'http://127.0.0.1:1/bot42:test-token/getMe', '42:test-token'],
    ['a bearer', 'authorization: Bearer abc.def-123456', 'abc.def-123456'],
    ['a DSN password', 'postgres://kie:s3cr3t-pw@db.example:5432/kie?sslmode=require', 's3cr3t-pw'],
    ['a signed URL', 'https://f.example/a.png?Expires=9&X-Amz-Signature=d34db33f&b=1', 'd34db33f'],
    ['a token in a query', 'https://f.example/a.png?token=d34db33f', 'd34db33f'],
    ['a JSON body in a text', 'body {"webhookHmacKey":"d34db33f","a":1}', 'd34db33f'],
    ['a JSON text in a JSON text', JSON.stringify(JSON.stringify({ apiKey: 'd34db33f' })), 'd34db33f'],
    ['a key=value', 'password=d34db33f, user=x', 'd34db33f'],
    ['an OpenAI key', 'key sk-proj-abcdefghijklmnop1234', 'sk-proj-abcdefghijklmnop1234'],
    ['a service key (JWT)', 'eyJhbGciOiJI.eyJpc3MiOiJz.c2lnbmF0dXJl', 'c2lnbmF0dXJl'],
  ])('%s', (_name, text, secret) => {
    expect(plain.text(text)).not.toContain(secret);
    expect(plain.text(text)).toContain('[redacted]');
    expect(plain.text(plain.text(text))).toBe(plain.text(text));
  });

  test('secret names hide their text whatever it looks like', () => {
    expect(plain.value({ apiKey: 'x', nested: { 'Set-Cookie': 'y' }, tokens: 3, key: 'Enter' })).toEqual({
      apiKey: '[redacted]',
      nested: { 'Set-Cookie': '[redacted]' },
      tokens: 3,
      key: 'Enter',
    });
  });

  test('ordinary text passes unchanged', () => {
    const text = 'Job 1234567:8 for chat 99 took 12:30:01, see https://example.com/a?page=2&sort=token#x';
    expect(plain.text(text)).toBe(text);
  });

  test('hostile texts cost linear time, or this test would not end in time', () => {
    for (const unit of ['a.', 'a-', '?x-', 'a://', '1', ':@', 'secret ', 'eyJaaaaaaaa.', '\\"']) {
      expect(typeof plain.text(unit.repeat(40_000))).toBe('string');
    }
  });
});

describe('value', () => {
  test('keeps what is harmless in shape', () => {
    const at = new Date(0);
    expect(
      redactor.value({ a: [1, true, null], at, big: 2n ** 60n, m: new Map([['k', 1]]), gone: undefined }),
    ).toEqual({ a: [1, true, null], at: at.toISOString(), big: '1152921504606846976', m: { k: 1 } });
  });

  test('survives getters, proxies and depth, and does not pollute prototypes', () => {
    const hostile = {
      get boom(): string {
        throw new Error(canary);
      },
      proxy: new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error(canary);
          },
        },
      ),
      parsed: JSON.parse('{"__proto__":{"polluted":1}}') as unknown,
    };
    expect(redactor.value(hostile)).toMatchObject({ boom: '[unreadable]', proxy: '[unreadable]' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    let deep: unknown = canary;
    for (let n = 0; n < 5000; n += 1) deep = { deep };
    expect(JSON.stringify(redactor.value(deep))).toContain('[deeper]');
  });

  test('an error keeps its message, code and chain', () => {
    const error = Object.assign(new Error('outer', { cause: new TypeError('inner') }), { code: 'E_X' });
    expect(redactor.value(error)).toMatchObject({
      name: 'Error',
      message: 'outer',
      code: 'E_X',
      cause: { name: 'TypeError', message: 'inner' },
    });
  });
});
