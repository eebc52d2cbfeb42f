import { createKieClient, type KieClient, type KieClientOptions } from '../../src/index.ts';

/** Looks like a key, and is searched for wherever it must not be. */
export const KEY = 'kie-test-key-0123456789abcdef';

/** A client of a test server; nothing waits long and nothing is random. */
export function clientOf(url: string, options: Partial<KieClientOptions> = {}): KieClient {
  return createKieClient({
    apiKey: KEY,
    baseUrl: url,
    uploadBaseUrl: url,
    requestTimeoutMs: 2_000,
    random: () => 0.5,
    ...options,
  });
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('The promise was expected to reject.');
}
