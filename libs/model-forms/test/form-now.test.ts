import { registry, type Model } from '@kie/registry';
import { describe, expect, it } from 'vitest';
import { formNow, formOf } from '../src/index.ts';
import type { FieldNow } from '../src/index.ts';

const modelOf = (id: string): Model => registry.get(id) as Model;
const fieldNow = (
  id: string,
  name: string,
  input: object,
  language: 'en' | 'ru' = 'en',
): FieldNow | undefined =>
  formNow(modelOf(id), input as Record<string, unknown>, language).find((field) => field.name === name);
const hiddenOptions = (id: string, name: string, input: object, language: 'en' | 'ru' = 'en') =>
  Object.fromEntries(
    (fieldNow(id, name, input, language)?.options ?? []).flatMap(({ value, hidden }) =>
      hidden === undefined ? [] : [[value, hidden]],
    ),
  );

describe('formNow', () => {
  it('is the form, when nothing stands in the way', () => {
    expect(formNow(modelOf('z-image'), {}, 'ru')).toEqual(formOf(modelOf('z-image'), 'ru'));
  });

  it('says which choice rules a field out', () => {
    const input = { first_frame_url: 'https://example.com/a.png' };
    const why = (language: 'en' | 'ru') =>
      fieldNow('bytedance/seedance-2', 'reference_image_urls', input, language)?.hidden;
    expect([why('en'), why('ru')]).toEqual([
      'Not together with “First frame”',
      'Не сочетается с «Первый кадр»',
    ]);
    expect(fieldNow('bytedance/seedance-2', 'reference_image_urls', {})?.hidden).toBeUndefined();
  });

  it('says what a field needs', () => {
    expect(fieldNow('bytedance/seedance-2', 'last_frame_url', {})?.hidden).toBe('Needs “First frame”');
    expect(
      fieldNow('bytedance/seedance-2', 'last_frame_url', { first_frame_url: 'x' })?.hidden,
    ).toBeUndefined();
  });

  it('says which options are out of reach, and why', () => {
    expect(hiddenOptions('hailuo/2-3-image-to-video-pro', 'duration', { resolution: '1080P' })).toEqual({
      10: 'Not available when “Resolution” is 1080P',
    });
    expect(hiddenOptions('hailuo/2-3-image-to-video-pro', 'duration', { resolution: '768P' })).toEqual({});
    expect(Object.keys(hiddenOptions('gpt-image-2-text-to-image', 'resolution', {}, 'ru'))).toEqual([
      '2K',
      '4K',
    ]);
  });

  it('never asks for what is hidden', () => {
    const field = fieldNow('pixverse-v6/image-to-video', 'duration', { template_id: '412736208886848' });
    expect(field).toMatchObject({ hidden: 'Not together with “Effect”', required: false });
    expect(fieldNow('pixverse-v6/image-to-video', 'duration', {})?.required).toBe(true);
  });

  it('asks for what a choice makes necessary', () => {
    const name = 'multi_prompt';
    expect(fieldNow('kling-3.0/video', name, { multi_shots: true })?.required).toBe(true);
    expect(fieldNow('kling-3.0/video', name, { multi_shots: false })?.required).toBe(false);
  });

  it('leaves a way through every active model, in both languages', () => {
    for (const model of registry.list()) {
      for (const language of ['en', 'ru'] as const) {
        const form = formNow(model, {}, language);
        expect(form.map(({ name }) => name)).toEqual(formOf(model, language).map(({ name }) => name));
        const stuck = form.filter(
          ({ options, default: usual }) =>
            options?.every(({ hidden }) => hidden !== undefined) && usual === undefined,
        );
        expect(stuck, model.id).toEqual([]);
        const reasons = form.flatMap((field) => [
          field.hidden,
          ...(field.options ?? []).map(({ hidden }) => hidden),
        ]);
        if (language === 'ru') for (const reason of reasons) expect(reason ?? 'да').toMatch(/[а-я]/i);
      }
    }
  });
});
