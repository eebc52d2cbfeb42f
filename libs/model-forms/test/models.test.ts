import { registry } from '@kie/registry';
import type { Model, ModelType } from '@kie/registry';
import { describe, expect, it } from 'vitest';
import { categoryOf, modelTypeLabel, search } from '../src/index.ts';

const modelOf = (id: string): Model => registry.get(id) as Model;
const found = (text: string, language: 'en' | 'ru' = 'ru'): string[] =>
  search(registry, text, language).map((model) => model.id);

describe('categoryOf', () => {
  it.each([
    ['z-image', 'image'],
    ['seedream/4.5-edit', 'edit'],
    ['recraft/remove-background', 'edit'],
    ['topaz/video-upscale', 'video'],
    ['ai-music-api/generate', 'audio'],
    ['ai-music-api/generate-lyrics', 'text'],
  ])('%s is %s', (id, category) => {
    expect(categoryOf(modelOf(id))).toBe(category);
  });
});

describe('modelTypeLabel', () => {
  it('has words for every type, in both languages', () => {
    for (const type of Object.keys(registry.catalogue.modelTypes) as ModelType[]) {
      expect(modelTypeLabel(type, 'en')).toMatch(/^[A-Z]/);
      expect(modelTypeLabel(type, 'ru')).toMatch(/^[А-ЯЁ]/);
    }
  });
});

describe('search', () => {
  it.each([
    ['клинг', 'Kuaishou Kling'],
    ['Kling', 'Kuaishou Kling'],
    ['klnig', 'Kuaishou Kling'],
    ['пиксверс', 'PixVerse'],
    ['ранвей', 'Runway'],
    ['элевенлабс', 'ElevenLabs'],
  ])('%s finds models of %s only', (text, vendor) => {
    const models = search(registry, text, 'ru');
    expect(models.length).toBeGreaterThan(0);
    expect(new Set(models.map((model) => model.vendor))).toEqual(new Set([vendor]));
  });

  it.each([
    ['remove background', 'recraft/remove-background'],
    ['убрать фон', 'recraft/remove-background'],
    ['z-image', 'z-image'],
    ['нано банана про', 'nano-banana-pro'],
    ['kling 2.6', 'kling-2.6/image-to-video'],
    ['seedream 4.5', 'seedream/4.5-edit'],
    ['песня', 'ai-music-api/generate'],
    ['караоке', 'ai-music-api/separate-vocals'],
  ])('%s finds first %s', (text, id) => {
    const ids = found(text);
    expect(ids.slice(0, 3)).toContain(id);
  });

  it.each<[string, ModelType]>([
    ['видео', 'text_to_video'],
    ['video', 'text_to_video'],
    ['upscale video', 'video_upscale'],
    ['апскейл', 'upscale'],
    ['озвучка', 'text_to_speech'],
    ['оживить фото', 'image_to_video'],
    ['аватар', 'speech_to_video'],
    ['картинка', 'text_to_image'],
  ])('%s puts models that do %s first', (text, type) => {
    expect(search(registry, text, 'ru')[0]?.type).toBe(type);
  });

  it('offers the replacements of what is gone', () => {
    expect(found('сора')).toContain('veo-3-1');
    expect(found('midjourney').length).toBeGreaterThan(0);
  });

  it('finds nothing for nothing, and survives any text', () => {
    for (const text of ['', '   ', '🙂', '!!!', 'ыва', 'constructor', '__proto__'])
      expect(found(text), text).toEqual([]);
    expect(() => found('я'.repeat(100_000))).not.toThrow();
  });

  it('returns each model once, active ones only', () => {
    for (const text of ['video', 'kling', 'music', 'edit photo']) {
      const models = search(registry, text, 'en');
      expect(new Set(models).size).toBe(models.length);
      expect(models.every((model) => model.status === 'active')).toBe(true);
    }
  });
});
