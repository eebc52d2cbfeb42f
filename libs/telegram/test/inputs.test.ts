import { expect, test } from 'vitest';
import {
  createPoller,
  createWebhook,
  TelegramApiError,
  WebhookInUseError,
  type PollerOptions,
  type Update,
} from '../src/index.ts';
import { laneOf } from '../src/inbox/update.ts';
import {
  listeningLogger,
  logger,
  preCheckoutUpdate,
  quickClock,
  tapUpdate,
  textUpdate,
  until,
  useRig,
} from './rig.ts';

const rig = useRig();

/** A running poller; ends when `stop` is called. */
function poll(options: Partial<PollerOptions> = {}) {
  const controller = new AbortController();
  const poller = createPoller({
    api: rig.api,
    inbox: rig.inbox,
    logger,
    clock: quickClock(),
    random: () => 0,
    ...options,
  });
  const ended = poller.run(controller.signal);
  ended.catch(() => undefined);
  return {
    ended,
    async stop() {
      controller.abort();
      await ended;
    },
  };
}

const rows = () =>
  rig.db.selectFrom('inbox').select(['update_id', 'lane', 'state']).orderBy('update_id').execute();

test('lanes: a chat, its taps in the same one, payments in their own', () => {
  const lanes = [textUpdate(1, 5), tapUpdate(2, 5), preCheckoutUpdate(3, 5)].map((update) =>
    laneOf(update as Update),
  );
  expect(lanes).toEqual(['5', '5', 'pay:5']);
  const odd = [
    {},
    { message: null },
    { message: {} },
    { message: { chat: 'x' } },
    { callback_query: { from: { id: 9 } } },
  ];
  expect(odd.map((update) => laneOf({ update_id: 1, ...update } as Update))).toEqual([
    'other',
    'other',
    'other',
    'other',
    '9',
  ]);
});

test('polls into the inbox, confirms only what is written down, and stops at once', async () => {
  let kicks = 0;
  const poller = poll({ onUpdate: () => void (kicks += 1) });
  rig.bots.updates.push(...([textUpdate(1, 5), textUpdate(2, 5)] as { update_id: number }[]));
  await until(async () => (await rows()).length === 2);
  rig.bots.updates.push(textUpdate(3, 5) as { update_id: number });
  await until(async () => (await rows()).length === 3);
  await until(() => rig.bots.callsOf('getUpdates').at(-1)?.params['offset'] === 4);
  await poller.stop();
  expect(rig.bots.calls.slice(0, 2).map(({ method }) => method)).toEqual(['getWebhookInfo', 'deleteWebhook']);
  expect(rig.bots.callsOf('deleteWebhook')[0]?.params).toEqual({ drop_pending_updates: false });
  const asked = rig.bots.callsOf('getUpdates').map(({ params }) => params);
  expect(asked[0]).toEqual({
    timeout: 50,
    limit: 100,
    allowed_updates: ['message', 'edited_message', 'callback_query', 'pre_checkout_query', 'my_chat_member'],
  });
  expect(kicks).toBe(2);
});

test('a database that fails: the offset stays, the update comes again', async () => {
  let failures = 2;
  const inbox: PollerOptions['inbox'] = {
    ...rig.inbox,
    accept(updates, options) {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new Error('no database')) : rig.inbox.accept(updates, options);
    },
  };
  rig.bots.updates.push(textUpdate(1, 5) as { update_id: number });
  const poller = poll({ inbox });
  await until(async () => (await rows()).length === 1);
  await poller.stop();
  failures = 5;
  await expect(poll({ inbox }).ended).rejects.toThrow('no database');
});

test('drop pending: old updates are taken in as skipped, payments are not dropped', async () => {
  const { logger: heard, lines } = listeningLogger();
  const payment = textUpdate(3, 5) as { update_id: number; message: object };
  Object.assign(payment.message, { successful_payment: {} });
  const old = Array.from({ length: 150 }, (_, n) => textUpdate(n + 10, 5) as { update_id: number });
  rig.bots.updates.push(
    textUpdate(1, 5) as { update_id: number },
    preCheckoutUpdate(2, 5) as { update_id: number },
    payment,
    ...old,
  );
  const poller = poll({ dropPending: true, logger: heard });
  await until(() => rig.bots.callsOf('getUpdates').some(({ params }) => params['timeout'] === 50));
  rig.bots.updates.push(textUpdate(500, 5) as { update_id: number });
  await until(async () => (await rows()).length === 154);
  await poller.stop();
  expect((await rows()).filter(({ state }) => state === 'new').map(({ update_id }) => update_id)).toEqual([
    2, 3, 500,
  ]);
  expect(lines.join('')).toContain('151 updates from before the start were skipped');
});

test('a foreign webhook is refused, its host named and its path not; taken only with leave', async () => {
  const set = { result: { url: 'https://other.example/secret-path' } };
  rig.bots.next('getWebhookInfo', set);
  const error: unknown = await poll().ended.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(WebhookInUseError);
  expect(String(error)).toContain('other.example');
  expect(String(error)).not.toContain('secret-path');
  expect(rig.bots.callsOf('deleteWebhook')).toHaveLength(0);

  for (const leave of [
    { takeWebhook: true },
    { isOwnWebhook: (url: string) => url.startsWith('https://other.example/') },
  ]) {
    rig.bots.calls.length = 0;
    rig.bots.next('getWebhookInfo', set);
    const poller = poll(leave);
    await until(() => rig.bots.callsOf('getUpdates').length > 0);
    await poller.stop();
    expect(rig.bots.callsOf('deleteWebhook')).toHaveLength(1);
  }
});

test('409 is waited out for a while, then it is an error; 401 is one at once', async () => {
  const conflict = {
    error: [
      409,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    ],
  } as const;
  rig.bots.next('getUpdates', conflict, conflict, conflict);
  rig.bots.updates.push(textUpdate(1, 5) as { update_id: number });
  const poller = poll();
  await until(async () => (await rows()).length === 1);
  await poller.stop();

  rig.bots.next('getUpdates', ...Array.from({ length: 60 }, () => conflict));
  const lasting: unknown = await poll({ conflictPatienceMs: 30_000 }).ended.catch((error: unknown) => error);
  expect(lasting).toMatchObject({ code: 409 });
  expect(lasting).toBeInstanceOf(TelegramApiError);
  rig.bots.reset();

  rig.bots.next('getUpdates', { error: [401, 'Unauthorized'] });
  await expect(poll().ended).rejects.toMatchObject({ code: 401 });
});

test('a webhook set while polling is noticed: refused or deleted again', async () => {
  const conflict = { error: [409, "Conflict: can't use getUpdates method while webhook is active"] } as const;
  rig.bots.next('getUpdates', conflict);
  rig.bots.next('getWebhookInfo', { result: { url: '' } }, { result: { url: 'https://other.example/x' } });
  await expect(poll().ended).rejects.toBeInstanceOf(WebhookInUseError);
});

test('network errors, 5xx and 429 are waited out', async () => {
  rig.bots.next(
    'getUpdates',
    { lost: true },
    { raw: [502, 'x'] },
    { error: [429, 'Too Many Requests: retry after 9', { retry_after: 9 }] },
  );
  const clock = quickClock();
  rig.bots.updates.push(textUpdate(1, 5) as { update_id: number });
  const poller = poll({ clock });
  await until(async () => (await rows()).length === 1);
  await poller.stop();
  expect(clock.waits).toEqual([500, 1000, 9000]);
});

const secret = 'webhook-secret_1';
const post = (body: string | ReadableStream, headers: Record<string, string> = {}): Request =>
  new Request('http://bot/telegram/webhook', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret, ...headers },
    ...(typeof body !== 'string' ? { duplex: 'half' } : {}),
  });

test('the webhook says 200 only after the insert, and 200 again for a repeat', async () => {
  let kicks = 0;
  const webhook = createWebhook({ secret, inbox: rig.inbox, logger, onUpdate: () => void (kicks += 1) });
  const update = JSON.stringify(textUpdate(1, 5));
  expect((await webhook(post(update))).status).toBe(200);
  expect((await webhook(post(update))).status).toBe(200);
  expect(await rows()).toEqual([{ update_id: 1, lane: '5', state: 'new' }]);
  expect(kicks).toBe(1);
  const failing = createWebhook({
    secret,
    logger,
    inbox: { ...rig.inbox, accept: () => Promise.reject(new Error('x')) },
  });
  expect((await failing(post(update))).status).toBe(503);
});

test('the webhook refuses everything else with the reason and writes nothing', async () => {
  const webhook = createWebhook({ secret, inbox: rig.inbox, logger, maxBytes: 1000 });
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100)) });
  const cases: [Request, number][] = [
    [new Request('http://bot/'), 405],
    [post('{}', { 'x-telegram-bot-api-secret-token': '' }), 403],
    [post('{}', { 'x-telegram-bot-api-secret-token': `${secret}x` }), 403],
    [post('{}', { 'content-type': 'text/plain' }), 415],
    [post('x'.repeat(1001)), 413],
    [post(endless), 413],
    ...[
      '',
      '{',
      '[]',
      'null',
      '"x"',
      '{}',
      '{"update_id":"1"}',
      '{"update_id":1.5}',
      '{"update_id":1e30}',
    ].map((body): [Request, number] => [post(body), 400]),
    [post('{"update_id":1,"message":{"a\\u0000b":1}}'), 400],
  ];
  for (const [request, status] of cases) {
    const response = await webhook(request);
    expect([response.status, await response.text()]).toEqual([status, expect.stringMatching(/\w/)]);
  }
  expect(await rows()).toEqual([]);
  expect(() => createWebhook({ secret: '', inbox: rig.inbox, logger })).toThrow('1 to 256 characters');
});

test('texts that PostgreSQL cannot hold are taken in without the bad characters', async () => {
  const webhook = createWebhook({ secret, inbox: rig.inbox, logger });
  expect(
    (await webhook(post('{"update_id":1,"message":{"text":"a\\u0000b\\ud800c","__proto__":{"x":1}}}')))
      .status,
  ).toBe(200);
  expect(({} as { x?: number }).x).toBeUndefined();
});

test('pruning removes what is long done and keeps what is open', async () => {
  await rig.accept(...Array.from({ length: 6 }, (_, n) => textUpdate(n, n)));
  const states = ['new', 'applied', 'answered', 'skipped', 'parked', 'answered'] as const;
  for (const [id, state] of states.entries()) {
    const received_at = new Date(Date.now() - (id === 5 ? 0 : 10 * 86_400_000));
    await rig.db.updateTable('inbox').set({ state, received_at }).where('update_id', '=', id).execute();
  }
  expect(await rig.inbox.prune()).toBe(2);
  expect((await rows()).map(({ state }) => state)).toEqual(['new', 'applied', 'parked', 'answered']);
  expect(await rig.inbox.prune({ keepParkedMs: 0 })).toBe(1);
});
