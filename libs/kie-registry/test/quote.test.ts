import { describe, expect, it } from 'vitest';
import { quote, registry } from '../src/index.ts';
import type { Model, Quote, QuoteFacts } from '../src/index.ts';

type Input = Readonly<Record<string, unknown>>;

function quoteOf(id: string, input: Input, facts?: QuoteFacts): Quote {
  return quote(registry.get(id) as Model, input, facts);
}

const url = 'https://example.com/file';

describe('quote', () => {
  const table: readonly [string, Input, Quote][] = [
    ['z-image', {}, { kind: 'exact', credits: 0.8, reason: 'image: 0.8' }],
    // Tiers by one field, by several, by a list of values, and by the defaults of fields.
    ['nano-banana-pro', { resolution: '2K' }, { kind: 'exact', credits: 18, reason: '1K/2K: 18' }],
    ['nano-banana-pro', { resolution: '4K' }, { kind: 'exact', credits: 24, reason: '4K: 24' }],
    [
      'kling-2.6/text-to-video',
      { duration: '10', sound: false },
      { kind: 'exact', credits: 110, reason: '10 s, without sound: 110' },
    ],
    [
      'kling-2.6/text-to-video',
      { duration: 10, sound: true },
      { kind: 'exact', credits: 220, reason: '10 s, with sound: 220' },
    ],
    ['kling-2.6/text-to-video', {}, { kind: 'upTo', credits: 110, reason: 'at most 5 s, with sound: 110' }],
    // Per second.
    [
      'happyhorse/text-to-video',
      { resolution: '720p', duration: 4 },
      { kind: 'exact', credits: 112, reason: '720p, 4 s: 4 x 28' },
    ],
    ['happyhorse/text-to-video', {}, { kind: 'exact', credits: 240, reason: '1080p, 5 s: 5 x 48' }],
    [
      'grok-imagine/text-to-video',
      { resolution: '480p' },
      { kind: 'upTo', credits: 72, reason: '480p, 30 s: 30 x 2.4' },
    ],
    // -1: the model decides the length.
    [
      'bytedance/seedance-2',
      { duration: -1 },
      { kind: 'upTo', credits: 615, reason: '720p, without video_input, 15 s: 15 x 41' },
    ],
    // Seconds of the input are billed beside those of the result.
    [
      'bytedance/seedance-2',
      { duration: 5, reference_video_urls: [url] },
      { kind: 'upTo', credits: 500, reason: '720p, with video_input, 20 s: 20 x 25' },
    ],
    // The input gives the result its length.
    [
      'kling/ai-avatar-standard',
      { audio_url: url },
      { kind: 'upTo', credits: 2400, reason: '300 s: 300 x 8' },
    ],
    [
      'infinitalk/from-audio',
      { audio_url: url },
      { kind: 'upTo', credits: 45, reason: '480p, 15 s: 15 x 3' },
    ],
    [
      'wan/2-7-videoedit',
      { video_url: url, duration: 0 },
      { kind: 'upTo', credits: 240, reason: '1080p, 10 s: 10 x 24' },
    ],
    [
      'wan/2-7-videoedit',
      { video_url: url, duration: 3 },
      { kind: 'exact', credits: 72, reason: '1080p, 3 s: 3 x 24' },
    ],
    // Number of results.
    [
      'ideogram/character',
      { num_images: '3', rendering_speed: 'TURBO' },
      { kind: 'exact', credits: 36, reason: 'TURBO, 3 images: 3 x 12' },
    ],
    [
      'bytedance/seedream-v4-text-to-image',
      { max_images: 4 },
      { kind: 'upTo', credits: 20, reason: '4 images: 4 x 5' },
    ],
    ['wan/2-7-image', {}, { kind: 'upTo', credits: 19.2, reason: '4 images: 4 x 4.8' }],
    [
      'wan/2-7-image',
      { enable_sequential: true },
      { kind: 'upTo', credits: 57.6, reason: '12 images: 12 x 4.8' },
    ],
    // The first tier that fits, special ones first.
    [
      'gemini-omni-video',
      { duration: '6', resolution: '4k' },
      { kind: 'exact', credits: 168, reason: '6 s, 4k: 168' },
    ],
    ['gemini-omni-video', { duration: '6' }, { kind: 'exact', credits: 84, reason: '6 s: 84' }],
    [
      'kling-3.0-omni/reference-to-video',
      { video_urls: [url] },
      { kind: 'upTo', credits: 310, reason: '720p, with video_input, 15.5 s: 15.5 x 20' },
    ],
    // Surcharges per input.
    [
      'qwen3/image-to-image',
      { image_urls: [url, url] },
      { kind: 'exact', credits: 5.8, reason: 'image: 4.8 + 1 for the inputs' },
    ],
    // Text, tokens, megapixels, generations, requests.
    [
      'elevenlabs/text-to-speech-turbo-2-5',
      { text: 'a'.repeat(1001) },
      { kind: 'upTo', credits: 12, reason: '1001 characters (2 x 1000): 2 x 6' },
    ],
    [
      'elevenlabs/text-to-dialogue-v3',
      {
        dialogue: [
          { text: 'Hi 👋', voice: 'x' },
          { text: 'Hello', voice: 'y' },
        ],
      },
      { kind: 'upTo', credits: 14, reason: '9 characters (1 x 1000): 14' },
    ],
    [
      'google/gemini-3-8-flash-tts',
      {},
      {
        kind: 'upTo',
        credits: 40.32,
        reason: '0.032 million tokens: 0.032 x 1260 (the limit is an assumption)',
      },
    ],
    ['qwen/text-to-image', {}, { kind: 'upTo', credits: 4.2, reason: '1.05 megapixels: 1.05 x 4' }],
    [
      'grok-imagine/text-to-image',
      { enable_pro: false },
      { kind: 'exact', credits: 4, reason: 'without enable_pro: 4' },
    ],
    ['ai-music-api/generate', {}, { kind: 'exact', credits: 12, reason: 'request: 12' }],
    ['ai-music-api/cover-generate', {}, { kind: 'exact', credits: 0, reason: 'request: 0' }],
    // What only KIE knows.
    [
      'grok-imagine/extend',
      { extend_times: 6 },
      { kind: 'upTo', credits: 27, reason: 'at most 6 s, 720p: 27' },
    ],
    ['topaz/image-upscale', { image_url: url }, { kind: 'upTo', credits: 20, reason: 'at most 4K: 20' }],
    // No price.
    [
      'wan/2-6-flash-image-to-video',
      {},
      { kind: 'unknown', reason: 'no price of wan/2-6-flash-image-to-video is known' },
    ],
    [
      'hailuo/02-image-to-video-standard',
      { resolution: '768P', duration: '6' },
      { kind: 'unknown', reason: 'no price is known for resolution 768P, duration 6' },
    ],
    [
      'topaz/video-upscale',
      { video_url: url },
      { kind: 'unknown', reason: 'the length of video_url decides, and KIE names no limit' },
    ],
  ];

  it.each(table)('%s %j', (id, input, expected) => {
    expect(quoteOf(id, input)).toEqual(expected);
  });

  it('is exact once the length of the input is known', () => {
    const facts = { seconds: { video_url: 7.5, audio_url: 2.5, reference_video_urls: 4 } };
    expect(quoteOf('topaz/video-upscale', { video_url: url }, facts)).toMatchObject({
      kind: 'exact',
      credits: 60,
    });
    expect(quoteOf('elevenlabs/audio-isolation', { audio_url: url }, facts)).toMatchObject({
      kind: 'exact',
      credits: 0.5,
    });
    expect(quoteOf('bytedance/seedance-2', { reference_video_urls: [url] }, facts)).toMatchObject({
      kind: 'exact',
      credits: 225,
    });
  });

  it('never throws and never gives a number that is none, whatever the input', () => {
    const junk: readonly unknown[] = ['', 'x', -5, Number.NaN, null, [], [null], {}, true, 1e300];
    for (const model of registry.catalogue.models) {
      for (const value of junk) {
        const input = Object.fromEntries(model.fields.map((field) => [field.name, value]));
        const result = quote(model, input);
        if (result.kind !== 'unknown')
          expect(Number.isFinite(result.credits), `${model.id} ${String(value)}`).toBe(true);
        expect(result.reason).not.toMatch(/undefined|NaN/);
      }
    }
  });

  it('knows how to count what it has a price for', () => {
    for (const model of registry.list()) {
      const { price } = model;
      if (price === undefined || price.unit !== 'second') continue;
      expect(price.countOf ?? price.lengthFrom, model.id).toBeDefined();
    }
  });
});
