import { registry } from '@kie/registry';
import type { Model } from '@kie/registry';
import { describe, expect, it } from 'vitest';
import { formOf } from '../src/index.ts';
import type { FormField } from '../src/index.ts';
import { FIELD_WORDS } from '../src/field-words.ts';
import { plainName } from '../src/language.ts';

const modelOf = (id: string): Model => registry.get(id) as Model;
const names = (id: string): string[] => formOf(modelOf(id), 'en').map((field) => field.name);
const fieldOf = (id: string, name: string, language: 'en' | 'ru' = 'en'): FormField | undefined =>
  formOf(modelOf(id), language).find((field) => field.name === name);

describe('formOf', () => {
  it('has words in both languages for every field of an active model', () => {
    const unnamed = new Set<string>();
    for (const model of registry.list()) {
      for (const field of model.fields) {
        const words = FIELD_WORDS[plainName(field.name)];
        if (words === undefined) unnamed.add(field.name);
        else expect(words.label[1], field.name).toMatch(/[а-яё]/i);
      }
    }
    expect([...unnamed]).toEqual([]);
  });

  it('has no words for fields that no model has', () => {
    const used = new Set(
      registry.catalogue.models.flatMap((model) => model.fields.map((field) => plainName(field.name))),
    );
    expect(Object.keys(FIELD_WORDS).filter((name) => !used.has(name))).toEqual([]);
  });

  it('keeps every field once, whatever the model', () => {
    for (const model of registry.list()) {
      const form = formOf(model, 'ru').map((field) => field.name);
      expect(form.toSorted(), model.id).toEqual(model.fields.map((field) => field.name).toSorted());
    }
  });

  it('begins with the prompt, then required media, other required fields, optional media, options', () => {
    expect(names('z-image')).toEqual(['prompt', 'aspect_ratio', 'nsfw_checker']);
    expect(names('seedream/4.5-edit').slice(0, 3)).toEqual(['prompt', 'image_urls', 'aspect_ratio']);
    expect(names('nano-banana-pro').slice(0, 3)).toEqual(['prompt', 'image_input', 'aspect_ratio']);
    expect(names('infinitalk/from-audio').slice(0, 3)).toEqual(['prompt', 'image_url', 'audio_url']);
    expect(names('recraft/remove-background')[0]).toBe('image');
    expect(names('elevenlabs/text-to-speech-turbo-2-5').slice(0, 2)).toEqual(['text', 'voice']);
    expect(names('qwen/text-to-image').at(-1)).not.toBe('image_size');
  });

  it('asks for what is required and has no default before it offers anything', () => {
    for (const model of registry.list()) {
      const form = formOf(model, 'en');
      const must = form.map((field) => field.required && field.default === undefined);
      const lastMust = must.lastIndexOf(true);
      const firstOption = form.findIndex((field) => field.importance !== 'main');
      if (firstOption >= 0) expect(lastMust, model.id).toBeLessThan(firstOption);
    }
  });

  it('speaks both languages', () => {
    expect(fieldOf('z-image', 'prompt', 'en')).toMatchObject({
      label: 'Prompt',
      kind: 'text',
      required: true,
      maxLength: 1000,
    });
    expect(fieldOf('z-image', 'prompt', 'ru')).toMatchObject({
      label: 'Описание',
      hint: 'Опишите, что должно получиться.',
    });
  });

  it('gives choices with their JSON type and a label', () => {
    expect(fieldOf('kling-2.6/text-to-video', 'duration', 'ru')?.options).toEqual([
      { value: '5', label: '5 с' },
      { value: '10', label: '10 с' },
    ]);
    expect(fieldOf('grok-imagine/extend', 'extend_times')?.options?.[0]).toEqual({ value: 6, label: '6 s' });
    expect(fieldOf('qwen/text-to-image', 'image_size', 'ru')?.options?.[0]).toEqual({
      value: 'square',
      label: 'Квадрат',
    });
    expect(fieldOf('z-image', 'aspect_ratio')?.options?.[0]).toEqual({ value: '1:1', label: '1:1' });
  });

  it('names voices and effects by the tables of the catalogue, languages by their names', () => {
    const voices = fieldOf('elevenlabs/text-to-speech-turbo-2-5', 'voice')?.options ?? [];
    expect(voices.find((voice) => voice.value === 'EkK5I93UQWFDigLMpZcX')?.label).toBe('James');
    const languages = fieldOf('elevenlabs/text-to-dialogue-v3', 'language_code', 'ru')?.options ?? [];
    expect(languages.find((language) => language.value === 'de')?.label).toBe('Немецкий');
  });

  it('turns numbers that are sent as text into choices', () => {
    const options = fieldOf('kling/v3-turbo-text-to-video', 'duration')?.options ?? [];
    expect(options.map((option) => option.value)).toEqual([
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      '13',
      '14',
      '15',
    ]);
  });

  it('says what files may be sent', () => {
    expect(fieldOf('recraft/remove-background', 'image')).toMatchObject({
      kind: 'media',
      media: { kind: 'image', min: 1, max: 1 },
    });
    expect(fieldOf('nano-banana-pro', 'image_input')?.media).toMatchObject({ kind: 'image', min: 0, max: 8 });
    expect(fieldOf('wan/3-0-video', 'reference_link_urls')?.kind).toBe('list');
  });

  it('knows switches, numbers, lists and earlier tasks', () => {
    expect(fieldOf('kling-2.6/text-to-video', 'sound')?.kind).toBe('switch');
    expect(fieldOf('bytedance/seedance-2', 'duration')).toMatchObject({
      kind: 'number',
      min: 4,
      max: 15,
      hint: '-1: the model decides.',
    });
    expect(fieldOf('elevenlabs/text-to-dialogue-v3', 'dialogue')?.kind).toBe('list');
    expect(fieldOf('grok-imagine/extend', 'task_id')?.kind).toBe('reference');
  });

  it('makes a readable label for a name that nobody has translated', () => {
    const [field] = modelOf('z-image').fields;
    const model: Model = { ...modelOf('z-image'), fields: [{ ...field!, name: 'sparkleLevel' }] };
    expect(formOf(model, 'ru')[0]?.label).toBe('Sparkle level');
  });
});
