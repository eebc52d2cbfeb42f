import type { Queryable, Trx } from '@kie/database';
import { migratedDatabase } from '@kie/database/testing';
import { createLogger, createRedactor, silentLogger, type Clock, type Logger } from '@kie/service-kit';
import type { Telegraf } from 'telegraf';
import { afterAll, afterEach, beforeAll } from 'vitest';
import {
  createBot,
  createInbox,
  createTelegramApi,
  createUpdateRunner,
  type BotContext,
  type Inbox,
  type Renderer,
  type Reply,
  type TelegramApi,
  type Update,
  type UpdateRunner,
  type UpdateRunnerOptions,
} from '../src/index.ts';
import { startFakeBotApi, type FakeBotApi } from './fake-bot-api.ts';

export const logger = silentLogger();

/** Resolves when the condition holds; fails loudly when it never does. */
export async function until(condition: () => boolean | Promise<boolean>, what = 'condition'): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`never happened: ${what}`);
    await new Promise((go) => setTimeout(go, 5));
  }
}

/** Waits cost nothing, but are written down. */
export function quickClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    now: () => Date.now() + waits.reduce((sum, ms) => sum + ms, 0),
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      waits.push(ms);
      await new Promise((go) => setImmediate(go));
    },
  };
}

/** A logger whose lines a test can read. */
export function listeningLogger(): { logger: Logger; lines: string[] } {
  const lines: string[] = [];
  const destination = { write: (line: string) => lines.push(line) };
  return {
    lines,
    logger: createLogger({
      level: 'debug',
      pretty: false,
      redactor: createRedactor({ secrets: [] }),
      destination,
    }),
  };
}

export interface Rig {
  readonly db: Queryable;
  readonly api: TelegramApi;
  readonly bots: FakeBotApi;
  readonly inbox: Inbox;
  /** A runner over a new bot; stopped after the test. */
  runner(install: (bot: Telegraf<BotContext>) => void, options?: Partial<UpdateRunnerOptions>): UpdateRunner;
  /** Writes updates down as if they had come in. */
  accept(...updates: object[]): Promise<void>;
  states(): Promise<Record<string, number>>;
}

/** A database and a fake Bot API for a test file; both are emptied of what a test left. */
export function useRig(): Rig {
  let rig: Rig | undefined;
  let stop: (() => Promise<void>) | undefined;
  const runners: UpdateRunner[] = [];

  beforeAll(async () => {
    const bots = await startFakeBotApi();
    const { db, close } = await migratedDatabase({ max: 12 });
    const api = createTelegramApi({ token: bots.token, apiRoot: bots.apiRoot, logger, clock: quickClock() });
    const inbox = createInbox(db);
    rig = {
      db,
      api,
      bots,
      inbox,
      runner(install, options = {}) {
        const bot = createBot(api);
        install(bot);
        const runner = createUpdateRunner({
          bot,
          database: db,
          api,
          logger,
          render: plainScreen,
          pollMs: 20,
          ...options,
        });
        runners.push(runner);
        return runner;
      },
      async accept(...updates) {
        await inbox.accept(updates as Update[]);
      },
      async states() {
        const rows = await db.selectFrom('inbox').select(['state']).execute();
        const counts: Record<string, number> = {};
        for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
        return counts;
      },
    };
    stop = async () => {
      await close();
      await bots.stop();
    };
  });
  afterEach(async () => {
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    const { bots, db } = get();
    bots.reset();
    for (const table of [
      'inbox',
      'deliveries',
      'progress_messages',
      'generation_files',
      'generations',
      'users',
    ] as const) {
      await db.deleteFrom(table).execute();
    }
  });
  afterAll(() => stop?.());

  const get = (): Rig => {
    if (rig === undefined) throw new Error('The rig stands only inside tests.');
    return rig;
  };
  return new Proxy({} as Rig, { get: (_target, name) => Reflect.get(get(), name) as unknown });
}

/** Shows the reply itself. */
export const plainScreen: Renderer = async (reply) => ({
  text: `${reply.screen} ${JSON.stringify(reply.params)}`,
  keyboard: [[{ text: 'Home', callback_data: 'home' }]],
});

const person = (id: number): object => ({ id, is_bot: false, first_name: `P${id}` });

export function textUpdate(id: number, chatId: number, text = `t${id}`): object {
  const message = {
    message_id: id,
    date: 1,
    chat: { id: chatId, type: 'private' },
    from: person(chatId),
    text,
  };
  return { update_id: id, message };
}

export function tapUpdate(id: number, chatId: number, data = 'tap'): object {
  const message = { message_id: 500, date: 1, chat: { id: chatId, type: 'private' } };
  return {
    update_id: id,
    callback_query: { id: `q${id}`, from: person(chatId), chat_instance: '1', message, data },
  };
}

export function preCheckoutUpdate(id: number, userId: number): object {
  const query = {
    id: `p${id}`,
    from: person(userId),
    currency: 'XTR',
    total_amount: 5,
    invoice_payload: 'x',
  };
  return { update_id: id, pre_checkout_query: query };
}

export function screen(chatId: number, name = 'home', editMessageId?: number): Reply {
  const edit = editMessageId === undefined ? {} : { editMessageId };
  return { type: 'screen', chatId, screen: name, params: {}, ...edit };
}

/** The effect of the tests: one row a run, so that a second run shows. */
export async function countEffect(trx: Trx, userId: number): Promise<void> {
  await trx
    .insertInto('users')
    .values({ id: userId, first_name: 'x', settings: '{"n":0}' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const user = await trx
    .selectFrom('users')
    .select('settings')
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const n = Number(user.settings['n']) + 1;
  await trx
    .updateTable('users')
    .set({ settings: JSON.stringify({ n }) })
    .where('id', '=', userId)
    .execute();
}

export async function effects(db: Queryable, userId: number): Promise<number> {
  const user = await db.selectFrom('users').select('settings').where('id', '=', userId).executeTakeFirst();
  return Number(user?.settings['n'] ?? 0);
}
