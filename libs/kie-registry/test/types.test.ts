import { describe, expectTypeOf, it } from 'vitest';
import type {
  ActiveModelId,
  AudioModelId,
  ImageModelId,
  MediaInput,
  ModelId,
  ModelIdsByType,
  ModelInput,
  ModelPayload,
  OldModelId,
  RetiredModelId,
  TextModelId,
  VideoModelId,
} from '../src/index.ts';

// Checked by the compiler (`nx typecheck`); nothing happens when these run.
describe('generated types', () => {
  it('knows the ids', () => {
    expectTypeOf<'z-image'>().toExtend<ModelId>();
    expectTypeOf<'z-imge'>().not.toExtend<ModelId>();
    expectTypeOf<'sora-2-text-to-video'>().not.toExtend<ModelId>();
    expectTypeOf<'sora-2-text-to-video'>().toExtend<RetiredModelId>();
    expectTypeOf<'kling/v1-avatar-standard'>().toExtend<OldModelId>();
    expectTypeOf<ActiveModelId | OldModelId>().toEqualTypeOf<ModelId>();
    expectTypeOf<ImageModelId | VideoModelId | AudioModelId | TextModelId>().toEqualTypeOf<ModelId>();
    expectTypeOf<ModelIdsByType[keyof ModelIdsByType]>().toEqualTypeOf<ModelId>();
    expectTypeOf<ModelIdsByType['background_removal']>().toEqualTypeOf<'recraft/remove-background'>();
  });

  it('lets a person leave out fields with a default, and asks KIE for them', () => {
    expectTypeOf<{ prompt: string }>().toExtend<ModelInput<'z-image'>>();
    expectTypeOf<{ prompt: string }>().not.toExtend<ModelPayload<'z-image'>>();
    expectTypeOf<{ prompt: string; aspect_ratio: '1:1' }>().toExtend<ModelPayload<'z-image'>>();
    expectTypeOf<{ aspect_ratio: '1:1' }>().not.toExtend<ModelInput<'z-image'>>();
  });

  it('keeps the types of models that are gone', () => {
    expectTypeOf<ModelInput<'sora-2-text-to-video'>['prompt']>().toEqualTypeOf<string>();
  });

  it('keeps the JSON type of values', () => {
    expectTypeOf<ModelPayload<'kling-2.6/text-to-video'>['duration']>().toEqualTypeOf<'5' | '10'>();
    expectTypeOf<ModelPayload<'grok-imagine/extend'>['extend_times']>().toEqualTypeOf<6 | 10>();
    expectTypeOf<NonNullable<ModelInput<'bytedance/seedance-2'>['duration']>>().toEqualTypeOf<number>();
  });

  it('takes files from a person and URLs for KIE', () => {
    expectTypeOf<ModelInput<'recraft/remove-background'>['image']>().toEqualTypeOf<MediaInput>();
    expectTypeOf<File>().toExtend<MediaInput>();
    expectTypeOf<Uint8Array>().toExtend<MediaInput>();
    expectTypeOf<ModelPayload<'recraft/remove-background'>['image']>().toEqualTypeOf<string>();
    expectTypeOf<ModelInput<'seedream/4.5-edit'>['image_urls']>().toEqualTypeOf<readonly MediaInput[]>();
    expectTypeOf<ModelPayload<'seedream/4.5-edit'>['image_urls']>().toEqualTypeOf<readonly string[]>();
  });

  it('describes items that are objects', () => {
    type Line = ModelPayload<'elevenlabs/text-to-dialogue-v3'>['dialogue'][number];
    expectTypeOf<Line['text']>().toEqualTypeOf<string>();
    expectTypeOf<'no such voice'>().not.toExtend<Line['voice']>();
  });
});
