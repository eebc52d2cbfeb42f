import { groupId, userId } from './api.js';
import { h, safeUrl } from './dom.js';
import { isJumbo, renderText } from './entities.js';
import { isVisual, mediaKind, renderMedia } from './media.js';

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const NAMES = {
  photo: 'Photo',
  video: 'Video',
  animation: 'GIF',
  audio: 'Audio',
  voice: 'Voice message',
  document: 'File',
};

/** One line that stands for a message, in quotes. */
export function summaryOf(message) {
  const text = message.text ?? message.caption;
  if (text !== undefined) return text;
  if (message.invoice !== undefined) return message.invoice.title;
  return NAMES[mediaKind(message)] ?? 'Message';
}

/** The exact time is written when somebody points at it: a thousand of them would take longer than all the rest. */
function meta(message, over) {
  const date = new Date(message.date * 1000);
  const edited = message.edit_date === undefined ? '' : 'edited ';
  const sent = message.from.id === userId ? ' ✓✓' : '';
  const node = h('span', { class: over ? 'meta over' : 'meta' }, `${edited}${clock.format(date)}${sent}`);
  node.addEventListener('pointerenter', () => (node.title = exact.format(date)), { once: true });
  return node;
}

function quote(message, actions) {
  const node = h(
    'div',
    { class: 'quote' },
    h('b', {}, message.from.first_name),
    h('span', {}, summaryOf(message)),
  );
  node.addEventListener('click', () => actions.jumpTo(message.message_id));
  return node;
}

function invoiceCard({ title, description, total_amount: amount }) {
  return h(
    'div',
    { class: 'invoice', data: { testid: 'invoice' } },
    h('h3', {}, title),
    h('p', {}, description),
    h('span', { class: 'price' }, `⭐️ ${amount} Stars`),
  );
}

function keyButton(message, button, row, column, actions) {
  const data = { testid: 'inline-button', button: button.text, row: String(row), column: String(column) };
  if (button.callback_data !== undefined) data.callback = button.callback_data;
  const href = button.url === undefined ? undefined : safeUrl(button.url);
  if (href !== undefined) {
    const corner = h('span', { class: 'corner', 'aria-hidden': 'true' }, '↗');
    return h('a', { href, target: '_blank', rel: 'noopener noreferrer', data }, button.text, corner);
  }
  const waiting = button.callback_data !== undefined && actions.isWaiting(message.message_id, row, column);
  return h(
    'button',
    {
      type: 'button',
      data,
      class: waiting ? 'waiting' : '',
      'aria-busy': waiting ? 'true' : undefined,
      on: { click: () => actions.press(message, button, row, column) },
    },
    button.text,
  );
}

function keyboard(message, actions) {
  const rows = message.reply_markup?.inline_keyboard;
  if (rows === undefined) return null;
  return h(
    'div',
    { class: 'keys', data: { testid: 'inline-keyboard' } },
    rows.map((buttons, row) =>
      h(
        'div',
        { class: 'key-row' },
        buttons.map((button, column) => keyButton(message, button, row, column, actions)),
      ),
    ),
  );
}

function reactions(entry) {
  const all = [...(entry?.bot ?? []), ...(entry?.user ?? [])];
  if (all.length === 0) return null;
  return h(
    'div',
    { class: 'reactions' },
    all.map((reaction) => h('span', {}, reaction.emoji ?? '⭐️')),
  );
}

function serviceText(message) {
  if (message.successful_payment !== undefined) {
    return `You paid ⭐️ ${message.successful_payment.total_amount}`;
  }
  if (message.refunded_payment !== undefined) {
    return `⭐️ ${message.refunded_payment.total_amount} were refunded`;
  }
  const names = message.new_chat_members?.map((user) => user.first_name).join(', ');
  if (names !== undefined) return `${names} joined the group`;
  if (message.left_chat_member !== undefined) return `${message.left_chat_member.first_name} left the group`;
  if (message.group_chat_created === true || message.supergroup_chat_created === true) {
    return `${message.from.first_name} created the group`;
  }
  if (message.migrate_to_chat_id !== undefined) return 'The group became a supergroup and goes on there';
  if (message.migrate_from_chat_id !== undefined) return 'This supergroup was a group before';
  if (message.forum_topic_created !== undefined)
    return `Topic “${message.forum_topic_created.name}” was opened`;
  return undefined;
}

/** Draws one message, or the messages of one album, as a block of the chat. */
export function renderBlock(messages, { actions, reactionsOf, isFirst }) {
  const head = messages[0];
  const out = head.from.id === userId;
  const service = serviceText(head);
  const id = {
    messageId: String(head.message_id),
    from: head.from.is_bot ? 'bot' : 'user',
    testid: 'message',
  };
  if (service !== undefined) {
    return h('div', { class: 'service', data: { ...id, kind: 'service' } }, service);
  }
  const captioned = messages.find((message) => message.caption !== undefined) ?? head;
  const text = head.text ?? captioned.caption;
  const entities = head.text === undefined ? captioned.caption_entities : head.entities;
  const visual = isVisual(head);
  const parts = [];
  if (groupId !== undefined && !out && isFirst) {
    const name = h('div', { class: 'sender', data: { testid: 'sender' } }, head.from.first_name);
    parts.push(h('div', { class: 'content' }, name));
  }
  if (head.reply_to_message !== undefined) {
    parts.push(h('div', { class: 'content' }, quote(head.reply_to_message, actions)));
  }
  const media = messages.length > 1 ? album(messages, visual) : renderMedia(head);
  if (media !== undefined) parts.push(media);
  if (head.invoice !== undefined) parts.push(h('div', { class: 'content' }, invoiceCard(head.invoice)));
  if (text !== undefined) {
    const jumbo = head.text !== undefined && isJumbo(text, entities) ? ' jumbo' : '';
    const body = h(
      'div',
      { class: `text${jumbo}`, dir: 'auto', data: { testid: 'message-text' } },
      renderText(text, entities, { onCommand: actions.command }),
    );
    const block = h('div', { class: 'content' }, body, meta(head, false));
    const first = head.show_caption_above_media === true;
    if (first) parts.unshift(block);
    else parts.push(block);
  }
  if (text === undefined && visual) parts.push(meta(head, true));
  else if (text === undefined) parts.at(-1)?.append(meta(head, false));
  const bubble = h('div', { class: 'bubble' }, parts, reactions(reactionsOf(head.message_id)));
  const width = messages.length === 1 && visual ? media?.style.width : '';
  if (width) bubble.style.width = `min(${width}, 100%)`;
  const keys = keyboard(head, actions);
  const classes = [
    'message',
    out ? 'out' : '',
    isFirst ? 'first' : '',
    keys === null ? '' : 'has-keys',
    head.edit_date === undefined ? '' : 'edited',
  ];
  const kind =
    messages.length > 1 ? 'album' : (mediaKind(head) ?? (head.invoice === undefined ? 'text' : 'invoice'));
  const node = h('article', { class: classes.join(' '), data: { ...id, kind } }, bubble, keys);
  node.addEventListener('dblclick', (event) => {
    if (event.target.closest('button, a, video, audio, input') === null) actions.reply(head);
  });
  return node;
}

function album(messages, visual) {
  const count = messages.length;
  const items = messages.map((message, index) => {
    const node = visual ? renderMedia(message, { inAlbum: true }) : h('div', {}, renderMedia(message));
    node.dataset.messageId = String(message.message_id);
    node.dataset.testid = 'album-item';
    // The last row is filled: one left over takes the whole width, two left over take half each.
    const rest = count % 3;
    if (count > 2 && count !== 4 && rest === 1 && index === 0) node.classList.add('full');
    if (count > 2 && count !== 4 && rest === 2 && index < 2) node.classList.add('wide');
    return node;
  });
  return h('div', { class: `album${visual ? '' : ' files'}`, data: { count: String(count) } }, items);
}
