import type { Core } from '../core.ts';
import type { Params } from './params.ts';

/** A result with the optional `description` that a few methods put beside it. */
export class Described {
  readonly result: unknown;
  readonly description: string;

  constructor(result: unknown, description: string) {
    this.result = result;
    this.description = description;
  }
}

/** What a method may need besides its arguments. */
export interface CallContext {
  /** Aborts when the caller hangs up. */
  signal: AbortSignal;
}

/** A Bot API method: its return value becomes `result`, an ApiError becomes the error envelope. */
export type Method = (core: Core, params: Params, context: CallContext) => unknown;

/** Methods by lower-case name: names are case-insensitive. */
export type MethodTable = Record<string, Method>;
