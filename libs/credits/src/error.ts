/** What the ledger refuses. Having too few credits is an answer of `hold`, not an error. */
export type CreditsErrorCode = 'invalid_amount' | 'invalid_key' | 'key_reused' | 'no_hold' | 'no_capture';

/** A call that cannot be right; nothing was changed. The caller's transaction, if any, is to be rolled back. */
export class CreditsError extends Error {
  override readonly name = 'CreditsError';
  readonly code: CreditsErrorCode;

  constructor(code: CreditsErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Error codes raised by the functions of migrations 0002 and 0005. */
const codes: Readonly<Record<string, CreditsErrorCode>> = {
  KC003: 'key_reused',
  KC004: 'no_hold',
  KC005: 'no_capture',
};

/** Runs a query and gives the database's refusals their names. */
export async function named<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (cause) {
    const code = codes[(cause as { code?: string }).code ?? ''];
    if (code === undefined) throw cause;
    throw new CreditsError(code, (cause as Error).message, { cause });
  }
}

/** @throws CreditsError unless `amount` is a whole number of credits of at least `least` */
export function checkAmount(amount: number, least: 0 | 1): void {
  if (Number.isSafeInteger(amount) && amount >= least) return;
  throw new CreditsError(
    'invalid_amount',
    `${amount} is not an amount of credits. Use a whole number of at least ${least}.`,
  );
}
