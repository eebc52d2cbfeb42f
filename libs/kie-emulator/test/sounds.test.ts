import { loadImage } from '@napi-rs/canvas';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { startKieEmulator } from '../src/index.ts';
import { callsOf } from './kie.ts';
import { hasFfprobe, probe } from './probe.ts';

// One emulator for the whole file: its drawing thread takes a moment to start.
const emulator = await startKieEmulator({ speed: Infinity, createLimit: false, credits: 100_000 });
afterAll(() => emulator.stop());
const { created, download, record, resultUrl } = callsOf(emulator);

// Encoding on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

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
