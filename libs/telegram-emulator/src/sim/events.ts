/** What happens in the emulator, for the chat page (as server-sent events) and for waiting tests. */
export type SimEvent =
  | { type: 'message'; chatId: number; messageId: number }
  | { type: 'edit'; chatId: number; messageId: number }
  | { type: 'delete'; chatId: number; messageIds: number[] }
  | { type: 'action'; chatId: number; action: string }
  | {
      type: 'callback_answer';
      chatId: number;
      userId: number;
      callbackId: string;
      text: string;
      alert: boolean;
      url?: string;
    }
  | { type: 'callback_expired'; userId: number; callbackId: string }
  | { type: 'payment'; chatId: number; userId: number; messageId: number; ok: boolean; error?: string }
  | { type: 'chat'; chatId: number }
  | { type: 'commands' }
  | { type: 'reset' }
  | { type: 'faults' }
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
