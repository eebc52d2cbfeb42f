import { buttonsOf, type Message, type UserDriver } from '@kie/telegram-emulator';

const patience = { timeoutMs: 30_000 };

const hasButton = (message: Message, start: string): boolean =>
  buttonsOf(message).some(({ text }) => text.startsWith(start));

/** Writes a prompt and goes on to the card, where only the tap on Generate is missing. */
export async function pictureCard(user: UserDriver, prompt: string): Promise<Message> {
  const sent = user.sendText(prompt);
  const offer = await user.waitFor((message) => hasButton(message, '🖼'), {
    ...patience,
    after: sent.message_id,
  });
  const model = buttonsOf(offer).find(({ text }) => text.startsWith('🖼'));
  user.tap(model?.text ?? '', { message: offer });
  return await user.waitFor((message) => hasButton(message, '🚀'), { ...patience, after: sent.message_id });
}

/** Taps Generate on a card. */
export function generate(user: UserDriver, card: Message): void {
  const button = buttonsOf(card).find(({ text }) => text.startsWith('🚀'));
  user.tap(button?.text ?? '', { message: card });
}

/** Messages of the bot that bring media whose caption shows the prompt. */
export function resultsFor(user: UserDriver, prompt: string): Message[] {
  return user
    .messages()
    .filter(
      (message) =>
        message.from.is_bot && (message.photo ?? message.document ?? message.video ?? message.audio),
    )
    .filter((message) => message.caption?.includes(prompt));
}

/** Waits until a condition holds; says what it waited for when it does not. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  timeoutMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs / 1000} s in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
