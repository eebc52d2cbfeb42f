import { inflateSync } from 'node:zlib';
import { registry } from '@kie/registry';
import { createValidator } from '@kie/validator';
import { describe, expect, it } from 'vitest';
import { BitWriter } from './bits.ts';
import { fileKind } from './file-kind.ts';
import { mp4 } from './mp4.ts';
import { png } from './png.ts';
import { createSampleMedia } from './sample-media.ts';
import { wav } from './wav.ts';

/** The boxes of an MP4 file, with those inside the containers, by their path. */
function boxes(file: Uint8Array, path = '', found = new Map<string, Buffer>()): Map<string, Buffer> {
  const bytes = Buffer.from(file);
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) {
    const body = bytes.subarray(at + 8, at + bytes.readUInt32BE(at));
    const name = `${path}/${bytes.toString('latin1', at + 4, at + 8)}`;
    found.set(name, body);
    if (/(moov|trak|mdia|minf|stbl)$/.test(name)) boxes(body, name, found);
  }
  return found;
}

describe('the video', () => {
  const found = boxes(mp4(640, 3));
  const table = '/moov/trak/mdia/minf/stbl';

  it('has its index in front and the length that was asked for', () => {
    expect([...found.keys()].filter((name) => name.lastIndexOf('/') === 0)).toEqual([
      '/ftyp',
      '/moov',
      '/mdat',
    ]);
    const header = found.get('/moov/mvhd');
    expect((header?.readUInt32BE(16) ?? 0) / (header?.readUInt32BE(12) ?? 1)).toBe(3);
  });

  it('has frames exactly where the index says', () => {
    const file = Buffer.from(mp4(640, 3));
    const sizes = found.get(`${table}/stsz`);
    let at = found.get(`${table}/stco`)?.readUInt32BE(8) ?? 0;
    const types: number[] = [];
    for (let sample = 0; sample < (sizes?.readUInt32BE(8) ?? 0); sample++) {
      const size = sizes?.readUInt32BE(12 + sample * 4) ?? 0;
      expect(file.readUInt32BE(at)).toBe(size - 4);
      types.push((file[at + 4] ?? 0) & 0x1f);
      at += size;
    }
    expect(at).toBe(file.length);
    expect(types).toEqual([5, ...Array.from({ length: 74 }, () => 1)]);
  });

  it('is small', () => {
    expect(mp4(640, 5).length).toBeLessThan(5_000);
  });
});

it('writes Exp-Golomb numbers as the standard has them', () => {
  // 0 -> 1, 1 -> 010, 2 -> 011, 3 -> 00100, then a one and zeros to the end of the byte.
  expect([...new BitWriter().numbers(0, 1, 2, 3).finish()]).toEqual([0b10100110, 0b01001000]);
});

it('makes a PNG with every row there', () => {
  const file = Buffer.from(png(512));
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([512, 512]);
  const start = file.indexOf('IDAT') + 4;
  expect(inflateSync(file.subarray(start, start + file.readUInt32BE(start - 8))).length).toBe(
    512 * (1 + 512 * 3),
  );
  expect(file.length).toBeLessThan(20_000);
});

it('makes a WAV of the wanted length', () => {
  const file = Buffer.from(wav(3));
  expect([file.readUInt32LE(4) + 8, file.readUInt32LE(40) / file.readUInt32LE(28)]).toEqual([file.length, 3]);
});

describe('fileKind', () => {
  it.each([
    [png(512), 'image', 'png'],
    [mp4(640, 1), 'video', 'mp4'],
    [wav(1), 'audio', 'wav'],
    [Buffer.from('\xff\xd8\xff\xe0', 'latin1'), 'image', 'jpeg'],
    [Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), 'image', 'webp'],
    [Buffer.from('ID3\x04', 'latin1'), 'audio', 'mp3'],
    [Buffer.from('\xff\xfb\x90\x00', 'latin1'), 'audio', 'mp3'],
    [Buffer.from('\xff\xf1\x50\x80', 'latin1'), 'audio', 'aac'],
    [Buffer.from('\0\0\0\x18ftypM4A ', 'latin1'), 'audio', 'm4a'],
    [Buffer.from('\x1a\x45\xdf\xa3', 'latin1'), 'video', 'webm'],
  ])('%#: reads %s', (bytes, kind, format) => {
    expect(fileKind(bytes)).toEqual({ kind, format });
  });

  it.each(['', '<!DOCTYPE html>', '{"code":200}', 'RIFF'])('knows nothing of %o', (text) => {
    expect(fileKind(Buffer.from(text))).toBeUndefined();
  });
});

it('makes a fitting file for every media field of every active model', () => {
  const mediaFor = createSampleMedia();
  const validator = createValidator(registry);
  const isFile = (value: unknown) => value instanceof Blob;
  let checked = 0;
  for (const model of registry.list()) {
    for (const field of model.fields.filter(({ media }) => media !== undefined)) {
      const file = mediaFor(field);
      const input = { [field.name]: field.type === 'array' ? [file] : file };
      const result = validator.validate(model.id, input, { isFile });
      const about = (result.errors ?? []).filter(
        ({ path, code }) => path.startsWith(field.name) && code.startsWith('file'),
      );
      expect(about, `${model.id} ${field.name}`).toEqual([]);
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(150);
});
