import type { Queryable } from '@kie/database';

/** `generation`: a step of the pipeline is due. `delivery`: something is to be sent or redrawn in the chat. */
export type WakeQueue = 'generation' | 'delivery';

/**
 * Wakes a worker somewhere. A wake-up carries no work, it says "look at this id": the rows are the truth, and a lost
 * wake-up only means that a sweep finds the row a second later.
 */
export interface WakeUps {
  /** In the caller's transaction: a rollback takes the wake-up with it. */
  wake(db: Queryable, queue: WakeQueue, id: string, options?: { readonly afterMs?: number }): Promise<void>;
}

/** The other end. */
export interface WakeListener {
  /**
   * Calls `onWake` with the ids as they come, soon after their transactions committed; each id reaches one of the
   * listening processes. Return quickly: what takes time belongs into a loop of the caller's. Resolves to the function
   * that ends it.
   */
  listen(queue: WakeQueue, onWake: (ids: readonly string[]) => void): Promise<() => Promise<void>>;
}
