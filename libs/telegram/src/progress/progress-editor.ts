import type { Delivery, Generation, Queryable } from '@kie/database';
import { systemClock, type Clock, type Logger } from '@kie/service-kit';
import type { TelegramApi } from '../api/telegram-api.ts';
import { createLoop } from '../background-loop.ts';
import { createGate } from '../gate.ts';
import type { Rendered } from '../render.ts';
import { editProgress } from './edit-progress.ts';
import { openProgress, type OpenProgress } from './rows.ts';

/** How a generation looks now. */
export interface ProgressView extends Rendered {
  /** Names the drawing: another name means another look, so the message is edited. */
  readonly view: string;
  /** Nothing will change any more. */
  readonly done: boolean;
  /** Draw again after so long although no state changed, for a running clock. */
  readonly nextEditInMs?: number;
}

/** Draws the live message of a generation from state, with a Show button when a delivery is `unknown`. */
export type DrawProgress = (generation: Generation, deliveries: readonly Delivery[]) => Promise<ProgressView>;

export interface ProgressEditorOptions {
  readonly database: Queryable;
  readonly api: TelegramApi;
  readonly draw: DrawProgress;
  readonly logger: Logger;
  /** How often state is looked at without a kick. Default 700. */
  readonly pollMs?: number;
  /** A message is edited at most this often. Default 3000. */
  readonly gapMs?: number;
  /** Edits under way at once. Default 8. */
  readonly concurrency?: number;
  readonly clock?: Clock;
}

export interface ProgressEditor {
  start(): void;
  /** Begins no further edit; resolves when the running ones have ended. */
  stop(): Promise<void>;
  /** A generation or delivery changed: look now. */
  kick(): void;
}

const pageSize = 200;

/**
 * Keeps progress messages up to date by looking at state, so nobody has to send it events: the last state wins and
 * nothing queues up. Any number of processes may run one.
 */
export function createProgressEditor(options: ProgressEditorOptions): ProgressEditor {
  const { database: db, api, draw, logger, clock = systemClock } = options;
  const { pollMs = 700, gapMs = 3000, concurrency = 8 } = options;
  const gate = createGate(concurrency);
  /** What was found to need no edit, so that it is drawn again only when something changed. */
  let settled = new Map<string, { readonly facts: string; readonly lookAgainAt: number }>();

  const look = async (open: OpenProgress, seen: typeof settled): Promise<void> => {
    const { generation, deliveries, shown } = open;
    const facts = factsOf(open);
    const before = settled.get(generation.id);
    if (before !== undefined && before.facts === facts && clock.now() < before.lookAgainAt) {
      seen.set(generation.id, before);
      return;
    }
    try {
      const drawn = await draw(generation, deliveries);
      const done = drawn.done && isOver(open);
      if (drawn.view === shown && !done) {
        seen.set(generation.id, { facts, lookAgainAt: clock.now() + (drawn.nextEditInMs ?? Infinity) });
      } else if (!loop.stopped)
        await editProgress({ db, api, logger, gapMs }, generation.id, { ...drawn, done }, shown);
    } catch (error) {
      logger.error({ err: error, generationId: generation.id }, 'a progress message could not be updated');
    }
  };

  const round = async (): Promise<boolean> => {
    const seen: typeof settled = new Map();
    let after: string | undefined;
    do {
      const page = await openProgress(db, { after, limit: pageSize });
      await Promise.all(page.map((open) => gate(() => look(open, seen))));
      after = page.length < pageSize ? undefined : page.at(-1)?.generation.id;
    } while (after !== undefined && !loop.stopped);
    settled = seen;
    return false;
  };

  const loop = createLoop({
    round,
    idleMs: pollMs,
    onError: (error) =>
      logger.error({ err: error }, 'progress messages could not be looked through, trying again'),
  });

  return { start: () => loop.start(), stop: () => loop.stop(), kick: () => loop.ring() };
}

/** Everything a drawing may depend on but the clock. */
function factsOf({ generation, deliveries, shown }: OpenProgress): string {
  const { state, attempt, gift, updated_at } = generation;
  return JSON.stringify([
    state,
    attempt,
    gift,
    updated_at,
    deliveries.map((delivery) => delivery.state),
    shown,
  ]);
}

/** The generation has ended and each of its messages has arrived or never will by itself. */
function isOver({ generation, deliveries }: OpenProgress): boolean {
  return (
    ['succeeded', 'failed', 'cancelled'].includes(generation.state) &&
    deliveries.every((delivery) => delivery.state !== 'pending' && delivery.state !== 'sending')
  );
}
