export type { FloodLimit, FloodLimits } from './api/flood.ts';
export type { EmulatorClock, ManualClock } from './clock.ts';
export { createManualClock, systemClock } from './clock.ts';
export type { EmulatorIds } from './ids.ts';
export { randomIds, sequentialIds } from './ids.ts';
export type { TelegramEmulatorOptions } from './options.ts';
export type { Tap, TapAnswer, UserDriver, WaitOptions } from './sim/driver.ts';
export { buttonsOf } from './sim/driver.ts';
export type { Fault } from './sim/faults.ts';
export type { ApiCall } from './sim/journal.ts';
export type { PaymentResult } from './sim/payments.ts';
export type { FileOptions, Person, SendOptions } from './sim/people.ts';
export type { TelegramEmulator } from './start.ts';
export { startTelegramEmulator } from './start.ts';
export { EMULATOR_TOKEN } from './token.ts';
export type {
  BotCommand,
  Chat,
  InlineButton,
  InlineKeyboard,
  MediaFile,
  Message,
  MessageEntity,
  PhotoSize,
  ReplyKeyboard,
  User,
} from './types.ts';
