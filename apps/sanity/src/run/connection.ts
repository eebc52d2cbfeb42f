import { createKieClient, createKieLimiter, type KieClient } from '@kie/client';
import { startKieEmulator } from '@kie/emulator';

/** Where KIE is reached. */
export interface Connection {
  readonly apiKey: string;
  /** Default: KIE's own. */
  readonly baseUrl?: string;
  readonly uploadBaseUrl?: string;
  /** Pause between two looks at a task, in ms. Default 3 000; less is for emulators. */
  readonly pollMs?: number;
}

/** A client, how often it should look, and how to end what was started for it. */
export interface Connected {
  readonly client: KieClient;
  readonly pollMs: number;
  readonly close: () => Promise<void>;
}

const generous = { limit: 1_000, windowMs: 1_000 };

/** An emulator of its own, fast and rich; nothing leaves the machine. */
async function connectEmulator(): Promise<Connected> {
  const apiKey = 'kie-sanity';
  const emulator = await startKieEmulator({
    speed: 100,
    credits: 1_000_000,
    apiKeys: [apiKey],
    createLimit: false,
    visibleAfterMs: 0,
  });
  const client = createKieClient({
    apiKey,
    baseUrl: emulator.url,
    uploadBaseUrl: emulator.uploadUrl,
    limiter: createKieLimiter({ create: generous, status: generous }),
  });
  return { client, pollMs: 100, close: () => emulator.stop() };
}

/** A connection to the address given, or else to an emulator that is started for it. */
export async function connect(connection: Connection | undefined): Promise<Connected> {
  if (connection === undefined) return connectEmulator();
  const { pollMs = 3_000, ...options } = connection;
  return { client: createKieClient(options), pollMs, close: async () => undefined };
}
