import { post } from './api.js';
import { openMenu } from './dialogs.js';
import { byId, h, icon } from './dom.js';
import { summaryOf } from './message.js';

/** The input field with everything around it: commands, the bot's keyboard, replies, Start and Restart. */
export function createComposer({ startPayload }) {
  const form = byId('composer');
  const input = byId('input');
  const bar = byId('reply-bar');
  const panel = byId('reply-keyboard');
  const commandsButton = byId('commands-button');
  const keyboardButton = byId('keyboard-button');
  let commands = [];
  let keyboard = null;
  let panelOpen = true;
  let replyTo;

  const sendText = async (text) => {
    const trimmed = text.trim();
    if (trimmed === '') return;
    const reply = replyTo;
    setReply(undefined);
    await post('/sim/message', {
      text: trimmed,
      ...(reply === undefined ? {} : { replyTo: reply.message_id }),
    });
  };

  function setReply(message) {
    replyTo = message;
    bar.hidden = message === undefined;
    if (message === undefined) return;
    const close = h(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': 'Do not reply' },
      icon('M6 6l12 12M18 6L6 18', true),
    );
    close.addEventListener('click', () => setReply(undefined));
    bar.replaceChildren(
      h(
        'div',
        { class: 'quote' },
        h('b', {}, `Reply to ${message.from.first_name}`),
        h('span', {}, summaryOf(message)),
      ),
      close,
    );
    input.focus();
  }

  function drawKeyboard() {
    const rows = keyboard?.keyboard;
    keyboardButton.hidden = rows === undefined;
    panel.hidden = rows === undefined || !panelOpen;
    input.placeholder = keyboard?.input_field_placeholder ?? 'Message';
    if (rows === undefined) return;
    panel.replaceChildren(
      ...rows.map((buttons) =>
        h(
          'div',
          { class: 'key-row' },
          buttons.map(({ text }) =>
            h(
              'button',
              {
                type: 'button',
                data: { testid: 'reply-button', button: text },
                on: {
                  click: () => {
                    if (keyboard?.one_time_keyboard === true) panelOpen = false;
                    drawKeyboard();
                    void sendText(text);
                  },
                },
              },
              text,
            ),
          ),
        ),
      ),
    );
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value;
    input.value = '';
    void sendText(text);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  keyboardButton.addEventListener('click', () => {
    panelOpen = !panelOpen;
    drawKeyboard();
  });
  commandsButton.addEventListener('click', () => {
    const entries = commands.map(({ command, description }) => ({
      label: h('span', { class: 'command' }, h('b', {}, `/${command}`), ' ', h('span', {}, description)),
      testId: 'command-item',
      data: { command },
      className: 'command',
      run: () => void sendText(`/${command}`),
    }));
    openMenu(commandsButton, entries, { above: true });
  });
  byId('start-button').addEventListener(
    'click',
    () => void sendText(startPayload === '' ? '/start' : `/start ${startPayload}`),
  );
  byId('restart-button').addEventListener('click', () => {
    void post('/sim/unblock', {}).then(() => sendText('/start'));
  });

  return {
    sendText,
    setReply,
    setCommands(list) {
      commands = list;
      commandsButton.hidden = list.length === 0;
    },
    setKeyboard(next) {
      if (JSON.stringify(next) === JSON.stringify(keyboard)) return;
      keyboard = next;
      panelOpen = true;
      drawKeyboard();
    },
    /** Which of Start, Restart and the input field is there. */
    setMode({ started, blocked }) {
      byId('start-button').hidden = started || blocked;
      byId('restart-button').hidden = !blocked;
      form.hidden = !started || blocked;
      panel.hidden = form.hidden || keyboard === null || !panelOpen;
    },
  };
}
