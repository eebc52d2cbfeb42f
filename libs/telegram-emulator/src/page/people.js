import { get, post, userId } from './api.js';
import { openMenu, promptSheet } from './dialogs.js';
import { avatar, byId, h } from './dom.js';

const NAMES = ['Ann', 'Bob', 'Carol', 'Dan', 'Eve', 'Frank', 'Grace', 'Henry'];
const THEME_KEY = 'telegram-emulator-theme';

const goTo = (id) => {
  const url = new URL(location.href);
  url.search = `?user=${id}`;
  location.assign(url);
};

async function addPerson(users) {
  const free = NAMES.find((name) => users.every((user) => user.first_name !== name)) ?? 'New person';
  const name = await promptSheet('Name of the new person', free);
  if (name === undefined) return;
  const user = await post('/sim/users', { user: undefined, name });
  goTo(user.id);
}

/** The button that shows who you are and lets you be somebody else. */
export function drawPerson(user) {
  const button = byId('person-button');
  button.title = `You are ${user.first_name} (${user.id})`;
  button.replaceChildren(avatar(user.first_name, user.id, 'small'), h('span', {}, user.first_name));
}

export function createPeople() {
  const button = byId('person-button');
  button.addEventListener('click', async () => {
    const users = await get('/sim/users');
    openMenu(button, [
      ...users.map((user) => ({
        label: h(
          'span',
          { class: 'who' },
          avatar(user.first_name, user.id, 'small'),
          `${user.first_name}${user.id === userId ? ' (you)' : ''}`,
        ),
        testId: 'user-item',
        data: { user: String(user.id) },
        run: () => goTo(user.id),
      })),
      { label: '+ New person', testId: 'user-add', run: () => void addPerson(users) },
    ]);
  });
}

function setTheme(theme) {
  if (theme === null) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** The three dots: theme, the side pane, and stopping the bot. */
export function createMore({ isBlocked }) {
  setTheme(localStorage.getItem(THEME_KEY));
  const button = byId('more-button');
  const root = document.documentElement;
  button.addEventListener('click', () => {
    const dark =
      root.dataset.theme === undefined
        ? matchMedia('(prefers-color-scheme: dark)').matches
        : root.dataset.theme === 'dark';
    openMenu(button, [
      {
        label: dark ? 'Light theme' : 'Dark theme',
        testId: 'theme-button',
        run() {
          localStorage.setItem(THEME_KEY, dark ? 'light' : 'dark');
          setTheme(dark ? 'light' : 'dark');
        },
      },
      ...(innerWidth < 1060
        ? []
        : [
            {
              label: root.dataset.calls === 'hidden' ? 'Show Bot API calls' : 'Hide Bot API calls',
              testId: 'calls-button',
              run() {
                root.dataset.calls = root.dataset.calls === 'hidden' ? 'shown' : 'hidden';
              },
            },
          ]),
      {
        label: isBlocked() ? 'Restart bot' : 'Stop and block bot',
        testId: 'block-button',
        danger: !isBlocked(),
        run: () => void post(isBlocked() ? '/sim/unblock' : '/sim/block', {}),
      },
    ]);
  });
}
