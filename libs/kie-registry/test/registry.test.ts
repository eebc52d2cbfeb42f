import { describe, expect, it } from 'vitest';
import { createRegistry, registry } from '../src/index.ts';
import type { Model } from '../src/index.ts';
import { SEVENTY_TWO_IDS } from './seventy-two-ids.ts';

describe('the built-in catalogue', () => {
  it('has 217 models, 189 of them active', () => {
    expect(registry.catalogue.models).toHaveLength(217);
    expect(registry.list()).toHaveLength(189);
    const count = (status: Model['status']): number => registry.list({ status }).length;
    expect([count('legacy'), count('unlisted'), count('retired'), count('reference')]).toEqual([
      2, 1, 12, 13,
    ]);
  });

  it('has an entry for each of the 72 ids in circulation', () => {
    expect(SEVENTY_TWO_IDS).toHaveLength(72);
    for (const id of SEVENTY_TWO_IDS) expect(registry.get(id)?.id).toBe(id);
  });

  it('answers each of the 72 ids with a model or with what to use', () => {
    for (const id of SEVENTY_TWO_IDS) {
      const { model, error } = registry.resolve(id);
      if (model !== undefined) continue;
      expect(error?.message).toMatch(/Use |Nothing took its place|No other model/);
    }
  });

  it('names a successor that is active for everything that is gone, or says that there is none', () => {
    for (const model of registry.catalogue.models) {
      if (model.status === 'active') continue;
      expect((model.useInstead ?? model.notes ?? []).length, model.id).toBeGreaterThan(0);
      for (const id of model.useInstead ?? [])
        expect(registry.get(id)?.status, `${model.id} -> ${id}`).toBe('active');
    }
  });

  it('leads each wrong id to ids that can be called', () => {
    expect(registry.catalogue.wrongIds).toHaveLength(58);
    for (const { id } of registry.catalogue.wrongIds) {
      const { error } = registry.resolve(id);
      expect(error?.code, id).toBe('not_a_model');
      for (const suggestion of error?.suggestions ?? [])
        expect(registry.resolve(suggestion).model, id).toBeDefined();
    }
  });
});

describe('resolve', () => {
  const message = (id: string): string | undefined => registry.resolve(id).error?.message;

  it('gives active models and old ids that KIE may still take', () => {
    expect(registry.resolve('z-image').model?.title).toBe('Z-Image');
    expect(registry.resolve('kling/v1-avatar-standard').model?.status).toBe('legacy');
  });

  it('names the successor of a retired model', () => {
    const { error } = registry.resolve('sora-2-text-to-video');
    expect(error?.code).toBe('retired_model');
    expect(error?.message).toBe('KIE has retired "sora-2-text-to-video". Use veo-3-1 or kling-3.0/video.');
  });

  it('says when nothing replaces a model', () => {
    expect(message('sora-watermark-remover')).toBe(
      'KIE has retired "sora-watermark-remover". No other model does the same (watermark_removal).',
    );
  });

  it('knows names that are no ids', () => {
    expect(message('openai/4o-image')).toBe(
      '"openai/4o-image" is a name, not an id that KIE takes. Use 4o-image-api.',
    );
    expect(message('google/pro-image-to-image')).toBe(
      '"google/pro-image-to-image" is no id of KIE (docs slug). Use nano-banana-pro.',
    );
    expect(message('openai/sora-2-text-to-video')).toContain('is retired. Use veo-3-1');
  });

  it.each([
    ['z-imge', 'z-image'],
    ['Z-Image', 'z-image'],
    ['kling-2.6/text-to-vidoe', 'kling-2.6/text-to-video'],
    ['kling 2.6 text to video', 'kling-2.6/text-to-video'],
    ['nano_banana_pro', 'nano-banana-pro'],
  ])('suggests for %s first %s', (typed, expected) => {
    expect(registry.resolve(typed).error?.suggestions[0]).toBe(expected);
  });

  it('stays short and quick for input that is no id at all', () => {
    for (const typed of ['', ' ', 'constructor', '__proto__', 'x'.repeat(100_000), 'нет такой модели']) {
      expect(registry.get(typed)).toBeUndefined();
      const { error } = registry.resolve(typed);
      expect(error?.code).toBe('unknown_model');
      expect(error?.message.length).toBeLessThan(400);
    }
  });
});

describe('list and types', () => {
  it('filters by type, vendor, output and status together', () => {
    const found = registry.list({ type: 'text_to_video', vendor: 'kuaishou kling' }).map((model) => model.id);
    expect(found).toContain('kling-2.6/text-to-video');
    expect(found.every((id) => registry.get(id)?.vendor === 'Kuaishou Kling')).toBe(true);
    expect(registry.list({ output: 'audio' }).every((model) => model.output === 'audio')).toBe(true);
    expect(registry.list({ status: 'retired', output: 'image' })).toEqual([]);
  });

  it('counts the active models of each type, most first', () => {
    const types = registry.types();
    expect(types[0]).toEqual({ type: 'text_to_image', count: 35 });
    expect(types.reduce((sum, { count }) => sum + count, 0)).toBe(189);
  });
});

describe('createRegistry', () => {
  const zImage = registry.get('z-image') as Model;

  it('takes a catalogue with models of your own', () => {
    const own: Model = { ...zImage, id: 'house/painter' };
    const mine = createRegistry({ ...registry.catalogue, models: [...registry.catalogue.models, own] });
    expect(mine.resolve('house/painter').model).toBe(own);
    expect(registry.get('house/painter')).toBeUndefined();
  });

  it('refuses two models with one id', () => {
    const models = [...registry.catalogue.models, zImage];
    expect(() => createRegistry({ ...registry.catalogue, models })).toThrow(
      'two models with the id "z-image"',
    );
  });
});
