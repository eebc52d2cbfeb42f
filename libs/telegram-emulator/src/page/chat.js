import { userId } from './api.js';
import { byId, h } from './dom.js';
import { renderBlock } from './message.js';

const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'long' });
const NEAR_END_PX = 120;

/** The list of messages: redraws only blocks whose messages changed and keeps the end in view. */
export function createChat(actions) {
  const scroller = byId('scroller');
  const list = byId('messages');
  const toEnd = byId('to-end');
  /** Message id -> message; ids rise, so insertion order is reading order. */
  let messages = new Map();
  let reactions = {};
  let blocks = new Map();
  let redraw = new Set();
  let atEnd = true;

  const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
  const scrollToEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  scroller.addEventListener('scroll', () => {
    atEnd = isAtEnd();
    toEnd.hidden = atEnd;
  });
  toEnd.addEventListener('click', () =>
    scroller.scrollTo({ top: scroller.scrollHeight, behavior: 'smooth' }),
  );
  // Pictures and players that load later, and a growing input field, must not push the end out of view.
  new ResizeObserver(() => {
    if (atEnd) scrollToEnd();
  }).observe(list);
  new ResizeObserver(() => {
    if (atEnd) scrollToEnd();
  }).observe(scroller);

  const group = () => {
    const groups = [];
    for (const message of messages.values()) {
      const last = groups.at(-1);
      const id = message.media_group_id;
      if (id !== undefined && last?.[0].media_group_id === id) last.push(message);
      else groups.push([message]);
    }
    return groups;
  };

  const days = new Map();
  const dayNode = (date) => {
    const node = days.get(date) ?? h('div', { class: 'day' }, date);
    days.set(date, node);
    return node;
  };

  /** Touches only what is new or gone: a node that is moved loses its place in a video. */
  const place = (nodes) => {
    const wanted = new Set(nodes);
    for (const node of list.querySelectorAll(':scope > *')) if (!wanted.has(node)) node.remove();
    let position = list.firstChild;
    for (const node of nodes) {
      if (node === position) position = position.nextSibling;
      else list.insertBefore(node, position);
    }
  };

  const draw = (animate) => {
    const nodes = [];
    const next = new Map();
    let previousDay = '';
    let previousFrom;
    for (const entry of group()) {
      const [head] = entry;
      const date = day.format(new Date(head.date * 1000));
      if (date !== previousDay) nodes.push(dayNode(date));
      const isFirst = date !== previousDay || previousFrom !== head.from.id;
      previousDay = date;
      previousFrom = head.from.id;
      const known = blocks.get(head.message_id);
      const same =
        known !== undefined &&
        known.isFirst === isFirst &&
        known.entry.length === entry.length &&
        entry.every((message, index) => known.entry[index] === message && !redraw.has(message.message_id));
      const block = same
        ? known
        : {
            entry,
            isFirst,
            node: renderBlock(entry, { actions, reactionsOf: (id) => reactions[id], isFirst }),
          };
      if (known === undefined && animate) block.node.classList.add('fresh');
      next.set(head.message_id, block);
      nodes.push(block.node);
    }
    blocks = next;
    redraw = new Set();
    place(nodes);
    if (atEnd) scrollToEnd();
  };

  return {
    load(view) {
      messages = new Map(view.messages.map((message) => [message.message_id, message]));
      reactions = view.reactions;
      blocks = new Map();
      atEnd = true;
      draw(false);
    },
    put(message, entry) {
      if (message.from.id === userId) atEnd = true;
      messages.set(message.message_id, message);
      if (entry !== undefined) reactions[message.message_id] = entry;
      redraw.add(message.message_id);
      draw(true);
    },
    remove(ids) {
      for (const id of ids) messages.delete(id);
      draw(false);
    },
    refresh(id) {
      redraw.add(id);
      draw(false);
    },
    jumpTo(id) {
      const node = list.querySelector(`[data-message-id="${id}"]`);
      node?.scrollIntoView({ block: 'center', behavior: 'smooth' });
      node?.classList.add('flash');
      setTimeout(() => node?.classList.remove('flash'), 1300);
    },
    isEmpty: () => messages.size === 0,
  };
}
