import { describe, expect, it } from 'vitest';
import { check, field, problems, warnings } from '../../test/small-catalogue.ts';

const ok = (fields: Parameters<typeof check>[0], input: unknown) => {
  const result = check(fields, input);
  expect(problems(result)).toEqual([]);
  return result.payload;
};
const bad = (fields: Parameters<typeof check>[0], input: unknown) => problems(check(fields, input));

describe('the input as a whole', () => {
  it.each([null, 'text', 5, [], new Blob([])])('refuses %s', (input) => {
    expect(bad([], input)).toEqual(['type']);
  });

  it('reports every problem at once', () => {
    const fields = [field('a', { required: true }), field('b', { type: 'integer', max: 3 }), field('c')];
    expect(bad(fields, { b: 9, c: 1, d: true })).toEqual([
      'b too_big',
      'c type',
      'd unknown_field',
      'a required',
    ]);
  });

  it('takes nothing from the prototype and gives nothing to it', () => {
    const input: unknown = JSON.parse('{"__proto__": {"admin": true}, "a": "x"}');
    expect(bad([field('a')], input)).toEqual(['__proto__ unknown_field']);
    expect(check([field('a')], input, { options: { unknownFields: 'strip' } }).payload).toEqual({ a: 'x' });
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });
});

describe('required and defaults', () => {
  it('fills the default of a required field, and of an optional one leaves it to KIE', () => {
    const fields = [field('a', { required: true, default: 'x' }), field('b', { default: 'y' })];
    expect(ok(fields, {})).toEqual({ a: 'x' });
  });

  it('copies a default, so that a caller cannot change the catalogue', () => {
    const fields = [field('a', { type: 'array', itemType: 'string', required: true, default: ['x'] })];
    const filled = ok(fields, {});
    (filled?.['a'] as string[] | undefined)?.push('y');
    expect(ok(fields, {})).toEqual({ a: ['x'] });
  });

  it('takes an empty text as missing unless the field may be empty', () => {
    expect(bad([field('a', { required: true })], { a: '' })).toEqual(['a required']);
    expect(ok([field('a', { required: true, mayBeEmpty: true, minLength: 1 })], { a: '' })).toEqual({
      a: '',
    });
  });

  it('leaves out optional fields that are empty or undefined', () => {
    const list = field('list', { type: 'array', itemType: 'string', minItems: 1 });
    expect(ok([field('a'), field('b'), list], { a: '', b: undefined, list: [] })).toEqual({});
  });

  it('warns only, when a field became required lately', () => {
    const result = check([field('a', { required: true, requiredSince: '2026-10' })], {});
    expect([result.valid, warnings(result)]).toEqual([true, ['a required_since']]);
  });

  it('fills and asks for the fields of items too', () => {
    const shots = field('shots', {
      type: 'array',
      itemType: 'object',
      itemFields: [field('text', { required: true }), field('voice', { required: true, default: 'Kore' })],
    });
    expect(ok([shots], { shots: [{ text: 'hi' }] })).toEqual({ shots: [{ text: 'hi', voice: 'Kore' }] });
    expect(bad([shots], { shots: [{ text: 'hi' }, { txt: 'ho' }, 'no'] })).toEqual([
      'shots[1].txt unknown_field',
      'shots[1].text required',
      'shots[2] type',
    ]);
  });
});

describe('types', () => {
  it.each([
    ['string', 5],
    ['string', null],
    ['integer', '5'],
    ['integer', 5.5],
    ['number', '5'],
    ['number', Number.NaN],
    ['number', Number.POSITIVE_INFINITY],
    ['boolean', 'true'],
    ['boolean', 1],
    ['array', 'x'],
    ['array', { 0: 'x' }],
  ] as const)('%s refuses %s', (type, value) => {
    expect(bad([field('a', { type })], { a: value })).toEqual(['a type']);
  });

  it('coerces only where the API was seen to take both', () => {
    const number = field('a', { type: 'number', observedTypes: ['string'] });
    expect(ok([number], { a: '5' })).toEqual({ a: 5 });
    expect(bad([number], { a: 'five' })).toEqual(['a type']);
    expect(ok([field('a', { observedTypes: ['number'], pattern: '[3-9]' })], { a: 5 })).toEqual({ a: '5' });
    const list = field('a', { observedTypes: ['array'] });
    expect(ok([list], { a: ['x'] })).toEqual({ a: 'x' });
    expect(bad([list], { a: ['x', 'y'] })).toEqual(['a type']);
    const numbers = field('a', {
      type: 'enum',
      valueType: 'number',
      values: [6, 10],
      observedTypes: ['string'],
    });
    expect(ok([numbers], { a: '6' })).toEqual({ a: 6 });
  });
});

describe('enums', () => {
  const size = field('size', { type: 'enum', values: ['720p', '1080p'] });
  const duration = field('duration', { type: 'enum', valueType: 'string', values: ['5', '10'] });

  it('names the allowed values and the nearest one', () => {
    const [issue] = check([size], { size: '720P' }).errors ?? [];
    expect(issue).toEqual({
      path: 'size',
      code: 'not_allowed',
      params: { allowed: ['720p', '1080p'], suggestion: '720p' },
      message: 'size: "720P" is not allowed; did you mean "720p"? Allowed: "720p", "1080p".',
    });
  });

  it('keeps the JSON type apart: the number 5 is not the text 5', () => {
    const [issue] = check([duration], { duration: 5 }).errors ?? [];
    expect(issue?.params['suggestion']).toBe('5');
    expect(check([duration], { duration: 7 }).errors?.[0]?.params['suggestion']).toBe('5');
  });

  it('does not repeat a long value, which may be a prompt in the wrong place', () => {
    const secret = 'a portrait of my neighbour in the garden';
    expect(JSON.stringify(check([size], { size: secret }))).not.toContain('neighbour');
  });
});

describe('numbers', () => {
  const duration = field('d', { type: 'integer', min: 4, max: 15, step: 1, specialValues: [-1] });

  it('keeps the range, with values allowed beside it', () => {
    expect(ok([duration], { d: -1 })).toEqual({ d: -1 });
    expect(bad([duration], { d: 3 })).toEqual(['d too_small']);
    expect(bad([duration], { d: 16 })).toEqual(['d too_big']);
  });

  it('keeps the step, decimal ones too', () => {
    const weight = field('w', { type: 'number', min: 0, max: 1, step: 0.01 });
    for (let step = 0; step <= 100; step++) ok([weight], { w: step / 100 });
    expect(bad([weight], { w: 0.505 })).toEqual(['w step']);
  });

  it('reads a number sent as a text', () => {
    const text = field('t', { min: 6, max: 30 });
    expect(ok([text], { t: '6' })).toEqual({ t: '6' });
    expect(bad([text], { t: '31' })).toEqual(['t too_big']);
    expect(bad([text], { t: 'six' })).toContain('t type');
  });
});

describe('texts', () => {
  const family = '👨‍👩‍👧'; // 8 UTF-16 units, 5 code points, 1 visible character

  it('counts code points: neither UTF-16 units nor visible characters', () => {
    expect(ok([field('a', { maxLength: 5 })], { a: family })).toEqual({ a: family });
    expect(bad([field('a', { maxLength: 4 })], { a: family })).toEqual(['a too_long']);
    expect(check([field('a', { maxLength: 4 })], { a: family }).errors?.[0]?.params).toEqual({
      maxLength: 4,
      length: 5,
    });
    expect(bad([field('a', { minLength: 6 })], { a: family })).toEqual(['a too_short']);
  });

  it('matches a pattern as a whole', () => {
    const two = field('a', { pattern: 'ab|cd' });
    expect(ok([two], { a: 'cd' })).toEqual({ a: 'cd' });
    expect(bad([two], { a: 'abd' })).toEqual(['a pattern']);
  });
});

describe('media', () => {
  const image = field('u', { media: { kind: 'image' } });
  const images = field('us', { type: 'array', itemType: 'string', media: { kind: 'image' }, maxItems: 2 });

  it.each(['https://example.com/a.png', 'http://example.com:8080/a?b=c#d', 'HTTPS://EXAMPLE.COM/A'])(
    'takes %s',
    (u) => {
      expect(ok([image], { u })).toEqual({ u });
    },
  );

  it.each([
    'example.com/a.png',
    '/tmp/a.png',
    'file:///tmp/a.png',
    'ftp://example.com/a',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    'https://user:pass@example.com/a.png',
    'https://user@example.com/',
    'https://',
    'https:///a',
    ' https://example.com/a',
    'https://exa mple.com/a',
    'asset://abc',
  ])('refuses %s without repeating it', (u) => {
    const result = check([image], { u });
    expect(problems(result)).toEqual(['u url']);
    expect(JSON.stringify(result)).not.toContain(u);
  });

  it('takes further schemes where the field names them, and says so', () => {
    const assets = field('u', { media: { kind: 'image', schemes: ['asset'] } });
    expect(check([assets], { u: 'asset://abc' }).valid).toBe(true);
    expect(problems(check([assets], { u: 'asset://' }))).toEqual(['u url']);
    expect(check([assets], { u: 'nope' }).errors?.[0]?.message).toContain('or an asset:// id');
  });

  it('checks each item and their number', () => {
    expect(bad([images], { us: ['https://a.example/1', 'nope', 'https://a.example/3'] })).toEqual([
      'us too_many_items',
      'us[1] url',
    ]);
  });

  it('lets files pass only when told what a file is, and only at media fields', () => {
    const file = new Blob(['x']);
    expect(bad([image], { u: file })).toEqual(['u type']);
    const options = { isFile: (value: unknown) => value instanceof Blob };
    expect(check([image, images], { u: file, us: [file] }, { options }).payload).toEqual({
      u: file,
      us: [file],
    });
    expect(problems(check([field('text')], { text: file }, { options }))).toEqual(['text type']);
  });
});

describe('names', () => {
  const fields = [field('image_urls', { type: 'array', media: { kind: 'image' } }), field('aspect_ratio')];

  it.each([
    ['imageUrls', 'image_urls'],
    ['image_input', 'image_urls'],
    ['photo', 'image_urls'],
    ['aspectRatio', 'aspect_ratio'],
    ['aspect_ration', 'aspect_ratio'],
  ])('suggests for %s %s', (name, suggestion) => {
    const [issue] = check(fields, { [name]: 'x' }).errors ?? [];
    expect(issue).toMatchObject({ path: name, code: 'unknown_field', params: { suggestion } });
  });

  it('says where the callback URL belongs', () => {
    expect(check(fields, { callBackUrl: 'https://a.example' }).errors?.[0]?.message).toContain(
      'beside the input',
    );
  });

  it('strips with a warning in lenient mode', () => {
    const result = check(fields, { photo: 'x' }, { options: { unknownFields: 'strip' } });
    expect([result.payload, warnings(result)]).toEqual([{}, ['photo unknown_field']]);
  });

  it('leaves out what an older page had, with a warning', () => {
    const rest = { formerFields: [{ name: 'num_images', until: '2026-01' }] };
    const result = check(fields, { num_images: '1' }, { rest });
    expect([result.payload, warnings(result)]).toEqual([{}, ['num_images former_field']]);
  });

  it('sends the clean name for one that the page prints with a blank', () => {
    const named = [field('image_urls', { docName: 'image_urls ' })];
    const result = check(named, { 'image_urls ': 'x' });
    expect([result.payload, warnings(result)]).toEqual([{ image_urls: 'x' }, ['image_urls  renamed_field']]);
  });

  it('lets nsfw_checker through with a warning', () => {
    const result = check(fields, { nsfw_checker: false });
    expect([result.payload, warnings(result)]).toEqual([
      { nsfw_checker: false },
      ['nsfw_checker undocumented_field'],
    ]);
  });

  it('warns about a deprecated field', () => {
    expect(warnings(check([field('old', { deprecated: true })], { old: 'x' }))).toEqual([
      'old deprecated_field',
    ]);
  });
});
