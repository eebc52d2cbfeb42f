export { createPromptWriter } from './prompt-writer.ts';
export type { ImproveRequest, ImproveResult, PromptWriter, PromptWriterOptions } from './prompt-writer.ts';
export type { UnavailableReason } from './unavailable.ts';
