import type { Queryable } from '@kie/database';
import type { WakeUps } from '@kie/generations';
import { registry } from '@kie/registry';
import type { BotContext, Reply, ScreenReply } from '@kie/telegram';
import { createValidator } from '@kie/validator';
import { createScreens } from '../src/create-screens.ts';
import { decodeCallback } from '../src/callback-data.ts';
import { onMessage } from '../src/handlers/messages.ts';
import { taps } from '../src/handlers/taps.ts';
import { takeTurn, type Turn } from '../src/handlers/turn.ts';
import type { View } from '../src/screen.ts';
import type { ScreensOptions } from '../src/services.ts';

/** What a person sees after one act: the screens that were drawn, and the notes over the chat. */
export interface Seen {
  readonly screens: (View & { readonly name: string })[];
  readonly toasts: string[];
}

/** Wake-ups that nobody hears: here only the rows count. */
const silent: WakeUps = { wake: async () => {} };

export function testServices(db: Queryable): ScreensOptions {
  return {
    database: db,
    registry,
    validator: createValidator(registry),
    wakeUps: silent,
    policy: { creditMultiplier: 1, welcomeCredits: 500 },
    promptWriter: { improve: async ({ text }) => ({ text: `${text}, in golden light` }) },
  };
}

/** A person at the dialog: acts go through the real handlers and the real database, screens are really drawn. */
export class Person {
  readonly id: number;
  readonly #language: string;
  readonly #services: ScreensOptions;

  constructor(services: ScreensOptions, id: number, language = 'en') {
    this.#services = services;
    this.id = id;
    this.#language = language;
  }

  async start(): Promise<Seen> {
    return await this.#act(async (turn) => [turn.send('welcome')]);
  }

  async command(screen: 'history' | 'balance' | 'help' | 'search', query = ''): Promise<Seen> {
    return await this.#act(async (turn) => [turn.send(screen, { query })]);
  }

  async write(text: string): Promise<Seen> {
    return await this.message({ text });
  }

  async message(content: object): Promise<Seen> {
    return await this.#act(async (turn) => await onMessage(turn, content as BotContext['message']));
  }

  async photo(bytes = 200_000): Promise<Seen> {
    return await this.message({
      photo: [
        {
          file_id: `file-${crypto.randomUUID()}`,
          file_unique_id: 'u',
          width: 800,
          height: 600,
          file_size: bytes,
        },
      ],
    });
  }

  /** Taps a button by its data. */
  async tap(data: string): Promise<Seen> {
    const decoded = decodeCallback(data);
    const handle = decoded && taps[decoded.action];
    if (!handle) throw new Error(`no such button: ${data}`);
    return await this.#act(async (turn) => await handle(turn, decoded.args), true);
  }

  /** Taps the first button whose text contains the words. */
  async tapText(seen: Seen, words: string): Promise<Seen> {
    const buttons = seen.screens.flatMap(({ keyboard }) => keyboard ?? []).flat();
    const found = buttons.find(({ text }) => text.includes(words));
    if (!found || !('callback_data' in found)) {
      throw new Error(`no button "${words}" among: ${buttons.map(({ text }) => text).join(' | ')}`);
    }
    return await this.tap(found.callback_data);
  }

  async #act(handle: (turn: Turn) => Promise<Reply[]>, tapped = false): Promise<Seen> {
    let replies: readonly Reply[] = [];
    await takeTurn(
      {
        from: { id: this.id, is_bot: false, first_name: 'Ann <b>', language_code: this.#language },
        chat: { id: this.id, type: 'private' },
        ...(tapped ? { callbackQuery: { id: 'q', message: { message_id: 1 } } } : {}),
        apply: async (effect) => {
          replies = await this.#services.database.transaction().execute(effect);
        },
      },
      this.#services,
      handle,
    );
    const screens = createScreens(this.#services);
    const drawn = await Promise.all(
      replies
        .filter((reply): reply is ScreenReply => reply.type === 'screen')
        .map(async (reply) => ({
          name: reply.screen,
          view: await screens.render(reply, this.#services.database),
        })),
    );
    return {
      screens: drawn.flatMap(({ name, view }) => (view ? [{ name, ...view }] : [])),
      toasts: replies.flatMap((reply) => (reply.type === 'toast' && reply.text ? [reply.text] : [])),
    };
  }
}
