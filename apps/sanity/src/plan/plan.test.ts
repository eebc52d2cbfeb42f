import { createRegistry, registry } from '@kie/registry';
import { createValidator } from '@kie/validator';
import { describe, expect, it } from 'vitest';
import { estimate, makePlan, upperBound } from './plan.ts';
import { UsageError } from '../usage-error.ts';
import type { Selection } from './selection.ts';

const validator = createValidator(registry);
const plan = (selection: Selection = {}, live = false) => makePlan(selection, { registry, validator, live });

describe('makePlan', () => {
  it('takes one model of each type, the cheapest', () => {
    const items = plan();
    expect(items.map((item) => item.type)).toEqual(Object.keys(registry.catalogue.modelTypes));
    const all = plan({ all: true });
    for (const item of items) {
      const ofType = all.filter((other) => other.type === item.type && other.kind === 'run');
      if (item.kind === 'run') expect(upperBound(item)).toBe(Math.min(...ofType.map(upperBound)));
      else expect([item.kind, ofType.length]).toEqual(['absent', 0]);
    }
  });

  it('says what to use where a type has no active model', () => {
    expect(plan({ types: ['outpaint'] })).toEqual([
      {
        kind: 'absent',
        type: 'outpaint',
        reason: expect.stringContaining('no active model; KIE may still take') as string,
      },
    ]);
  });

  it('counts an unknown price as dearest', () => {
    const model = registry.get('z-image');
    if (model === undefined) throw new Error('no z-image');
    const { price, ...free } = model;
    const mine = createRegistry({ ...registry.catalogue, models: [{ ...free, id: 'a/priceless' }, model] });
    const parts = { registry: mine, validator: createValidator(mine), live: false };
    const [item] = makePlan({ types: ['text_to_image'] }, parts);
    expect([price?.unit, item?.kind === 'run' && item.model.id]).toEqual(['image', 'z-image']);
    expect(estimate(makePlan({ all: true, types: ['text_to_image'] }, parts)).unknown).toEqual([
      'a/priceless',
    ]);
  });

  it('has an input for every active model, those of the older APIs included', () => {
    const items = plan({ all: true }).filter((item) => item.kind !== 'absent');
    expect(items.filter((item) => item.kind !== 'run')).toEqual([]);
    expect(items).toHaveLength(registry.list().length);
  });

  it('pays for nothing that cannot work without an earlier task', () => {
    const [simulated] = plan({ models: ['veo/get-1080p-video'] });
    const [live] = plan({ models: ['veo/get-1080p-video'] }, true);
    expect([simulated?.kind, live]).toEqual([
      'run',
      expect.objectContaining({ kind: 'skip', reason: expect.stringContaining('earlier task') as string }),
    ]);
  });

  it('takes the models of a vendor, whatever its case', () => {
    const items = plan({ vendor: 'KLING', types: ['image_to_video'] });
    expect(items.length).toBeGreaterThan(3);
    expect(plan({ vendor: 'kling', types: ['text_to_music'] })).toEqual([]);
  });

  it.each([
    [{ models: ['z-imag'] }, 'z-image'],
    [{ models: ['sora-2-text-to-video'] }, 'retired'],
    [{ types: ['text-to-image'] }, 'Did you mean text_to_image?'],
    [{ vendor: 'runwai' }, 'Did you mean Runway?'],
  ])('refuses %o', (selection, words) => {
    expect(() => plan(selection)).toThrow(UsageError);
    expect(() => plan(selection)).toThrow(words);
  });
});
