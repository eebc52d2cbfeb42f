/** What happens in the emulator, for the chat page (as server-sent events) and for waiting tests. */
export type SimEvent =
  | { type: 'message'; userId: number; messageId: number }
  | { type: 'edit'; userId: number; messageId: number }
  | { type: 'delete'; userId: number; messageIds: number[] }
  | { type: 'action'; userId: number; action: string }
  | {
      type: 'callback_answer';
      userId: number;
      callbackId: string;
      text: string;
      alert: boolean;
      url?: string;
    }
  | { type: 'callback_expired'; userId: number; callbackId: string }
  | { type: 'payment'; userId: number; messageId: number; ok: boolean; error?: string }
  | { type: 'chat'; userId: number }
  | { type: 'commands' }
  | { type: 'reset' }
  | { type: 'call'; callId: number };

export interface EventBus {
  emit(event: SimEvent): void;
  /** Returns the function that ends the subscription. */
  on(listener: (event: SimEvent) => void): () => void;
}

export function createEventBus(): EventBus {
  const listeners = new Set<(event: SimEvent) => void>();
  return {
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
