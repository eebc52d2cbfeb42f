import type { Trx } from '@kie/database';
import type { Context } from 'telegraf';
import type { Reply } from './reply.ts';

/** What a handler may do in the transaction of its update; what it returns is shown after the commit. */
export type Effect = (trx: Trx) => Promise<readonly Reply[]>;

/** The context of every handler. */
export interface BotContext extends Context {
  /**
   * Runs the effect and marks the update as applied in ONE transaction; the returned replies are stored with the mark
   * and sent afterwards. Call it at most once an update. After a crash the effect is not run again, its stored replies
   * are sent; so everything that must happen exactly once belongs inside, and nothing else may have effects.
   */
  apply(effect: Effect): Promise<void>;
}
