import { get, groupId, pathOf, post, userId } from './api.js';
import { createAttach } from './attach.js';
import { createCalls } from './calls.js';
import { createChat } from './chat.js';
import { createComposer } from './composer.js';
import { alertSheet, closeSheet, openSheet, toast } from './dialogs.js';
import { avatar, byId, h, safeUrl } from './dom.js';
import { createFaults } from './faults.js';
import { createMore, createPeople, drawPerson } from './people.js';

const TYPING_MS = 5500;
const ACTIONS = {
  typing: 'typing',
  upload_photo: 'sending a photo',
  record_video: 'recording a video',
  upload_video: 'sending a video',
  record_voice: 'recording a voice message',
  upload_voice: 'sending a voice message',
  upload_document: 'sending a file',
};

const query = new URLSearchParams(location.search);
const state = { view: undefined, /** callback id -> { messageId, row, column } */ waiting: new Map() };
let typingTimer;

const actions = {
  command: (text) => void composer.sendText(text),
  reply: (message) => composer.setReply(message),
  jumpTo: (id) => chat.jumpTo(id),
  isWaiting: (messageId, row, column) =>
    [...state.waiting.values()].some(
      (entry) => entry.messageId === messageId && entry.row === row && entry.column === column,
    ),
  press: (message, button, row, column) => void press(message, button, row, column),
};
const composer = createComposer({ startPayload: query.get('start') ?? '' });
const chat = createChat(actions);
const calls = createCalls();
const faults = createFaults();
createAttach();
createPeople({ view: () => state.view });
createMore({ view: () => state.view });

async function press(message, button, row, column) {
  const id = message.message_id;
  if (button.pay === true) {
    await pay(message);
  } else if (button.callback_data !== undefined) {
    if (actions.isWaiting(id, row, column)) return;
    const marker = `pending:${id}:${row}:${column}`;
    state.waiting.set(marker, { messageId: id, row, column });
    chat.refresh(id);
    try {
      const { callbackId } = await post('/sim/tap', { messageId: id, row, column });
      // The answer may have come before this one.
      if (answered.delete(callbackId)) return;
      state.waiting.set(callbackId, { messageId: id, row, column });
    } finally {
      state.waiting.delete(marker);
      chat.refresh(id);
    }
  } else if (button.copy_text !== undefined) {
    await navigator.clipboard?.writeText(button.copy_text.text);
    toast('Copied');
  } else {
    toast('This kind of button is not part of the simulation.');
  }
}

const answered = new Set();

function settleTap(callbackId) {
  const entry = state.waiting.get(callbackId);
  if (entry === undefined) {
    answered.add(callbackId);
    return;
  }
  state.waiting.delete(callbackId);
  chat.refresh(entry.messageId);
}

async function pay(message) {
  const { title, description, total_amount: amount } = message.invoice;
  const confirm = h(
    'button',
    { type: 'button', class: 'primary', data: { testid: 'pay-confirm' } },
    `Pay ⭐️ ${amount}`,
  );
  confirm.addEventListener('click', async () => {
    confirm.disabled = true;
    confirm.textContent = 'Paying …';
    try {
      const result = await post('/sim/pay', { messageId: message.message_id });
      closeSheet();
      if (result.paid) toast(`You paid ⭐️ ${amount}`);
      else await alertSheet(result.error, 'Payment failed');
    } catch {
      closeSheet();
    }
  });
  await openSheet(
    'pay-dialog',
    h('h2', {}, title),
    h('p', { class: 'body' }, description),
    h('div', { class: 'pay-total' }, h('span', {}, 'Total'), h('span', {}, `⭐️ ${amount}`)),
    h('p', { class: 'muted' }, 'Simulated Stars. Nobody is charged.'),
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', on: { click: closeSheet } }, 'Cancel'),
      confirm,
    ),
  );
}

function drawFrame() {
  const { view } = state;
  const title = view.chat.title ?? view.name;
  byId('bot-name').textContent = title;
  document.title = `${title} – Simulated Telegram`;
  byId('bot-avatar').replaceWith(Object.assign(avatar(title, view.chat.id), { id: 'bot-avatar' }));
  if (!byId('status').classList.contains('active')) byId('status').textContent = idleStatus();
  drawPerson(view.user);
  composer.setCommands(view.commands);
  composer.setMode(view);
  const empty = byId('empty');
  empty.hidden = !chat.isEmpty();
  byId('messages').hidden = !empty.hidden;
  empty.replaceChildren(
    h(
      'div',
      { class: 'empty-card' },
      avatar(view.name, view.bot.id, 'huge'),
      h('h2', {}, view.name),
      h(
        'p',
        {},
        view.description === ''
          ? 'No messages here yet. Press Start to say hello to the bot.'
          : view.description,
      ),
    ),
  );
}

const idleStatus = () => (groupId === undefined ? 'bot' : `group with ${state.view?.name ?? 'the bot'}`);

function showTyping(action) {
  const status = byId('status');
  clearTimeout(typingTimer);
  status.textContent = action === undefined ? idleStatus() : (ACTIONS[action] ?? action.replaceAll('_', ' '));
  status.classList.toggle('active', action !== undefined);
  status.dataset.action = action ?? '';
  if (action !== undefined) typingTimer = setTimeout(() => showTyping(undefined), TYPING_MS);
}

const handlers = {
  message({ message, reactions, keyboard }) {
    if (message.from.is_bot) showTyping(undefined);
    state.view.started = true;
    chat.put(message, reactions);
    composer.setKeyboard(keyboard);
    drawFrame();
  },
  edit: ({ message, reactions }) => chat.put(message, reactions),
  delete({ messageIds }) {
    chat.remove(messageIds);
    drawFrame();
  },
  action: ({ action }) => showTyping(action),
  callback_answer({ callbackId, text, alert, url }) {
    settleTap(callbackId);
    if (alert && text !== '') void alertSheet(text);
    else toast(text);
    const href = url === undefined ? undefined : safeUrl(url);
    if (href !== undefined) window.open(href, '_blank', 'noopener');
  },
  callback_expired: ({ callbackId }) => settleTap(callbackId),
  chat({ blocked }) {
    state.view.blocked = blocked;
    drawFrame();
  },
  commands(data) {
    Object.assign(state.view, data);
    drawFrame();
  },
  call: (call) => calls.add(call),
  faults: (list) => faults.draw(list),
  reset() {
    void load();
  },
};

async function load() {
  const name = query.get('name');
  const languageCode = query.get('lang');
  if (name !== null || languageCode !== null) {
    await post('/sim/users', {
      id: userId,
      ...(name === null ? {} : { name }),
      ...(languageCode === null ? {} : { languageCode }),
    });
  }
  state.view = await get('/sim/chat');
  state.waiting = new Map();
  void calls.load();
  void faults.load();
  chat.load(state.view);
  composer.setKeyboard(state.view.keyboard ?? null);
  drawFrame();
  document.body.dataset.ready = 'true';
}

const source = new EventSource(pathOf('/sim/events'));
// Also after a lost connection: what happened in between is in the loaded view.
source.addEventListener('open', () => void load());
source.addEventListener('error', () => showTyping(undefined));
for (const [type, handle] of Object.entries(handlers)) {
  source.addEventListener(type, (event) => {
    if (state.view !== undefined || type === 'call' || type === 'reset') handle(JSON.parse(event.data));
  });
}
