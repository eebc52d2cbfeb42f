import type { Queryable } from '@kie/database';
import type { InlineKeyboardButton } from 'telegraf/types';
import type { ScreenReply } from './reply.ts';

/** Rows of buttons. */
export type InlineKeyboard = readonly (readonly Readonly<InlineKeyboardButton>[])[];

/** A drawn screen. */
export interface Rendered {
  /** Telegram HTML; whatever came from a person is escaped. */
  readonly text: string;
  readonly keyboard?: InlineKeyboard;
}

/** Draws a screen from state. Undefined: there is nothing to show any more, and nothing is sent. */
export type Renderer = (reply: ScreenReply, db: Queryable) => Promise<Rendered | undefined>;
