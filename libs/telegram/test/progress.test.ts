import type { Generation } from '@kie/database';
import { afterEach, expect, test } from 'vitest';
import {
  createProgressEditor,
  trackProgress,
  type DrawProgress,
  type ProgressEditor,
  type ProgressEditorOptions,
} from '../src/index.ts';
import { png, seedGeneration } from './generation-rows.ts';
import { logger, until, useRig } from './rig.ts';

const rig = useRig();
const editors: ProgressEditor[] = [];
afterEach(async () => {
  await Promise.all(editors.splice(0).map((one) => one.stop()));
});

let draws = 0;
const draw: DrawProgress = async (generation, deliveries) => {
  draws += 1;
  const view = [generation.state, ...deliveries.map(({ state }) => state)].join(' ');
  const unknown = deliveries.some(({ state }) => state === 'unknown');
  return {
    view,
    text: `<b>${view}</b>`,
    keyboard: unknown ? [[{ text: 'Show', callback_data: 'show' }]] : [],
    done: ['succeeded', 'failed', 'cancelled'].includes(generation.state),
  };
};

function editor(options: Partial<ProgressEditorOptions> = {}): ProgressEditor {
  const one = createProgressEditor({
    database: rig.db,
    api: rig.api,
    draw,
    logger,
    pollMs: 10,
    gapMs: 30,
    ...options,
  });
  editors.push(one);
  return one;
}

async function tracked(seed: Parameters<typeof seedGeneration>[1]): Promise<string> {
  const id = await seedGeneration(rig.db, seed);
  await trackProgress(rig.db, { generationId: id, chatId: 5, messageId: 77 });
  return id;
}

const go = async (id: string, state: Generation['state']): Promise<void> => {
  await rig.db.updateTable('generations').set({ state }).where('id', '=', id).execute();
};
const edits = () => rig.bots.callsOf('editMessageText').map(({ params }) => params['text']);
const row = (id: string) =>
  rig.db
    .selectFrom('progress_messages')
    .selectAll()
    .where('generation_id', '=', id)
    .executeTakeFirstOrThrow();

test('follows a generation to its end, each look once, and stops looking then', async () => {
  const id = await tracked({ state: 'running' });
  editor().start();
  editor().start();
  await until(() => edits().length === 1);
  await go(id, 'storing');
  await until(() => edits().length === 2);
  await go(id, 'succeeded');
  await until(async () => (await row(id)).done);
  expect(edits()).toEqual(['<b>running</b>', '<b>storing</b>', '<b>succeeded</b>']);
  expect(rig.bots.callsOf('editMessageText')[0]?.params).toMatchObject({ chat_id: 5, message_id: 77 });
});

test('not done before each delivery has ended; an unknown one gets its button', async () => {
  const id = await tracked({ state: 'succeeded', files: [png], parts: [[0]] });
  editor().start();
  await until(() => edits().includes('<b>succeeded pending</b>'));
  expect((await row(id)).done).toBe(false);
  await rig.db.updateTable('deliveries').set({ state: 'unknown' }).execute();
  await until(async () => (await row(id)).done);
  expect(rig.bots.callsOf('editMessageText').at(-1)?.params).toMatchObject({
    text: '<b>succeeded unknown</b>',
    reply_markup: { inline_keyboard: [[{ text: 'Show' }]] },
  });
});

test('at most one edit in the gap, and the last state wins', async () => {
  const id = await tracked({ state: 'queued' });
  const one = editor({ gapMs: 1_000_000 });
  one.start();
  await until(async () => (await row(id)).shown === 'queued');
  await go(id, 'submitting');
  await go(id, 'running');
  one.kick();
  await new Promise((wait) => setTimeout(wait, 50));
  await go(id, 'storing');
  expect(edits()).toEqual(['<b>queued</b>']);
  await rig.db
    .updateTable('progress_messages')
    .set({ next_edit_at: new Date(0) })
    .execute();
  await until(() => edits().length === 2);
  expect(edits()).toEqual(['<b>queued</b>', '<b>storing</b>']);
});

test('what did not change is not drawn again, unless the drawing asked for it', async () => {
  const id = await tracked({ state: 'running' });
  let look = 0;
  const one = editor({
    draw: async (...given) => {
      const clock = given[0].state === 'running' ? Math.floor((look += 1) / 2) : 'end';
      return { ...(await draw(...given)), view: `clock ${clock}`, text: `clock ${clock}`, nextEditInMs: 15 };
    },
  });
  one.start();
  await until(() => edits().length >= 3);
  await go(id, 'failed');
  await until(async () => (await row(id)).done);
  await one.stop();

  await tracked({ state: 'running' });
  draws = 0;
  const two = editor({ gapMs: 0 });
  two.start();
  await until(() => edits().includes('<b>running</b>'));
  await new Promise((wait) => setTimeout(wait, 120));
  // Once to edit, once to see that nothing is left to do.
  expect(draws).toBe(2);
});

test('a flood is waited out, a lost edit repeated, a blocked bot ends it', async () => {
  const id = await tracked({ state: 'running' });
  rig.bots.next('editMessageText', {
    error: [429, 'Too Many Requests: retry after 60', { retry_after: 60 }],
  });
  editor().start();
  await until(() => edits().length === 1);
  await until(async () => (await row(id)).next_edit_at.getTime() > Date.now() + 50_000);
  rig.bots.next('editMessageText', { lost: true });
  await rig.db
    .updateTable('progress_messages')
    .set({ next_edit_at: new Date(0) })
    .execute();
  await until(() => edits().length === 3);
  await until(async () => (await row(id)).shown === 'running');
  rig.bots.next('editMessageText', { error: [403, 'Forbidden: bot was blocked by the user'] });
  await go(id, 'storing');
  await until(async () => (await row(id)).done);
  expect(await rig.db.selectFrom('users').select('reachable').executeTakeFirst()).toEqual({
    reachable: false,
  });
});

test('a deleted message: only the end is told, as a new one', async () => {
  const id = await tracked({ state: 'running' });
  const gone = { error: [400, 'Bad Request: message to edit not found'] } as const;
  rig.bots.next('editMessageText', gone, gone);
  editor().start();
  await until(async () => (await row(id)).shown === 'running');
  expect(rig.bots.messages).toHaveLength(0);
  await go(id, 'failed');
  await until(async () => (await row(id)).done);
  expect(rig.bots.messages.map(({ call }) => call.params['text'])).toEqual(['<b>failed</b>']);
});

test('a drawing that throws does not stop the others; several hundred are followed', async () => {
  const bad = await tracked({ state: 'running' });
  const ids: string[] = [];
  for (let n = 0; n < 250; n += 1) ids.push(await tracked({ state: 'failed' }));
  editor({
    draw: (generation, deliveries) =>
      generation.id === bad ? Promise.reject(new Error('cannot draw')) : draw(generation, deliveries),
  }).start();
  await until(async () => {
    const { count } = await rig.db
      .selectFrom('progress_messages')
      .select((eb) => eb.fn.countAll().as('count'))
      .where('done', '=', true)
      .executeTakeFirstOrThrow();
    return Number(count) === ids.length;
  });
  expect((await row(bad)).done).toBe(false);
});
