import { expect, test } from 'vitest';
import { extensionOf } from './extension.ts';
import { sniffMedia } from './sniff.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

function box(type: string, ...body: Buffer[]): Buffer {
  const content = Buffer.concat(body);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}

function trackHeader(width: number, height: number): Buffer {
  const body = Buffer.alloc(84);
  body.writeUInt32BE(width * 65536, 76);
  body.writeUInt32BE(height * 65536, 80);
  return box('tkhd', body);
}

const movie = box(
  'moov',
  box('mvhd', Buffer.alloc(100)),
  box('trak', trackHeader(0, 0)),
  box('trak', trackHeader(1280, 720)),
);
const ftyp = (brand: string): Buffer => box('ftyp', latin(`${brand}\0\0\x02\0isommp42`));

const jpeg = hex(
  'ffd8 ffe0 0010 4a464946 0001 0100 0001 0001 0000 ffc4 0004 0000 ffc2 0011 08 0258 0320 03 012200 021101 031101',
);

test.each([
  [
    'png',
    hex('89504e470d0a1a0a 0000000d 49484452 00000400 00000300 08 06'),
    { kind: 'image', mime: 'image/png', width: 1024, height: 768 },
  ],
  ['progressive jpeg', jpeg, { kind: 'image', mime: 'image/jpeg', width: 800, height: 600 }],
  ['cut jpeg', jpeg.subarray(0, 12), { kind: 'image', mime: 'image/jpeg' }],
  ['gif', hex('474946383961 0a00 1400 00'), { kind: 'image', mime: 'image/gif', width: 10, height: 20 }],
  [
    'lossy webp',
    Buffer.concat([latin('RIFF\0\0\0\0WEBPVP8 \0\0\0\0'), hex('000000 9d012a 4001 f000')]),
    { kind: 'image', mime: 'image/webp', width: 320, height: 240 },
  ],
  [
    'lossless webp',
    Buffer.concat([latin('RIFF\0\0\0\0WEBPVP8L\0\0\0\0'), hex('2f 3fc13b00')]),
    { kind: 'image', mime: 'image/webp', width: 320, height: 240 },
  ],
  [
    'extended webp',
    Buffer.concat([latin('RIFF\0\0\0\0WEBPVP8X\0\0\0\0'), hex('00000000 3f0100 ef0000')]),
    { kind: 'image', mime: 'image/webp', width: 320, height: 240 },
  ],
  [
    'mp4',
    Buffer.concat([ftyp('isom'), box('free'), movie, box('mdat')]),
    { kind: 'video', mime: 'video/mp4', width: 1280, height: 720 },
  ],
  [
    'mp4 without its end',
    Buffer.concat([ftyp('mp42'), box('mdat', Buffer.alloc(50))]).subarray(0, 60),
    { kind: 'video', mime: 'video/mp4' },
  ],
  [
    'mov',
    Buffer.concat([ftyp('qt  '), movie]),
    { kind: 'video', mime: 'video/quicktime', width: 1280, height: 720 },
  ],
  ['m4a', ftyp('M4A '), { kind: 'audio', mime: 'audio/mp4' }],
  ['avif', ftyp('avif'), { kind: 'image', mime: 'image/avif' }],
  [
    'webm',
    Buffer.concat([hex('1a45dfa3 9f4286810142f7810142f2810442f381084282 84'), latin('webm')]),
    { kind: 'video', mime: 'video/webm' },
  ],
  ['mp3 with a tag', latin('ID3\x04\0\0\0\0\0\0'), { kind: 'audio', mime: 'audio/mpeg' }],
  ['bare mp3', hex('fffb9064 0000'), { kind: 'audio', mime: 'audio/mpeg' }],
  ['aac', hex('fff15080 0000'), { kind: 'audio', mime: 'audio/aac' }],
  ['wav', latin('RIFF\x24\0\0\0WAVEfmt '), { kind: 'audio', mime: 'audio/wav' }],
  [
    'ogg',
    latin('OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead'),
    { kind: 'audio', mime: 'audio/ogg' },
  ],
  ['flac', latin('fLaC\0\0\0\x22'), { kind: 'audio', mime: 'audio/flac' }],
  ['pdf', latin('%PDF-1.7\n'), { kind: 'file', mime: 'application/pdf' }],
  ['zip', hex('504b0304 1400'), { kind: 'file', mime: 'application/zip' }],
] as const)('knows %s', (_, bytes, expected) => {
  expect(sniffMedia(bytes)).toEqual(expected);
  expect(extensionOf(expected.mime)).not.toBe('bin');
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a web page', latin('<!doctype html><title>404</title>')],
  ['JSON', latin('{"code":500}')],
  ['UTF-16 text', hex('fffe 6800 6500')],
  ['zeros', Buffer.alloc(100)],
])('does not guess about %s', (_, bytes) => {
  expect(sniffMedia(bytes)).toBeUndefined();
});

test('no cut or garbled head makes it throw', () => {
  const heads = [jpeg, Buffer.concat([ftyp('isom'), movie]), latin('RIFF\0\0\0\0WEBPVP8X')];
  for (const head of heads) {
    for (let length = 0; length <= head.length; length += 1) {
      expect(() => sniffMedia(head.subarray(0, length))).not.toThrow();
      const garbled = Buffer.from(head);
      garbled[length % head.length] = 0xff;
      expect(() => sniffMedia(garbled)).not.toThrow();
    }
  }
});

test('a type without a known ending is a bin', () => {
  expect(extensionOf('model/gltf+json')).toBe('bin');
});
