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
export { jsonSchema } from './json-schema.ts';
export type { JsonSchema } from './json-schema.ts';
export { quote } from './quote.ts';
export type { Quote } from './quote.ts';
export type { QuoteFacts } from './quote-units.ts';
export { createFinder, nearest } from './nearest.ts';
export type { Finder } from './nearest.ts';
