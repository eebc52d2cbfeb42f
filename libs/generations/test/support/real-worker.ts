import { createKieClient } from '@kie/client';
import type { Queryable } from '@kie/database';
import { createMediaStore } from '@kie/media-store';
import { registry } from '@kie/registry';
import { silentLogger } from '@kie/service-kit';
import { createGenerationHandler } from '@kie/universal-handler';
import { createValidator } from '@kie/validator';
import { createGenerationWorker, signCallback } from '../../src/index.ts';
import type { GenerationWorker, GenerationWorkerOptions } from '../../src/index.ts';

/** The handler as the bot has it, against a KIE at this address. */
export function realHandler(kieOrigin: string) {
  const client = createKieClient({ apiKey: 'test-key', baseUrl: kieOrigin, uploadBaseUrl: kieOrigin });
  return createGenerationHandler({ client, validator: createValidator(registry), registry });
}

export const callbackUrl = (generationId: string, attempt: number): string =>
  `https://bot.example/${generationId}/${attempt}/${signCallback('secret', { generationId, attempt })}`;

/** A worker with the real client, validator and handler; quick, and with nobody to wake it. */
export function realWorker(
  parts: { readonly db: Queryable; readonly kieOrigin: string; readonly mediaRoot: string },
  options: Partial<GenerationWorkerOptions> = {},
): GenerationWorker {
  return createGenerationWorker({
    database: parts.db,
    wakeUps: { wake: async () => {} },
    handler: realHandler(parts.kieOrigin),
    registry,
    mediaStore: createMediaStore({ root: parts.mediaRoot }),
    openInput: async () => new Blob([]),
    logger: silentLogger(),
    trustedOrigins: [parts.kieOrigin],
    creditMultiplier: 1,
    sweepMs: 10,
    pollMs: 5,
    retryMs: 5,
    leaseMs: 800,
    maxRunningPerUser: 100,
    breaker: { openMs: 20, probeMs: 200 },
    ...options,
  });
}
