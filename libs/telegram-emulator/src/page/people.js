import { get, groupId, post, userId } from './api.js';
import { openMenu, promptSheet } from './dialogs.js';
import { avatar, byId, h } from './dom.js';

const NAMES = ['Ann', 'Bob', 'Carol', 'Dan', 'Eve', 'Frank', 'Grace', 'Henry'];
const THEME_KEY = 'telegram-emulator-theme';

/** Another person, group or bot; what is not named stays as it is. */
const goTo = (change) => {
  const url = new URL(location.href);
  const now = url.searchParams;
  const wanted = { user: userId, chat: groupId, bot: now.get('bot') ?? undefined, ...change };
  const known = Object.entries(wanted).filter(([, value]) => value !== undefined);
  url.search = String(new URLSearchParams(known.map(([name, value]) => [name, String(value)])));
  location.assign(url);
};

async function addGroup(users) {
  const title = await promptSheet('Title of the new group', 'Friends');
  if (title === undefined) return;
  const others = users.map((user) => user.id).filter((id) => id !== userId);
  const group = await post('/sim/groups', { title, members: [userId, ...others] });
  goTo({ chat: group.id });
}

async function addPerson(users) {
  const free = NAMES.find((name) => users.every((user) => user.first_name !== name)) ?? 'New person';
  const name = await promptSheet('Name of the new person', free);
  if (name === undefined) return;
  const user = await post('/sim/users', { user: undefined, name });
  goTo({ user: user.id, chat: undefined });
}

/** The button that shows who you are and lets you be somebody else. */
export function drawPerson(user) {
  const button = byId('person-button');
  button.title = `You are ${user.first_name} (${user.id})`;
  button.replaceChildren(avatar(user.first_name, user.id, 'small'), h('span', {}, user.first_name));
}

export function createPeople({ view }) {
  const button = byId('person-button');
  button.addEventListener('click', async () => {
    const users = await get('/sim/users');
    const { groups, bots, bot } = view();
    const chats = [
      ...(groupId === undefined
        ? []
        : [
            {
              label: 'Private chat with the bot',
              testId: 'private-item',
              run: () => goTo({ chat: undefined }),
            },
          ]),
      ...groups
        .filter((group) => group.id !== groupId)
        .map((group) => ({
          label: h('span', { class: 'who' }, avatar(group.title, group.id, 'small'), group.title),
          testId: 'group-item',
          data: { chat: String(group.id) },
          run: () => goTo({ chat: group.id }),
        })),
      ...bots
        .filter((other) => other.id !== bot.id)
        .map((other) => ({
          label: h(
            'span',
            { class: 'who' },
            avatar(other.first_name, other.id, 'small'),
            `@${other.username}`,
          ),
          testId: 'bot-item',
          data: { bot: other.username },
          run: () => goTo({ bot: other.username, chat: undefined }),
        })),
    ];
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
        run: () => goTo({ user: user.id }),
      })),
      { label: '+ New person', testId: 'user-add', run: () => void addPerson(users) },
      ...chats,
      { label: '+ New group', testId: 'group-add', run: () => void addGroup(users) },
    ]);
  });
}

function setTheme(theme) {
  if (theme === null) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** What the people of a group can do with it and its bot. */
const groupEntries = ({ bot }) => [
  {
    label: 'Make the bot administrator',
    testId: 'promote-button',
    run: () => void post('/sim/groups/promote', { user: bot.id }),
  },
  {
    label: 'Make it a supergroup',
    testId: 'migrate-button',
    run: async () => goTo({ chat: (await post('/sim/groups/migrate', {})).id }),
  },
  {
    label: 'Remove the bot',
    testId: 'remove-bot-button',
    danger: true,
    run: () => void post('/sim/groups/remove', { user: bot.id, by: userId }),
  },
  {
    label: 'Add the bot again',
    testId: 'add-bot-button',
    run: () => void post('/sim/groups/add', { user: bot.id, by: userId }),
  },
];

/** The three dots: theme, the side pane, and stopping the bot or changing the group. */
export function createMore({ view }) {
  const isBlocked = () => view()?.blocked === true;
  const blockEntry = () => ({
    label: isBlocked() ? 'Restart bot' : 'Stop and block bot',
    testId: 'block-button',
    danger: !isBlocked(),
    run: () => void post(isBlocked() ? '/sim/unblock' : '/sim/block', {}),
  });
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
      ...(groupId === undefined ? [blockEntry()] : groupEntries(view())),
    ]);
  });
}
