import { describe, expect, it } from 'vitest';
import { check, field, problems, warnings } from '../../test/small-catalogue.ts';

const fields = [
  field('prompt', { required: true }),
  field('resolution', { type: 'enum', values: ['720p', '2K'], valueType: 'string' }),
  field('duration', { type: 'enum', values: ['5', '10'], valueType: 'string' }),
  field('n', { type: 'integer', min: 1, max: 4 }),
  field('sound', { type: 'boolean' }),
  field('image_urls', { type: 'array', itemType: 'string', media: { kind: 'image' } }),
  field('video_url', { media: { kind: 'video' } }),
];
const url = 'https://files.example/a';
const loose = (input: Record<string, unknown>) =>
  check(fields, { prompt: 'x', ...input }, { options: { lenient: true } });

describe('lenient mode', () => {
  it.each([
    [{ resolution: '720P' }, { resolution: '720p' }],
    [{ resolution: ' 2k ' }, { resolution: '2K' }],
    [{ duration: 10 }, { duration: '10' }],
    [{ n: '3' }, { n: 3 }],
    [{ sound: 'false' }, { sound: false }],
    [{ image_urls: url }, { image_urls: [url] }],
    [{ video_url: [url] }, { video_url: url }],
    [{ resolution: null }, {}],
  ])('puts %j right, and strict mode refuses it', (input, expected) => {
    const result = loose(input);
    expect(result.payload).toEqual({ prompt: 'x', ...expected });
    expect(warnings(result)).toEqual([`${Object.keys(input)[0]} corrected`]);
    expect(JSON.stringify(result.warnings)).not.toContain(url);
    expect(check(fields, { prompt: 'x', ...input }).valid).toBe(false);
  });

  it('leaves unknown fields out', () => {
    const result = loose({ image_input: [url] });
    expect(result.payload).toEqual({ prompt: 'x' });
    expect(warnings(result)).toEqual(['image_input unknown_field']);
  });

  it('still refuses what is missing, wrong or could mean two things', () => {
    expect(problems(loose({ prompt: '' }))).toEqual(['prompt required']);
    expect(problems(loose({ resolution: '8K', n: '9', sound: 'yes' }))).toEqual([
      'resolution not_allowed',
      'n too_big',
      'sound type',
    ]);
    expect(problems(loose({ video_url: [url, url] }))).toEqual(['video_url type']);
  });

  it('has nothing to say about a good input', () => {
    expect(loose({ n: 2, sound: true }).warnings).toEqual([]);
  });
});
