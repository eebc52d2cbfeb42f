import { expect, expectTypeOf, test } from 'vitest';
import { anyModel, createKieClient, type SucceededTask, type Task, type TaskRef } from '../src/index.ts';
import type { ModelPayload } from '@kie/registry';

const kie = createKieClient({ apiKey: 'key' });
const own = createKieClient<{ 'me/one': { readonly n: number } }>({ apiKey: 'key' });

// Compiled by the typecheck target, never run.
export const examples = {
  known: () => kie.run('z-image', { prompt: 'a fox', aspect_ratio: '16:9' }),
  video: () =>
    kie.run('kling-2.6/text-to-video', {
      prompt: 'a fox',
      sound: false,
      aspect_ratio: '16:9',
      duration: '5',
    }),
  // @ts-expect-error the prompt is missing
  missing: () => kie.run('z-image', { aspect_ratio: '16:9' }),
  // @ts-expect-error no such ratio
  value: () => kie.createTask('z-image', { prompt: 'a fox', aspect_ratio: '17:9' }),
  // @ts-expect-error a prompt is text
  type: () => kie.run('z-image', { prompt: 5, aspect_ratio: '16:9' }),
  // @ts-expect-error no such field
  field: () => kie.run('z-image', { prompt: 'a fox', aspect_ratio: '1:1', size: 'large' }),
  // @ts-expect-error no such model
  model: () => kie.run('z-imag', { prompt: 'a fox' }),
  veo: () => kie.createTask('veo3/extend', { taskId: 'a', prompt: 'on', model: 'fast' }),
  // @ts-expect-error no such tier
  tier: () => kie.createTask('veo3/extend', { taskId: 'a', prompt: 'on', model: 'slow' }),
  unknown: () => kie.run(anyModel('vendor/new'), { anything: true }),
  stored: (payload: ModelPayload<'z-image'>) => kie.createTask('z-image', payload),
  waited: () => kie.waitTask('id'),
  // @ts-expect-error strings are never paths
  path: () => kie.uploadFile('/tmp/a.png'),
  mine: () => own.run('me/one', { n: 1 }),
  // @ts-expect-error not in the caller's own map
  notMine: () => own.run('z-image', { n: 1 }),
};

test('results have one type each', () => {
  expectTypeOf(examples.known).returns.resolves.toEqualTypeOf<SucceededTask>();
  expectTypeOf(examples.waited).returns.resolves.toEqualTypeOf<Task>();
  expectTypeOf(examples.stored).returns.resolves.toEqualTypeOf<TaskRef>();
  expect(anyModel('vendor/new')).toBe('vendor/new');
});
