export type { Issue, IssueCode } from './issue.ts';
export { minimalInput, type MinimalInputOptions } from './minimal/minimal-input.ts';
export { randomInput, type RandomInputOptions } from './random/random-input.ts';
export { standardSchema, type StandardIssue, type StandardSchema } from './standard-schema.ts';
export { toTuple } from './to-tuple.ts';
export {
  createValidator,
  validate,
  type ModelSource,
  type ValidateOptions,
  type ValidationResult,
  type Validator,
} from './validator.ts';
