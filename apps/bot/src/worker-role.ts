import { createGenerationWorker } from '@kie/generations';
import { supervise } from '@kie/service-kit';
import { createDeliverer, createProgressEditor } from '@kie/telegram';
import { takeCare } from './care.ts';
import { callbackUrl } from './kie-callback.ts';
import { createInputOpener } from './open-input.ts';
import type { Services } from './services.ts';

export interface WorkerRole {
  /** Works until the signal is aborted; rejects when the database failed too often. */
  run(signal: AbortSignal): Promise<void>;
}

/** Runs generations, keeps their messages up to date, and sends the results. */
export function createWorkerRole(services: Services): WorkerRole {
  const { config, logger, registry, database, wakeUps, api, handler, store, screens } = services;
  const { db } = database;
  const { PUBLIC_BASE_URL: base, KIE_CALLBACK_SECRET: secret } = config;
  const createWorker = () =>
    createGenerationWorker({
      database: db,
      wakeUps,
      handler,
      registry,
      mediaStore: store,
      openInput: createInputOpener({ db, store, api }),
      ...(base === undefined || secret === undefined
        ? {}
        : { callbackUrl: (generationId, attempt) => callbackUrl(base, secret, generationId, attempt) }),
      concurrency: config.WORKER_CONCURRENCY,
      timeoutMs: config.GENERATION_TIMEOUT_SECONDS * 1000,
      creditMultiplier: config.CREDIT_MULTIPLIER,
      // The emulator's results are on loopback; KIE's own come from its file hosts over https.
      trustedOrigins: [config.KIE_BASE_URL],
      logger: logger.child({ part: 'generations' }),
    });
  const progress = createProgressEditor({
    database: db,
    api,
    draw: (generation, deliveries) => screens.draw(generation, deliveries),
    logger: logger.child({ part: 'progress' }),
  });
  const deliverer = createDeliverer({
    database: db,
    api,
    openFile: async (key) => await store.get(key),
    compose: (generationId, part, files) => screens.compose(generationId, part, files),
    onChange: () => {
      progress.kick();
    },
    logger: logger.child({ part: 'deliveries' }),
  });

  return {
    async run(signal) {
      deliverer.start();
      progress.start();
      const unlisten = await wakeUps.listen('delivery', (ids) => {
        progress.kick();
        for (const id of ids) void deliverer.deliver(id);
      });
      try {
        await Promise.all([
          supervise('generations', (running) => createWorker().run(running), { signal, logger }),
          takeCare(services, signal),
        ]);
      } finally {
        await unlisten();
        await deliverer.stop();
        await progress.stop();
      }
    },
  };
}
