import type { Json, Reply } from '@kie/telegram';
import type { ScreenName } from '../screens/index.ts';

/** Where an answer goes: a chat, and the message whose button was tapped, if one was. */
export interface Place {
  readonly userId: number;
  readonly chatId: number;
  readonly messageId?: number | undefined;
  readonly callbackQueryId?: string | undefined;
}

export interface Answers {
  /** Redraws the tapped message; without a tap it sends a new one. */
  readonly edit: (screen: ScreenName, params?: Record<string, Json>) => Reply;
  /** Sends a new message. */
  readonly send: (screen: ScreenName, params?: Record<string, Json>) => Reply;
  /** The small note over the chat; nothing when no button was tapped. */
  readonly toast: (text: string, options?: { readonly alert?: boolean }) => Reply[];
}

/** Builders of replies for one update, so that handlers read as what is shown. */
export function answersFor(place: Place): Answers {
  const screen = (name: ScreenName, params: Record<string, Json>, editMessageId?: number): Reply => ({
    type: 'screen',
    chatId: place.chatId,
    screen: name,
    params: { ...params, userId: place.userId },
    ...(editMessageId === undefined ? {} : { editMessageId }),
  });
  return {
    edit: (name, params = {}) => screen(name, params, place.messageId),
    send: (name, params = {}) => screen(name, params),
    toast: (text, options = {}) =>
      place.callbackQueryId === undefined
        ? []
        : [{ type: 'toast', callbackQueryId: place.callbackQueryId, text, alert: options.alert ?? false }],
  };
}
