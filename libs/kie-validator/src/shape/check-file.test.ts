import { describe, expect, it } from 'vitest';
import { check, field, problems } from '../../test/small-catalogue.ts';

const options = { isFile: (value: unknown) => value instanceof Blob || value instanceof Uint8Array };
const photo = field('photo', { media: { kind: 'image', mime: ['image/jpeg', 'image/png'], maxMb: 1 } });
const clip = field('clip', { media: { kind: 'image_or_video' } });
const bad = (input: object) => problems(check([photo, clip], input, { options }));

describe('files on their way to an upload', () => {
  it('takes what fits, in every spelling of its type', () => {
    for (const type of ['image/jpeg', 'image/jpg', 'IMAGE/PNG; x=y', '', 'application/octet-stream']) {
      expect(bad({ photo: new Blob(['x'], { type }) })).toEqual([]);
    }
    expect(bad({ photo: new Uint8Array(8), clip: new Blob(['x'], { type: 'video/mp4' }) })).toEqual([]);
  });

  it('refuses an empty one, one that is too big, one of the wrong kind', () => {
    expect(bad({ photo: new Uint8Array(0) })).toEqual(['photo file_empty']);
    expect(bad({ photo: new Uint8Array(1024 * 1024 + 1) })).toEqual(['photo file_too_big']);
    expect(bad({ photo: new Blob(['x'], { type: 'image/gif' }) })).toEqual(['photo file_type']);
    expect(bad({ clip: new Blob(['x'], { type: 'audio/mpeg' }) })).toEqual(['clip file_type']);
  });

  it('says how big and what is allowed', () => {
    const big = new Blob([new Uint8Array(25 * 1024 * 1024)], { type: 'image/gif' });
    expect(check([photo], { photo: big }, { options }).errors?.map((issue) => issue.message)).toEqual([
      'photo: the file has 25 MB; at most 1 MB are allowed.',
      'photo: the file is image/gif; allowed: image/jpeg or image/png.',
    ]);
  });
});
