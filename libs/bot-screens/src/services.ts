import type { Queryable } from '@kie/database';
import type { IntakeLimits, WakeUps } from '@kie/generations';
import type { PromptWriter } from '@kie/prompt-writer';
import type { Registry } from '@kie/registry';
import type { Validator } from '@kie/validator';
import type { ScreensPolicy } from './screen.ts';

/** What the dialog is made of; composed once by the app. */
export interface ScreensOptions {
  readonly database: Queryable;
  readonly registry: Registry;
  readonly validator: Validator;
  readonly wakeUps: WakeUps;
  readonly policy: ScreensPolicy;
  /** What may keep an order from being taken. */
  readonly limits?: IntakeLimits;
  /** Without it the button that improves a prompt says that the helper is busy. */
  readonly promptWriter?: PromptWriter;
  /** Epoch ms; replaced in tests. */
  readonly now?: () => number;
}
