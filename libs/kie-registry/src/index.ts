export type * from './model.ts';
export type { MediaInput } from './media-input.ts';
export type {
  ActiveModelId,
  AudioModelId,
  ImageModelId,
  ModelId,
  ModelIdsByType,
  OldModelId,
  RetiredModelId,
  TextModelId,
  VideoModelId,
} from './generated/ids.ts';
export type { ModelInput, ModelPayload } from './model-types.ts';
export { registry } from './built-in.ts';
export { createRegistry } from './registry.ts';
export type { ListFilter, Registry } from './registry.ts';
export type { ResolveError, ResolveResult } from './resolve.ts';
