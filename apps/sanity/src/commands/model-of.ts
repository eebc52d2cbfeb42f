import { registry, type Model } from '@kie/registry';
import { UsageError } from '../usage-error.ts';

/** The model of an id that a person typed. */
export function modelOf(id: string): Model {
  const { model, error } = registry.resolve(id);
  if (model === undefined) throw new UsageError(error.message);
  return model;
}
