export { createGenerationHandler } from './generation-handler.ts';
export { createHandleKieGeneration, type GenerationTuple } from './handle-kie-generation.ts';
export type { HandlerError } from './handler-error.ts';
export type { MediaFile } from './media-files.ts';
export type {
  CheckResult,
  GenerationHandler,
  HandleRequest,
  HandleResult,
  HandlerOutput,
  HandlerParts,
  HandlerUpdate,
  PreparedRequest,
  PrepareResult,
  SubmitResult,
} from './types.ts';
