import type { Core } from '../core.ts';
import type { ChatState } from '../state.ts';
import type { InlineButton, Message, User } from '../types.ts';
import type { PaymentResult } from './payments.ts';
import { payInvoice } from './payments.ts';
import type { FileOptions, SendOptions } from './people.ts';
import { editText, react, sendFile, sendText, setBlocked, tapInline } from './people.ts';
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

/** A simulated person in a private chat with the bot. Every method acts like the Telegram app would. */
export interface UserDriver {
  readonly id: number;
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

export function createUserDriver(core: Core, userId: number): UserDriver {
  const chatNow = (): ChatState => {
    const chat = core.state.chats.get(userId);
    if (chat === undefined) throw new Error(`User ${userId} was removed by a reset; make the driver again.`);
    return chat;
  };
  const answers: TapAnswer[] = [];
  const actions: string[] = [];
  core.events.on((event) => {
    if (event.type === 'callback_answer' && event.userId === userId) answers.push(pickAnswer(event));
    if (event.type === 'action' && event.userId === userId) actions.push(event.action);
  });
  const botMessages = (): Message[] =>
    [...chatNow().messages.values()].filter((message) => message.from.id === core.bot.id);
  const resolve = (message: Message | number): Message => {
    const id = typeof message === 'number' ? message : message.message_id;
    const found = chatNow().messages.get(id);
    if (found === undefined) throw new Error(`There is no message ${id} in this chat.`);
    return found;
  };

  return {
    id: userId,
    get user() {
      return chatNow().user;
    },
    sendText: (text, options) => sendText(core, chatNow(), text, options),
    sendCommand: (name, argument) =>
      sendText(core, chatNow(), `/${name.replace(/^\//, '')}${argument === undefined ? '' : ` ${argument}`}`),
    sendPhoto: (bytes, { as = 'photo', ...options } = {}) => sendFile(core, chatNow(), as, bytes, options),
    sendVideo: (bytes, options) => sendFile(core, chatNow(), 'video', bytes, options),
    sendAudio: (bytes, options) => sendFile(core, chatNow(), 'audio', bytes, options),
    sendVoice: (bytes, options) => sendFile(core, chatNow(), 'voice', bytes, options),
    sendDocument: (bytes, options) => sendFile(core, chatNow(), 'document', bytes, options),
    sendAlbum(pictures, options = {}) {
      const mediaGroupId = core.ids.digits();
      return pictures.map((bytes, index) =>
        sendFile(
          core,
          chatNow(),
          'photo',
          bytes,
          index === 0 ? { ...options, mediaGroupId } : { mediaGroupId },
        ),
      );
    },
    editText: (messageId, text) => editText(core, chatNow(), messageId, text),
    tap: (button, options = {}) =>
      tapButton(
        core,
        chatNow(),
        options.message === undefined ? botMessages() : [resolve(options.message)],
        button,
      ),
    pay(message) {
      const invoice =
        message === undefined
          ? botMessages().findLast((entry) => entry.invoice !== undefined)
          : resolve(message);
      if (invoice === undefined) throw new Error('There is no invoice in this chat.');
      return payInvoice(core, chatNow(), invoice);
    },
    react: (message, emoji) => react(core, chatNow(), resolve(message).message_id, emoji),
    block: () => setBlocked(core, chatNow(), true),
    unblock: () => setBlocked(core, chatNow(), false),
    isBlocked: () => chatNow().blocked,
    messages: () => [...chatNow().messages.values()],
    lastMessage: () => botMessages().at(-1),
    seen: () => ({ answers: [...answers], actions: [...actions] }),
    waitFor: (predicate, options) => waitForMessage(core, userId, botMessages, predicate, options),
  };
}

/** Taps the newest button that fits, inline ones first. */
export function tapButton(core: Core, chat: ChatState, messages: Message[], wanted: string): Tap {
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
    const callbackId = tapInline(core, chat, message, button.callback_data);
    return { callbackId, answer: waitForAnswer(core, callbackId) };
  }
  const reply = chat.keyboard?.keyboard.flat().find((entry) => entry.text === wanted);
  if (reply !== undefined) {
    sendText(core, chat, reply.text);
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
