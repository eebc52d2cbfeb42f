import { byId, h } from './dom.js';

const TOAST_MS = 3500;

/** The short note that Telegram shows for an answered button. */
export function toast(text) {
  if (text === '') return;
  const note = h('div', { class: 'toast', data: { testid: 'toast' }, role: 'status' }, text);
  byId('toasts').replaceChildren(note);
  setTimeout(() => note.remove(), TOAST_MS);
}

/** Opens the one dialog with the given content; resolves when it closes. */
export function openSheet(testId, ...content) {
  const dialog = byId('dialog');
  if (dialog.open) dialog.close();
  dialog.dataset.testid = testId;
  dialog.replaceChildren(...content.filter((node) => node !== null));
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue), { once: true });
  });
}

export const closeSheet = () => byId('dialog').close();

/** The window that a bot shows with `show_alert`. */
export function alertSheet(text, title = '') {
  const ok = h('button', { type: 'button', data: { testid: 'alert-ok' }, on: { click: closeSheet } }, 'OK');
  return openSheet(
    'alert',
    title === '' ? null : h('h2', {}, title),
    h('p', { class: 'body' }, text),
    h('div', { class: 'actions' }, ok),
  );
}

/** A question with a one-line answer; undefined when cancelled. */
export async function promptSheet(title, value) {
  const input = h('input', {
    type: 'text',
    value,
    maxlength: 64,
    'aria-label': title,
    data: { testid: 'prompt-input' },
  });
  let answer;
  const accept = () => {
    answer = input.value.trim();
    closeSheet();
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') accept();
  });
  await openSheet(
    'prompt',
    h('h2', {}, title),
    input,
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', on: { click: closeSheet } }, 'Cancel'),
      h(
        'button',
        { type: 'button', class: 'primary', data: { testid: 'prompt-ok' }, on: { click: accept } },
        'OK',
      ),
    ),
  );
  return answer === '' ? undefined : answer;
}

/** A small menu at an element; entries are `{ label, run, testId, danger }`, nodes are allowed as labels. */
export function openMenu(anchor, entries, { above = false } = {}) {
  const menu = byId('menu');
  if (!menu.hidden && menu.dataset.owner === anchor.id) {
    closeMenu();
    return;
  }
  menu.dataset.owner = anchor.id;
  menu.replaceChildren(
    ...entries.map(({ label, run, testId, danger, data = {}, className = '' }) =>
      h(
        'button',
        {
          type: 'button',
          role: 'menuitem',
          class: `${className} ${danger === true ? 'danger' : ''}`,
          data: { testid: testId, ...data },
          on: {
            click: () => {
              closeMenu();
              run();
            },
          },
        },
        label,
      ),
    ),
  );
  menu.hidden = false;
  const box = anchor.getBoundingClientRect();
  const left = Math.min(
    Math.max(12, above ? box.left : box.right - menu.offsetWidth),
    innerWidth - menu.offsetWidth - 12,
  );
  menu.style.left = `${left}px`;
  menu.style.top = above ? '' : `${box.bottom + 6}px`;
  menu.style.bottom = above ? `${innerHeight - box.top + 8}px` : '';
  menu.querySelector('button')?.focus();
}

export function closeMenu() {
  byId('menu').hidden = true;
}

document.addEventListener('pointerdown', (event) => {
  const menu = byId('menu');
  const owner = menu.dataset.owner === undefined ? null : byId(menu.dataset.owner);
  if (!menu.contains(event.target) && owner?.contains(event.target) !== true) closeMenu();
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeMenu();
});
