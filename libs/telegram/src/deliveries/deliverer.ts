import type { Queryable } from '@kie/database';
import type { Logger } from '@kie/service-kit';
import type { TelegramApi } from '../api/telegram-api.ts';
import { createLoop } from '../background-loop.ts';
import { createGate } from '../gate.ts';
import type { OpenFile } from './outgoing.ts';
import { claimPart, dueGenerations, markLost, renewLease } from './rows.ts';
import { sendPart, type Compose, type PartSender } from './send-part.ts';

export interface DelivererOptions {
  readonly database: Queryable;
  readonly api: TelegramApi;
  readonly openFile: OpenFile;
  readonly compose: Compose;
  readonly logger: Logger;
  /** A delivery of this generation changed: the progress message may want to know. */
  readonly onChange?: (generationId: string) => void;
  /** How often `start` looks for due and lost deliveries. Default 5000. */
  readonly sweepMs?: number;
  /** A sender that dies leaves its part `unknown` after this time; renewed while it sends. Default 30000. */
  readonly leaseMs?: number;
  /** Generations delivered at once; each may hold its files (up to 50 MB) in memory. Default 3. */
  readonly concurrency?: number;
  /** Refusals after which a part is `failed`. Default 4. */
  readonly maxAttempts?: number;
  readonly random?: () => number;
}

export interface Deliverer {
  /**
   * Sends every due part of a generation, in order. Safe to call twice, at once, or for nothing. Never rejects: what
   * goes wrong is logged, and a sweep comes back to it.
   */
  deliver(generationId: string): Promise<void>;
  /** Finds parts whose sender is gone, and delivers what is due. */
  sweep(): Promise<{ readonly lost: number; readonly due: number }>;
  /** Sweeps regularly from now on. */
  start(): void;
  /** Begins nothing new; resolves when running sends have ended. */
  stop(): Promise<void>;
}

const sweepBatch = 50;

/**
 * Brings results to their chats, each as a new message.
 *
 * pending -> sending (committed before the request) -> sent
 *    ^          |-> refused, not connected: pending again, later; too often: failed; blocked: unreachable
 *    |          |-> no answer, or its process died: unknown
 *    '----------'  a person's tap (requestShow), never by itself
 */
export function createDeliverer(options: DelivererOptions): Deliverer {
  const { database: db, api, openFile, compose, logger, onChange, random = Math.random } = options;
  const { sweepMs = 5000, leaseMs = 30_000, concurrency = 3, maxAttempts = 4 } = options;
  const sender: PartSender = { db, api, openFile, compose, logger, maxAttempts, random };
  const gate = createGate(concurrency);
  const running = new Set<Promise<void>>();

  const deliverParts = async (generationId: string): Promise<void> => {
    while (!loop.stopped) {
      const row = await claimPart(db, generationId, leaseMs);
      if (row === undefined) return;
      const renewing = setInterval(() => {
        renewLease(db, row, leaseMs).catch((error: unknown) =>
          logger.warn({ err: error }, 'the lease of a delivery could not be renewed'),
        );
      }, leaseMs / 3);
      try {
        await sendPart(sender, row);
      } finally {
        clearInterval(renewing);
        onChange?.(generationId);
      }
    }
  };

  const deliver = async (generationId: string): Promise<void> => {
    const one = gate(() => deliverParts(generationId)).catch((error: unknown) =>
      logger.error({ err: error, generationId }, 'a delivery could not be written down'),
    );
    running.add(one);
    await one;
    running.delete(one);
  };

  const sweep = async (): Promise<{ lost: number; due: number }> => {
    const lost = await markLost(db);
    if (lost.length > 0) logger.warn({ lost: lost.length }, 'results were being sent when a process ended');
    for (const generationId of lost) onChange?.(generationId);
    const due = await dueGenerations(db, sweepBatch);
    await Promise.all(due.map(deliver));
    return { lost: lost.length, due: due.length };
  };

  const loop = createLoop({
    round: async () => (await sweep()).due === sweepBatch,
    idleMs: sweepMs,
    onError: (error) => logger.error({ err: error }, 'deliveries could not be looked through, trying again'),
  });

  return {
    deliver,
    sweep,
    start: () => loop.start(),
    async stop() {
      await Promise.allSettled([loop.stop(), ...running]);
    },
  };
}
