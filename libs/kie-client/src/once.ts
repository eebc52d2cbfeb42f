import { KieError } from './errors/kie-error.ts';

/**
 * Loads a part of this package on first use and remembers it; a load that failed is tried again at the next use.
 *
 * @throws KieError `connection_failed`: in a browser the file may be out of reach
 */
export function once<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let part: Promise<Part> | undefined;
  return () => {
    part ??= load().catch(() => {
      part = undefined;
      throw new KieError('A file of @kie/client could not be loaded, so nothing was sent. Try again.', {
        code: 'connection_failed',
        category: 'network',
        retryable: true,
        outcome: 'not_sent',
      });
    });
    return part;
  };
}
