import { h, safeUrl } from './dom.js';

/** Tags of the entities that only wrap. */
const WRAPPERS = { bold: 'b', italic: 'i', underline: 'u', strikethrough: 's', code: 'code' };

/** Turns a text and its entities into nodes. Entities nest; offsets count UTF-16 units, as JavaScript does. */
export function renderText(text, entities = [], { onCommand } = {}) {
  const sorted = entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  let index = 0;
  const build = (start, end) => {
    const nodes = [];
    let position = start;
    while (index < sorted.length && sorted[index].offset < end) {
      const entity = sorted[index];
      index += 1;
      const from = Math.max(position, entity.offset);
      const to = Math.min(end, entity.offset + entity.length);
      if (to <= from) continue;
      if (from > position) nodes.push(text.slice(position, from));
      nodes.push(wrap(entity, text.slice(from, to), build(from, to), onCommand));
      position = to;
    }
    if (position < end) nodes.push(text.slice(position, end));
    return nodes;
  };
  return build(0, text.length);
}

function wrap(entity, plain, children, onCommand) {
  const { type } = entity;
  if (type in WRAPPERS) return h(WRAPPERS[type], {}, children);
  switch (type) {
    case 'pre':
      return h('pre', { data: entity.language === undefined ? {} : { language: entity.language } }, children);
    case 'blockquote':
      return h('blockquote', {}, children);
    case 'expandable_blockquote': {
      const quote = h('blockquote', { class: 'folded' }, children);
      quote.addEventListener('click', () => quote.classList.toggle('folded'));
      return quote;
    }
    case 'spoiler': {
      const spoiler = h('span', { class: 'spoiler' }, children);
      spoiler.addEventListener('click', () => spoiler.classList.add('open'));
      return spoiler;
    }
    case 'text_link':
      return link(entity.url ?? '', children);
    case 'url':
      return link(/^https?:/i.test(plain) ? plain : `http://${plain}`, children);
    case 'bot_command':
      return h(
        'button',
        { type: 'button', class: 'reference', on: { click: () => onCommand?.(plain) } },
        children,
      );
    default:
      return h('span', { class: 'reference' }, children);
  }
}

function link(address, children) {
  const href = safeUrl(address);
  if (href === undefined) return h('span', {}, children);
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer', title: href }, children);
}

/** One to three emoji and nothing else are shown large. */
export function isJumbo(text, entities = []) {
  return (
    entities.length === 0 &&
    /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*\s?){1,3}$/u.test(
      text,
    )
  );
}
