/**
 * The database, or the way to it, failed several times in a row: this worker has stopped in good order, and a fresh one may have
 * better luck. The last failure is the `cause`.
 */
export class InfrastructureError extends Error {
  override readonly name = 'InfrastructureError';
}

/** Counts failures in a row. */
export interface FailureRow {
  worked(): void;
  failed(error: unknown): void;
}

/** Calls `onTooMany` once, when `most` failures came with no success in between. */
export function createFailureRow(most: number, onTooMany: (error: InfrastructureError) => void): FailureRow {
  let row = 0;
  return {
    worked() {
      row = 0;
    },
    failed(cause) {
      row += 1;
      if (row !== most) return;
      onTooMany(new InfrastructureError(`The database failed ${most} times in a row.`, { cause }));
    },
  };
}
