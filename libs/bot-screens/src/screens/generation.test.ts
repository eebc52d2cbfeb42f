import type { Generation } from '@kie/database';
import { registry } from '@kie/registry';
import { expect, test } from 'vitest';
import { textsOf } from '../texts/index.ts';
import { drawGeneration } from './generation.ts';

const now = Date.parse('2026-11-20T12:01:00Z');
const base: Generation = {
  id: '3f0c7f4e-0000-4000-8000-000000000001',
  number: 7,
  user_id: 1,
  chat_id: 1,
  intent_key: 'draft:1',
  model_id: 'z-image',
  input: { prompt: 'a fox' },
  price: 3,
  state: 'queued',
  attempt: 0,
  payload: null,
  request_sent_at: null,
  task_ref: null,
  task_id: null,
  next_check_at: new Date(now),
  locked_until: null,
  locked_by: null,
  tries: 0,
  deadline_at: null,
  retried: false,
  result: null,
  failure: null,
  credits_consumed: null,
  gift: false,
  created_at: new Date(now - 20_000),
  updated_at: new Date(now),
  finished_at: null,
};

const draw = (
  change: Partial<Generation>,
  deliveries: Parameters<typeof drawGeneration>[1]['deliveries'] = [],
) =>
  drawGeneration({ texts: textsOf('en'), registry, now }, { generation: { ...base, ...change }, deliveries });
const buttons = (drawn: ReturnType<typeof draw>) => (drawn.keyboard ?? []).flat().map(({ text }) => text);

test('each state has its sentence, and only the ends are done', () => {
  expect(draw({})).toMatchObject({ view: 'queued', done: false });
  expect(buttons(draw({}))).toEqual(['✖️ Cancel']);
  expect(draw({ state: 'submitting' }).keyboard).toEqual([]);
  expect(draw({ state: 'submit_unknown' }).text).toMatch(/do not pay twice/);
  expect(draw({ state: 'storing' }).done).toBe(false);
  expect(draw({ state: 'cancelled' })).toMatchObject({ done: true });
  expect(draw({ state: 'cancelled' }).text).toMatch(/3 credits returned/);
});

test('a place in the line is told while there is one', () => {
  const drawn = drawGeneration(
    { texts: textsOf('en'), registry, now },
    { generation: base, deliveries: [], position: 4 },
  );
  expect(drawn).toMatchObject({ view: 'queued:4' });
  expect(drawn.text).toMatch(/In line: 4/);
});

test('the running clock steps every 8 s and says when to look again', () => {
  expect(draw({ state: 'running' })).toMatchObject({ view: 'running:2:false', nextEditInMs: 4_000 });
  expect(draw({ state: 'running' }).text).toMatch(/16 s/);
});

test('a failure says why, and what about the money', () => {
  const failure = { code: '400', message: 'Content was <flagged>', category: 'moderation' };
  const { text } = draw({ state: 'failed', failure });
  expect(text).toMatch(/refused this request/);
  expect(text).toContain('Content was &lt;flagged&gt;');
  expect(text).toMatch(/3 credits returned/);
});

test('our own failures do not show their insides', () => {
  const failure = { code: 'handler_broke', message: 'secret inside', category: 'internal' };
  expect(draw({ state: 'failed', failure }).text).not.toContain('secret inside');
});

test('delivered, hidden by a crash, refused by Telegram', () => {
  const succeeded = { state: 'succeeded' } as const;
  expect(draw(succeeded, [{ state: 'sending', files: [0] }])).toMatchObject({ view: 'ready', done: false });
  expect(draw(succeeded, [{ state: 'sent', files: [0] }])).toMatchObject({ view: 'done', done: true });
  expect(buttons(draw(succeeded, [{ state: 'unknown', files: [0] }]))).toEqual(['👁 Show']);
  expect(buttons(draw(succeeded, [{ state: 'failed', files: [0] }]))).toEqual(['👁 Show']);
});

test('an album has no buttons of its own, so they stand under the last line', () => {
  expect(buttons(draw({ state: 'succeeded' }, [{ state: 'sent', files: [0, 1] }]))).toEqual([
    '🔁 Again · 3 cr',
    '⚙️ Change',
  ]);
});

test('a late result is a gift', () => {
  expect(draw({ state: 'failed', gift: true }, [{ state: 'sent', files: [0] }]).text).toMatch(/free/);
});
