/**
 * A result that cannot be kept. `final`: the same URL will not do better later (a refused address, a file over the
 * limit); else the step is tried again.
 */
export class ResultError extends Error {
  override readonly name = 'ResultError';
  readonly code: 'result_refused' | 'result_too_large' | 'result_unreachable' | 'result_unusable';
  readonly final: boolean;

  constructor(code: ResultError['code'], message: string, options: { readonly final: boolean }) {
    super(message);
    this.code = code;
    this.final = options.final;
  }

  toFailure(): { code: string; message: string; category: string } {
    return { code: this.code, message: this.message, category: 'provider' };
  }
}
