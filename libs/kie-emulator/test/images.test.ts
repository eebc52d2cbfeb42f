import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { startKieEmulator } from '../src/index.ts';
import { callsOf, zImage } from './kie.ts';

// One emulator for the whole file: its drawing thread takes a moment to start.
const emulator = await startKieEmulator({ speed: Infinity, createLimit: false, credits: 100_000 });
afterAll(() => emulator.stop());
const { download, post, resultUrl } = callsOf(emulator);

// Encoding on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

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
