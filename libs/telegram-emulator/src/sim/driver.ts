import type { Core } from '../core.ts';
import type { InlineButton, Message, User } from '../types.ts';
import type { PaymentResult } from './payments.ts';
import { payInvoice } from './payments.ts';
import { deactivate, react, setBlocked, tapInline } from './acting.ts';
import type { Seat } from './people.ts';
import { seatOf } from './people.ts';
import type { FileOptions, SendOptions } from './sending.ts';
import { editText, sendFile, sendText } from './sending.ts';
import { waitForMessage } from './wait.ts';

/** What the bot showed in answer to a tap. */
export interface TapAnswer {
  text: string;
  alert: boolean;
  url?: string;
}

/** A tap on an inline button. */
export interface Tap {
  /** Id of the callback query. */
  callbackId: string;
  /** The bot's answer; rejects when the 150 seconds (emulator time) pass without one. */
  answer: Promise<TapAnswer>;
}

export interface WaitOptions {
  /** Real milliseconds; default 5,000. */
  timeoutMs?: number;
  /** Only messages newer than this id. */
  after?: number;
}

/** A simulated person in a private chat with the bot, or in a group. Every method acts like the Telegram app would. */
export interface UserDriver {
  /** The person's id. */
  readonly id: number;
  /** The chat's id: the same in a private chat, negative in a group. */
  readonly chatId: number;
  readonly user: User;
  sendText(text: string, options?: SendOptions): Message;
  /** `/name` or `/name argument`. */
  sendCommand(name: string, argument?: string): Message;
  /** `as: 'document'` sends the picture as a file. */
  sendPhoto(bytes: Uint8Array, options?: FileOptions & { as?: 'photo' | 'document' }): Message;
  sendVideo(bytes: Uint8Array, options?: FileOptions): Message;
  sendAudio(bytes: Uint8Array, options?: FileOptions): Message;
  sendVoice(bytes: Uint8Array, options?: FileOptions): Message;
  sendDocument(bytes: Uint8Array, options?: FileOptions): Message;
  /** Several pictures as one album. */
  sendAlbum(pictures: Uint8Array[], options?: FileOptions): Message[];
  editText(messageId: number, text: string): Message;
  /**
   * Taps the newest button whose text or `callback_data` is `button`. Throws when there is none, naming those that are
   * there. A button of the keyboard under the input field sends its text; then there is nothing to answer.
   */
  tap(button: string, options?: { message?: Message | number }): Tap;
  /** Pays the newest invoice, or the given one. */
  pay(message?: Message | number): Promise<PaymentResult>;
  react(message: Message | number, emoji: string | undefined): void;
  block(): void;
  unblock(): void;
  isBlocked(): boolean;
  /** The account is deleted: the bot gets 403 `user is deactivated`. */
  deactivate(): void;
  /** All messages of the chat, oldest first. */
  messages(): Message[];
  /** The newest message of the bot. */
  lastMessage(): Message | undefined;
  /** Toasts and alerts seen so far, and chat actions such as `typing`. */
  seen(): { answers: TapAnswer[]; actions: string[] };
  /** The first message of the bot (also an edited one) that fits, now or later. */
  waitFor(predicate: (message: Message) => boolean, options?: WaitOptions): Promise<Message>;
}

/** The inline buttons of a message in reading order. */
export function buttonsOf(message: Message): InlineButton[] {
  return message.reply_markup?.inline_keyboard.flat() ?? [];
}

export function createUserDriver(core: Core, userId: number, chatId: number = userId): UserDriver {
  const seat = (): Seat => seatOf(core, userId, chatId);
  const answers: TapAnswer[] = [];
  const actions: string[] = [];
  core.events.on((event) => {
    if (event.type === 'callback_answer' && event.userId === userId && event.chatId === chatId)
      answers.push(pickAnswer(event));
    if (event.type === 'action' && event.chatId === chatId) actions.push(event.action);
  });
  const botMessages = (): Message[] =>
    [...seat().chat.messages.values()].filter((message) => message.from.is_bot);
  const resolve = (message: Message | number): Message => {
    const id = typeof message === 'number' ? message : message.message_id;
    const found = seat().chat.messages.get(id);
    if (found === undefined) throw new Error(`There is no message ${id} in this chat.`);
    return found;
  };

  return {
    id: userId,
    chatId,
    get user() {
      return seat().user;
    },
    sendText: (text, options) => sendText(core, seat(), text, options),
    sendCommand: (name, argument) =>
      sendText(core, seat(), `/${name.replace(/^\//, '')}${argument === undefined ? '' : ` ${argument}`}`),
    sendPhoto: (bytes, { as = 'photo', ...options } = {}) => sendFile(core, seat(), as, bytes, options),
    sendVideo: (bytes, options) => sendFile(core, seat(), 'video', bytes, options),
    sendAudio: (bytes, options) => sendFile(core, seat(), 'audio', bytes, options),
    sendVoice: (bytes, options) => sendFile(core, seat(), 'voice', bytes, options),
    sendDocument: (bytes, options) => sendFile(core, seat(), 'document', bytes, options),
    sendAlbum(pictures, options = {}) {
      const mediaGroupId = core.ids.digits();
      return pictures.map((bytes, index) =>
        sendFile(core, seat(), 'photo', bytes, index === 0 ? { ...options, mediaGroupId } : { mediaGroupId }),
      );
    },
    editText: (messageId, text) => editText(core, seat(), messageId, text),
    tap: (button, options = {}) =>
      tapButton(
        core,
        seat(),
        options.message === undefined ? botMessages() : [resolve(options.message)],
        button,
      ),
    pay(message) {
      const invoice =
        message === undefined
          ? botMessages().findLast((entry) => entry.invoice !== undefined)
          : resolve(message);
      if (invoice === undefined) throw new Error('There is no invoice in this chat.');
      return payInvoice(core, seat(), invoice);
    },
    react: (message, emoji) => react(core, seat(), resolve(message).message_id, emoji),
    block: () => setBlocked(core, seat(), true),
    unblock: () => setBlocked(core, seat(), false),
    isBlocked() {
      const { chat } = seat();
      return chat.kind === 'private' && chat.blocked;
    },
    deactivate: () => deactivate(core, seat()),
    messages: () => [...seat().chat.messages.values()],
    lastMessage: () => botMessages().at(-1),
    seen: () => ({ answers: [...answers], actions: [...actions] }),
    waitFor: (predicate, options) => waitForMessage(core, chatId, botMessages, predicate, options),
  };
}

/** Taps the newest button that fits, inline ones first. */
export function tapButton(core: Core, seat: Seat, messages: Message[], wanted: string): Tap {
  for (const message of messages.toReversed()) {
    const button = buttonsOf(message).find(
      (entry) => entry.text === wanted || entry.callback_data === wanted,
    );
    if (button === undefined) continue;
    if (button.callback_data === undefined) {
      throw new Error(
        `The button "${button.text}" carries no callback_data, so a tap sends nothing to the bot.`,
      );
    }
    const callbackId = tapInline(core, seat, message, button.callback_data);
    return { callbackId, answer: waitForAnswer(core, callbackId) };
  }
  const reply = seat.chat.keyboard?.keyboard.flat().find((entry) => entry.text === wanted);
  if (reply !== undefined) {
    sendText(core, seat, reply.text);
    return { callbackId: '', answer: Promise.resolve({ text: '', alert: false }) };
  }
  const present = messages.flatMap(buttonsOf).map((entry) => `"${entry.text}"`);
  throw new Error(`No button "${wanted}". Buttons in the chat: ${present.slice(-20).join(', ') || 'none'}.`);
}

function pickAnswer(event: { text: string; alert: boolean; url?: string }): TapAnswer {
  return { text: event.text, alert: event.alert, ...(event.url === undefined ? {} : { url: event.url }) };
}

function waitForAnswer(core: Core, callbackId: string): Promise<TapAnswer> {
  const answer = new Promise<TapAnswer>((resolve, reject) => {
    const off = core.events.on((event) => {
      if (!('callbackId' in event) || event.callbackId !== callbackId) return;
      off();
      if (event.type === 'callback_answer') resolve(pickAnswer(event));
      else reject(new Error('The bot did not answer the tap within 150 seconds.'));
    });
  });
  // Whoever does not look at the answer must not get an unhandled rejection.
  answer.catch(() => undefined);
  return answer;
}
