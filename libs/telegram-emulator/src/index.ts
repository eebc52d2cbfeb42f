export type { FloodLimit, FloodLimits } from './api/flood.ts';
export type { EmulatorClock, ManualClock } from './clock.ts';
export { createManualClock, systemClock } from './clock.ts';
export type { EmulatorIds } from './ids.ts';
export { randomIds, sequentialIds } from './ids.ts';
export type { BotOptions, TelegramEmulatorOptions } from './options.ts';
export type { Tap, TapAnswer, UserDriver, WaitOptions } from './sim/driver.ts';
export { buttonsOf } from './sim/driver.ts';
export type { Fault } from './sim/faults.ts';
export type { GroupDriver, MemberRef } from './sim/group-driver.ts';
export type { GroupOptions } from './sim/groups.ts';
export type { ApiCall } from './sim/journal.ts';
export type { PaymentResult } from './sim/payments.ts';
export type { Person } from './sim/people.ts';
export type { FileOptions, SendOptions } from './sim/sending.ts';
export type { EmulatedBot, TelegramEmulator } from './start.ts';
export type { MemberStatus } from './state.ts';
export { startTelegramEmulator } from './start.ts';
export { EMULATOR_TOKEN } from './token.ts';
export type {
  BotCommand,
  Chat,
  GroupChat,
  InlineButton,
  InlineKeyboard,
  MediaFile,
  Message,
  MessageEntity,
  PhotoSize,
  PrivateChat,
  ReplyKeyboard,
  User,
} from './types.ts';
