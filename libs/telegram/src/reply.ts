/** Anything JSON can say; replies are stored in the database. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** Show a screen: drawn from state by the renderer at the moment it is sent, so a replay shows the truth of then. */
export interface ScreenReply {
  readonly type: 'screen';
  readonly chatId: number;
  /** Redraw this message; when it cannot be edited any more a new one is sent. */
  readonly editMessageId?: number;
  readonly screen: string;
  readonly params: { readonly [key: string]: Json };
}

/** The small note over the chat that answers a tapped button. */
export interface ToastReply {
  readonly type: 'toast';
  readonly callbackQueryId: string;
  readonly text?: string;
  /** A box with an OK button instead of a note. */
  readonly alert?: boolean;
}

/** What an update's effect wants to be shown: plain JSON, written down in the effect's own transaction. */
export type Reply = ScreenReply | ToastReply;
