import { describe, expect, it } from 'vitest';
import { validate } from '../src/index.ts';

const url = 'https://a.example/x.png';

/** Names from registries in circulation that KIE never knew, and the fields they stand for. */
const inventedNames = [
  ['kling-2.6/image-to-video', 'image_input', 'image_urls'],
  ['flux-2/pro-image-to-image', 'image_input', 'input_urls'],
  ['flux-2/flex-image-to-image', 'image_input', 'input_urls'],
  ['topaz/image-upscale', 'image_input', 'image_url'],
  ['kling/v2-5-turbo-image-to-video-pro', 'image_input', 'image_url'],
  ['wan/2-5-image-to-video', 'image_input', 'image_url'],
  ['wan/2-2-animate-move', 'video_input', 'video_url'],
  ['wan/2-2-animate-move', 'image_input', 'image_url'],
  ['wan/2-2-animate-replace', 'video_input', 'video_url'],
  ['wan/2-2-animate-replace', 'image_input', 'image_url'],
  ['hailuo/02-image-to-video-pro', 'image_input', 'image_url'],
  ['hailuo/02-image-to-video-standard', 'image_input', 'image_url'],
  ['topaz/video-upscale', 'video_input', 'video_url'],
  ['kling/v1-avatar-standard', 'image_input', 'image_url'],
  ['kling/v1-avatar-standard', 'audio_input', 'audio_url'],
  ['kling/ai-avatar-v1-pro', 'image_input', 'image_url'],
  ['kling/ai-avatar-v1-pro', 'audio_input', 'audio_url'],
  ['bytedance/seedream-v4-edit', 'image_input', 'image_urls'],
  ['recraft/remove-background', 'image_input', 'image'],
  ['recraft/crisp-upscale', 'image_input', 'image'],
  ['ideogram/v3-reframe', 'image_input', 'image_url'],
  ['wan/2-2-a14b-speech-to-video-turbo', 'image_input', 'image_url'],
  ['wan/2-2-a14b-speech-to-video-turbo', 'audio_input', 'audio_url'],
  ['qwen/image-to-image', 'image_input', 'image_url'],
  ['qwen/image-edit', 'image_input', 'image_url'],
  ['ideogram/character-edit', 'image_input', 'image_url'],
  ['ideogram/character-edit', 'mask_input', 'mask_url'],
  ['ideogram/character-edit', 'reference_image_input', 'reference_image_urls'],
  ['ideogram/character-remix', 'image_input', 'image_url'],
  ['ideogram/character-remix', 'reference_image_input', 'reference_image_urls'],
  ['ideogram/character', 'reference_image_input', 'reference_image_urls'],
  ['bytedance/v1-pro-fast-image-to-video', 'image_input', 'image_url'],
  ['kling/v2-1-master-image-to-video', 'image_input', 'image_url'],
  ['kling/v2-1-standard', 'image_input', 'image_url'],
  ['kling/v2-1-pro', 'image_input', 'image_url'],
  ['ideogram/v3-edit', 'image_input', 'image_url'],
  ['ideogram/v3-edit', 'mask_input', 'mask_url'],
  ['ideogram/v3-remix', 'image_input', 'image_url'],
  ['wan/2-2-a14b-image-to-video-turbo', 'image_input', 'image_url'],
  ['infinitalk/from-audio', 'image_input', 'image_url'],
  ['infinitalk/from-audio', 'audio_input', 'audio_url'],
] as const;

describe('inputs that are known to go wrong', () => {
  it.each(inventedNames)('%s: %s is suggested to be %s', (id, wrong, right) => {
    const issue = validate(id, { [wrong]: [url] }).errors?.find(({ path }) => path === wrong);
    expect(issue).toMatchObject({ code: 'unknown_field', params: { suggestion: right } });
  });

  it.each([
    ['z-image', { prompt: 'x', aspect_ratio: '16:10' }, 'aspect_ratio'],
    ['kling-2.6/image-to-video', { prompt: 'x', image_urls: [url], sound: false, duration: 5 }, 'duration'],
    [
      'kling-2.6/image-to-video',
      { prompt: 'x', image_urls: [url, url], sound: false, duration: '5' },
      'image_urls',
    ],
    ['kling-2.6/image-to-video', { prompt: 'x', image_urls: [url], sound: 'false', duration: '5' }, 'sound'],
    ['bytedance/seedance-2', { prompt: 'xxx', duration: '8' }, 'duration'],
    ['bytedance/seedance-2', { prompt: 'xxx', resolution: '4K' }, 'resolution'],
    ['kling-3.0/video', { prompt: 'x', mode: '4k', duration: '5', sound: false, multi_shots: false }, 'mode'],
    [
      'hailuo/2-3-image-to-video-pro',
      { prompt: 'x', image_url: url, resolution: '1080P', duration: '10' },
      'duration',
    ],
    ['google/nano-banana', { prompt: 'x', output_format: 'jpg' }, 'output_format'],
    ['nano-banana-pro', { prompt: 'x', output_format: 'jpeg' }, 'output_format'],
    ['topaz/image-upscale', { image_url: url, upscale_factor: 2 }, 'upscale_factor'],
    ['infinitalk/from-audio', { prompt: 'x' }, 'image_url'],
    ['recraft/remove-background', { image: 'data:image/png;base64,AAAA' }, 'image'],
    ['z-image', { prompt: 'x', callBackUrl: 'https://a.example' }, 'callBackUrl'],
  ] as const)('%s %j is refused at %s', (id, input, path) => {
    expect(validate(id, input).errors?.map((issue) => issue.path)).toContain(path);
  });

  it.each([null, undefined, 'prompt', 7, [], [{}], new Map(), () => 1])('%s is no input', (input) => {
    expect(validate('z-image', input).errors?.[0]).toMatchObject({ path: '', code: 'type' });
  });

  it('survives hostile keys and values', () => {
    const keys = JSON.parse(
      '{"prompt":"x","__proto__":{"polluted":1},"constructor":1,"toString":2}',
    ) as object;
    expect(validate('z-image', keys).errors?.map(({ path }) => path)).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ]);
    expect('polluted' in {}).toBe(false);
    const long = validate('z-image', { prompt: 'x', ['k'.repeat(1_000_000)]: 1 });
    expect(JSON.stringify(long).length).toBeLessThan(1_000);
    const loop: Record<string, unknown> = { prompt: 'x' };
    loop['aspect_ratio'] = loop;
    expect(validate('z-image', loop).errors?.map(({ path }) => path)).toEqual(['aspect_ratio']);
    const many = validate('z-image', { prompt: 'x', aspect_ratio: 'y'.repeat(1_000_000) });
    expect(JSON.stringify(many).length).toBeLessThan(1_000);
  });
});
