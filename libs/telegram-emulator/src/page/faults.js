import { get, post, remove } from './api.js';
import { byId, h } from './dom.js';

const METHODS = [
  '*',
  'sendMessage',
  'sendPhoto',
  'sendVideo',
  'sendMediaGroup',
  'editMessageText',
  'answerCallbackQuery',
  'getFile',
  'getUpdates',
];

/** What can go wrong, in words, and the fault that makes it so. */
const KINDS = {
  'Flood limit (429, retry after 3 s)': { code: 429, retryAfter: 3 },
  'Server error (500)': { code: 500 },
  'Bad gateway (502)': { code: 502 },
  'Blocked by the user (403)': { code: 403, description: 'Forbidden: bot was blocked by the user' },
  'Connection cut': { drop: true },
  'Done, but the answer is lost': { drop: true, afterEffect: true },
  'Slow (5 s)': { delayMs: 5000 },
};

function nameOf({ method = '*', code, drop, afterEffect, delayMs, times }) {
  const kind = Object.entries(KINDS).find(
    ([, fault]) =>
      fault.code === code &&
      fault.drop === drop &&
      fault.afterEffect === afterEffect &&
      fault.delayMs === delayMs,
  );
  return `${method === '*' ? 'any call' : method}: ${kind?.[0] ?? `fault ${code ?? ''}`} × ${times}`;
}

const select = (label, testid, values) =>
  h(
    'select',
    { 'aria-label': label, data: { testid } },
    values.map(([value, text]) => h('option', { value }, text)),
  );

/** The fault switch: the next calls of the bot fail as chosen. */
export function createFaults() {
  const list = h('ul', { data: { testid: 'fault-list' } });
  const method = select(
    'Which calls',
    'fault-method',
    METHODS.map((name) => [name, name === '*' ? 'any call' : name]),
  );
  const kind = select(
    'What happens',
    'fault-kind',
    Object.keys(KINDS).map((name) => [name, name]),
  );
  const times = h('input', {
    type: 'number',
    min: '1',
    max: '999',
    value: '1',
    'aria-label': 'How often',
    data: { testid: 'fault-times' },
  });
  const add = h('button', { type: 'submit', data: { testid: 'fault-add' } }, 'Break');
  const clear = h(
    'button',
    { type: 'button', data: { testid: 'fault-clear' }, on: { click: () => void remove('/sim/faults') } },
    'Heal all',
  );
  const form = h('form', {}, method, kind, h('div', { class: 'fault-row' }, times, add, clear));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void post('/sim/faults', {
      user: undefined,
      chat: undefined,
      method: method.value,
      times: Number(times.value),
      ...KINDS[kind.value],
    });
  });
  byId('faults').append(h('summary', {}, 'Faults'), form, list);

  const draw = (faults) => {
    byId('faults').classList.toggle('active', faults.length > 0);
    clear.disabled = faults.length === 0;
    list.replaceChildren(
      ...faults.map((fault) => h('li', { data: { testid: 'fault-item' } }, nameOf(fault))),
    );
  };
  draw([]);
  return { draw, load: async () => draw(await get('/sim/faults')) };
}
