import type { Language, Queryable, User } from '@kie/database';
import type { Registry } from '@kie/registry';
import type { Validator } from '@kie/validator';
import type { Json } from '@kie/telegram';
import type { Texts } from './texts/index.ts';

/** A button: text and the data of `encodeCallback`, or a link. */
export type Button =
  | { readonly text: string; readonly callback_data: string }
  | { readonly text: string; readonly url: string };

export interface View {
  /** HTML; everything that came from a person is escaped. */
  readonly text: string;
  readonly keyboard?: Button[][];
}

/** What the operator decides about money and contact. */
export interface ScreensPolicy {
  /** Whole credits of ours for one credit of KIE, before rounding up. */
  readonly creditMultiplier: number;
  /** Whole credits for a person who writes for the first time. */
  readonly welcomeCredits: number;
}

/** All that drawing a screen may look at: state in the database, never memory. */
export interface ScreenContext {
  readonly db: Queryable;
  readonly registry: Registry;
  readonly validator: Validator;
  readonly policy: ScreensPolicy;
  readonly user: User;
  readonly language: Language;
  readonly texts: Texts;
  /** Epoch ms. */
  readonly now: number;
}

/** Draws one screen from state. Undefined when its subject is gone, e.g. a discarded draft. */
export type Screen = (context: ScreenContext, params: Record<string, Json>) => Promise<View | undefined>;

/** A parameter of a screen that must be a text; anything else finds nothing. */
export function textParam(params: Readonly<Record<string, Json>>, name: string): string {
  const value = params[name];
  return typeof value === 'string' ? value : '';
}
