import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { startKieEmulator } from '../src/index.ts';
import { boxes, viewOf } from '../src/media/mp4-boxes.ts';
import { mp4Info } from '../src/media/mp4-info.ts';
import { callsOf, zImage } from './kie.ts';

// One emulator for the whole file: its drawing thread takes a moment to start.
const emulator = await startKieEmulator({ speed: Infinity, createLimit: false, credits: 100_000 });
afterAll(() => emulator.stop());
const { created, download, get, post, record, resultUrl } = callsOf(emulator);

// Encoding on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const hasFfprobe = spawnSync('ffprobe', ['-version']).status === 0;

/** What an independent decoder says of the file. */
function probe(bytes: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'kie-emulator-'));
  try {
    const path = join(folder, 'file');
    writeFileSync(path, bytes);
    const entries = 'stream=codec_name,width,height,pix_fmt,nb_read_frames:format=duration';
    const args = ['-v', 'error', '-count_frames', '-show_entries', entries, '-of', 'default=nw=1', path];
    return execFileSync('ffprobe', args, { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function pixels(bytes: Buffer) {
  const image = await loadImage(bytes);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return {
    width: image.width,
    height: image.height,
    data: context.getImageData(0, 0, image.width, image.height).data,
  };
}

describe('images', () => {
  test.each([
    ['z-image', { prompt: 'x', aspect_ratio: '16:9' }, 'PNG', 16 / 9, 1024],
    ['z-image', { prompt: 'x', aspect_ratio: '3:4' }, 'PNG', 3 / 4, 1024],
    [
      'google/nano-banana',
      { prompt: 'x', output_format: 'jpeg', aspect_ratio: '9:16' },
      'JPEG',
      9 / 16,
      1024,
    ],
    [
      'bytedance/seedream-v4-text-to-image',
      { prompt: 'x', image_size: 'landscape_4_3', image_resolution: '2K', max_images: 1 },
      'PNG',
      4 / 3,
      2048,
    ],
  ] as const)('%s %j is a %s of that shape', async (model, input, format, aspect, side) => {
    const bytes = await download(await resultUrl(model, input));
    expect(bytes.toString('latin1', 0, 4)).toBe(format === 'PNG' ? '\x89PNG' : '\xff\xd8\xff\xe0');
    const { width, height } = await loadImage(bytes);
    expect(width / height).toBeCloseTo(aspect, 1);
    expect(Math.sqrt(width * height) / side).toBeCloseTo(1, 1);
  });

  test('webp when asked for', async () => {
    const input = { prompt: 'x', output_format: 'webp', aspect_ratio: '1:1', resolution: '1K' };
    const bytes = await download(await resultUrl('qwen2-1/text-to-image', input));
    expect(bytes.toString('latin1', 8, 12)).toBe('WEBP');
    expect(await loadImage(bytes)).toMatchObject({ width: 1024, height: 1024 });
  });

  test('the prompt is in the picture: another prompt is another picture, the same is the same', async () => {
    const draw = async (prompt: string) => download(await resultUrl('z-image', { ...zImage, prompt }));
    const first = await draw('лиса на снегу');
    expect(await draw('лиса на снегу')).toEqual(first);
    expect((await draw('a fox')).equals(first)).toBe(false);
  });

  test('a photo that was handed in is seen in the result', async () => {
    const photo = createCanvas(300, 200);
    const context = photo.getContext('2d');
    context.fillStyle = '#ff00ff';
    context.fillRect(0, 0, 300, 200);
    const base64Data = photo.toBuffer('image/png').toString('base64');
    const uploaded = await post('/api/file-base64-upload', {
      base64Data,
      uploadPath: 'photos',
      fileName: 'me.png',
    });
    const { downloadUrl } = uploaded.data as { downloadUrl: string };
    const ask = async (image_urls: string[]) =>
      pixels(
        await download(
          await resultUrl('google/nano-banana-edit', {
            prompt: 'hat',
            image_urls,
            image_size: '1:1',
            output_format: 'png',
          }),
        ),
      );
    const magenta = ({ data }: { data: Uint8ClampedArray }) => {
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (data[at] === 255 && data[at + 1] === 0 && data[at + 2] === 255) count++;
      }
      return count;
    };
    const seen = await ask([downloadUrl]);
    expect(magenta(seen)).toBeGreaterThan(seen.width * seen.height * 0.1);
    const grey = await ask([await resultUrl('z-image', zImage)]);
    expect(magenta(grey)).toBe(0); // negative control
  });

  test('an upscaler gives the picture itself, larger; a cut-out has empty corners', async () => {
    const image = await resultUrl('z-image', zImage);
    const { width, height } = await loadImage(await download(image));
    const large = await resultUrl('topaz/image-upscale', { image_url: image, upscale_factor: '2' });
    expect(await loadImage(await download(large))).toMatchObject({ width: width * 2, height: height * 2 });
    const cutout = await pixels(await download(await resultUrl('recraft/remove-background', { image })));
    expect(cutout.data[3]).toBe(0);
    expect(cutout.data[(Math.floor(height / 2) * width + Math.floor(width / 2)) * 4 + 3]).toBe(255);
  });
});

describe('videos', () => {
  test('H.264 in MP4 with the index in front, in the asked shape and length', async () => {
    const input = { prompt: 'волны', sound: false, aspect_ratio: '9:16', duration: '5' };
    const url = await resultUrl('kling-2.6/text-to-video', input);
    const order: string[] = [];
    const drawing = download(url).finally(() => order.push('video'));
    for (let call = 0; call < 3; call++) order.push(String((await get('/api/v1/chat/credit')).code));
    const bytes = await drawing;
    expect(order).toEqual(['200', '200', '200', 'video']); // others are served while it is drawn
    expect(boxes(viewOf(bytes)).map((box) => box.type)).toEqual(['ftyp', 'moov', 'mdat']);
    const info = mp4Info(bytes);
    expect(info).toMatchObject({ width: 360, height: 640 });
    expect(info?.seconds).toBeCloseTo(5, 1);
    expect(bytes.length).toBeLessThan(1_000_000);
    if (!hasFfprobe) return;
    const seen = probe(bytes);
    expect(seen).toContain('codec_name=h264');
    expect(seen).toContain('pix_fmt=yuv420p');
    expect(seen).toContain('nb_read_frames=50');
    expect(seen).toMatch(/duration=5\.0/);
  });

  test('takes shape and length of a given picture and a given video', async () => {
    const image = await resultUrl('z-image', { ...zImage, aspect_ratio: '3:4' });
    const fromImage = { prompt: 'x', image_urls: [image], sound: false, duration: '3' };
    const settings = { mode: 'std', multi_shots: false };
    const clip = await resultUrl('kling-3.0/video', { ...fromImage, ...settings });
    const info = mp4Info(await download(clip));
    expect(Number(info?.width) / Number(info?.height)).toBeCloseTo(3 / 4, 1);
    const longer = await resultUrl('topaz/video-upscale', { video_url: clip, upscale_factor: '2' });
    const upscaled = mp4Info(await download(longer));
    expect(upscaled?.seconds).toBeCloseTo(3, 1);
    expect(Number(upscaled?.width) / Number(upscaled?.height)).toBeCloseTo(3 / 4, 1);
  });

  test('a talking picture lasts as long as the sound', async () => {
    const image_url = await resultUrl('z-image', zImage);
    const text = 'One two three four five six seven eight nine ten.';
    const speech = { text, voice: 'EkK5I93UQWFDigLMpZcX' };
    const audio_url = await resultUrl('elevenlabs/text-to-speech-turbo-2-5', speech);
    const input = { prompt: 'x', image_url, audio_url, resolution: '480p' };
    const info = mp4Info(await download(await resultUrl('infinitalk/from-audio', input)));
    expect(Math.abs(Number(info?.seconds) - text.length / 15)).toBeLessThan(0.3);
  });

  test('a player may ask for a part of the file', async () => {
    const url = await resultUrl('z-image', zImage);
    const whole = await download(url);
    const part = await fetch(url, { headers: { range: 'bytes=10-19' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${whole.length}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(10, 20));
    expect((await fetch(url, { headers: { range: `bytes=${whole.length}-` } })).status).toBe(416);
  });
});

describe('audio and text', () => {
  test('speech is an MP3 about as long as the text takes to read', async () => {
    const text = 'The quick brown fox jumps over the lazy dog. '.repeat(2);
    const model = 'elevenlabs/text-to-speech-turbo-2-5';
    const bytes = await download(await resultUrl(model, { text, voice: 'EkK5I93UQWFDigLMpZcX' }));
    expect(bytes[0]).toBe(0xff);
    expect((bytes[1] ?? 0) & 0xe0).toBe(0xe0);
    const seconds = (bytes.length * 8) / 48_000; // constant bit rate of 48 kbit/s
    expect(Math.abs(seconds - text.length / 15)).toBeLessThan(0.3);
    if (hasFfprobe) expect(probe(bytes)).toContain('codec_name=mp3');
  });

  test('a WAV where the model makes WAV', async () => {
    const input = { task_id: '0'.repeat(32), audio_id: 'x' };
    const bytes = await download(await resultUrl('ai-music-api/convert-to-wav-format', input));
    expect(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 12)).toBe('RIFFWAVE');
    const seconds = (bytes.length - 44) / bytes.readUInt32LE(28);
    expect(seconds).toBeCloseTo(20, 3);
    if (hasFfprobe) expect(probe(bytes)).toContain('codec_name=pcm_s16le');
  });

  test('a song is two tracks with covers, lyrics are text', async () => {
    const wish = {
      prompt: 'a song about rain',
      custom_mode: false,
      instrumental: false,
      model: 'V5',
      duration: 10,
    };
    const song = await record(await created('ai-music-api/generate', wish));
    const tracks = (
      song['response'] as { data: { audio_url: string; image_url: string; duration: number }[] }
    ).data;
    expect(tracks).toHaveLength(2);
    expect((await download(tracks[1]?.audio_url ?? '')).length).toBeGreaterThan(10_000);
    expect(await loadImage(await download(tracks[1]?.image_url ?? ''))).toMatchObject({
      width: 1024,
      height: 1024,
    });
    const lyrics = await record(
      await created('ai-music-api/generate-lyrics', { prompt: 'a song about rain' }),
    );
    const { resultObject } = lyrics['response'] as { resultObject: { lyricsData: { text: string }[] } };
    expect(resultObject.lyricsData[0]?.text).toContain('a song about rain');
  });
});
