import { afterAll, describe, expect, test, vi } from 'vitest';
import { startKieEmulator } from '../src/index.ts';
import { boxes, boxesAt, viewOf } from '../src/media/mp4-boxes.ts';
import { mp4Info } from '../src/media/mp4-info.ts';
import { callsOf, zImage } from './kie.ts';
import { hasFfprobe, probe } from './probe.ts';

// One emulator for the whole file: its drawing thread takes a moment to start.
const emulator = await startKieEmulator({ speed: Infinity, createLimit: false, credits: 100_000 });
afterAll(() => emulator.stop());
const { download, get, resultUrl } = callsOf(emulator);

// Encoding on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

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

  test('with a sound track when asked for one', async () => {
    const input = { prompt: 'surf', sound: true, aspect_ratio: '1:1', duration: '5' };
    const bytes = await download(await resultUrl('kling-2.6/text-to-video', input));
    expect(boxes(viewOf(bytes)).map((box) => box.type)).toEqual(['ftyp', 'moov', 'mdat']);
    expect(boxesAt(viewOf(bytes), ['moov', 'trak'])).toHaveLength(2);
    if (!hasFfprobe) return;
    const seen = probe(bytes);
    expect(seen).toContain('codec_name=h264');
    expect(seen).toContain('codec_name=mp3');
    expect(Number(/duration=([\d.]+)/.exec(seen)?.[1])).toBeCloseTo(5, 0);
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
