import type { Delivery, Generation, GenerationFile, Language, Queryable } from '@kie/database';
import { queuePosition } from '@kie/generations';
import { escapeHtml, type BotContext, type ScreenReply } from '@kie/telegram';
import type { Telegraf } from 'telegraf';
import { installDialog } from './handlers/install.ts';
import { priceOf } from './pricing.ts';
import type { Button, ScreenContext, View } from './screen.ts';
import { shownSeconds } from './screens/format.ts';
import { drawGeneration, type GenerationView } from './screens/generation.ts';
import { screens } from './screens/index.ts';
import { button } from './screens/keyboard.ts';
import type { ScreensOptions } from './services.ts';
import { shortId } from './short-id.ts';
import { textsOf } from './texts/index.ts';

export interface BotScreens {
  /** Puts the handlers on the bot; call once, before the runner starts. */
  install(bot: Telegraf<BotContext>): void;
  /** Draws the screen of a reply from state; undefined when there is nothing to show any more. */
  render(reply: Pick<ScreenReply, 'screen' | 'params'>, db: Queryable): Promise<View | undefined>;
  /** Draws the live message of a generation. */
  draw(generation: Generation, deliveries: readonly Delivery[]): Promise<GenerationView>;
  /** Caption and buttons of a message that brings a result. */
  compose(
    generationId: string,
    part: number,
    files: readonly GenerationFile[],
  ): Promise<{ readonly caption: string; readonly keyboard: Button[][] }>;
  /** The commands menu in both languages. */
  commands(language: Language): { readonly command: string; readonly description: string }[];
}

/** The dialog of the bot, ready to be put on a telegraf bot and to draw whatever the libraries below ask for. */
export function createScreens(options: ScreensOptions): BotScreens {
  const now = options.now ?? Date.now;

  const contextOf = async (db: Queryable, userId: number): Promise<ScreenContext | undefined> => {
    const user = await db.selectFrom('users').selectAll().where('id', '=', userId).executeTakeFirst();
    return (
      user && {
        db,
        registry: options.registry,
        validator: options.validator,
        policy: options.policy,
        user,
        language: user.language,
        texts: textsOf(user.language),
        now: now(),
      }
    );
  };

  return {
    install: (bot) => {
      installDialog(bot, options);
    },

    async render({ screen, params }, db) {
      const context = await contextOf(db, Number(params.userId));
      if (!context) return undefined;
      const draw = Object.hasOwn(screens, screen) ? screens[screen as keyof typeof screens] : screens.home;
      return (await draw(context, params)) ?? (await screens.home(context, {}));
    },

    async draw(generation, deliveries) {
      const context = await contextOf(options.database, generation.user_id);
      const texts = context?.texts ?? textsOf('en');
      const position =
        generation.state === 'queued' ? await queuePosition(options.database, generation.id) : undefined;
      return drawGeneration(
        { texts, registry: options.registry, now: now() },
        { generation, deliveries, position },
      );
    },

    async compose(generationId, part, files) {
      const { database, registry, policy } = options;
      const generation = await database
        .selectFrom('generations')
        .selectAll()
        .where('id', '=', generationId)
        .executeTakeFirstOrThrow();
      const context = await contextOf(database, generation.user_id);
      const texts = context?.texts ?? textsOf('en');
      const model = registry.get(generation.model_id);
      const facts = [`✅ <b>${escapeHtml(model?.title ?? generation.model_id)}</b>`];
      const [file] = files;
      if (file?.seconds) facts.push(texts.seconds(Math.round(Number(file.seconds))));
      if (file?.width && file.height) facts.push(`${file.width}×${file.height}`);
      if (generation.finished_at) {
        const seconds = (generation.finished_at.getTime() - generation.created_at.getTime()) / 1000;
        facts.push(`⏱ ${shownSeconds(texts, seconds)}`);
      }
      facts.push(generation.gift ? '🎁' : texts.short.credits(generation.price));
      const prompt = generation.input.prompt ?? generation.input.text;
      const quoted =
        typeof prompt === 'string'
          ? `\n<blockquote expandable>${escapeHtml(prompt.length > 500 ? `${prompt.slice(0, 500)}…` : prompt)}</blockquote>`
          : '';
      const id = shortId(generation.id);
      const price = model && priceOf(policy, model, generation.input);
      const buttons = [
        ...(price ? [button(texts.progress.again(price.credits), 'again', id)] : []),
        button(texts.progress.change, 'change', id),
      ];
      return {
        caption: part === 0 ? `${facts.join(' · ')}${quoted}` : facts.join(' · '),
        keyboard: [buttons, [button(texts.home.button, 'home-new')]],
      };
    },

    commands: (language) =>
      Object.entries(textsOf(language).commands).map(([command, description]) => ({ command, description })),
  };
}
