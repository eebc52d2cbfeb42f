import type { Core } from '../core.ts';
import type { Message } from '../types.ts';

const DEFAULT_TIMEOUT_MS = 5_000;

/** Looks at what is there, then at every new or changed message, until one fits. */
export function waitForMessage(
  core: Core,
  chatId: number,
  messages: () => Message[],
  predicate: (message: Message) => boolean,
  { timeoutMs = DEFAULT_TIMEOUT_MS, after = 0 }: { timeoutMs?: number; after?: number } = {},
): Promise<Message> {
  const find = (): Message | undefined =>
    messages().find((message) => message.message_id > after && predicate(message));
  return new Promise((resolve, reject) => {
    const present = find();
    if (present !== undefined) {
      resolve(present);
      return;
    }
    const finish = (): void => {
      clearTimeout(timer);
      off();
    };
    const off = core.events.on((event) => {
      if ((event.type !== 'message' && event.type !== 'edit') || event.chatId !== chatId) return;
      let found: Message | undefined;
      try {
        found = find();
      } catch (error) {
        finish();
        reject(error instanceof Error ? error : new Error(String(error)));
        return;
      }
      if (found === undefined) return;
      finish();
      resolve(found);
    });
    const timer = setTimeout(() => {
      finish();
      const last = messages().slice(-5).map(summary);
      reject(
        new Error(
          `No message of the bot fitted within ${timeoutMs} ms. Its last messages: ${last.join(' | ') || 'none'}.`,
        ),
      );
    }, timeoutMs);
  });
}

function summary(message: Message): string {
  const kind = (['photo', 'video', 'audio', 'voice', 'document', 'invoice'] as const).find(
    (field) => message[field] !== undefined,
  );
  const text = message.text ?? message.caption ?? '';
  return `#${message.message_id} ${kind === undefined ? '' : `[${kind}] `}${text.slice(0, 80)}`.trim();
}
