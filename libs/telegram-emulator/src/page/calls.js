import { get } from './api.js';
import { byId, h } from './dom.js';

const KEPT = 200;
const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** The side pane: what the bot asks of Telegram, newest first. */
export function createCalls() {
  const list = byId('call-list');
  let count = 0;
  byId('api-root').textContent = location.origin;
  const pane = {
    add(call) {
      count += 1;
      byId('calls-empty').hidden = true;
      byId('call-count').textContent = `· ${count}`;
      const details = h('details', {});
      const status = call.status === 0 ? 'cut' : String(call.status);
      const note = call.fault === true ? ' fault' : '';
      const head = h(
        'summary',
        {},
        h('b', {}, call.method),
        h('i', {}, `${status}${note}`),
        h('time', {}, time.format(new Date(call.at))),
      );
      // Bodies are drawn when somebody looks.
      details.addEventListener('toggle', () => {
        if (!details.open || details.querySelector('pre') !== null) return;
        const answer = call.ok ? call.result : call.description;
        details.append(
          h('pre', {}, `${JSON.stringify(call.params, null, 1)}\n\n→ ${JSON.stringify(answer, null, 1)}`),
        );
      });
      details.append(head);
      const classes = call.ok ? 'call' : 'call failed';
      list.prepend(h('li', { class: classes, data: { testid: 'call', method: call.method } }, details));
      while (list.childElementCount > KEPT) list.lastElementChild.remove();
    },
    clear() {
      count = 0;
      list.replaceChildren();
      byId('calls-empty').hidden = false;
      byId('call-count').textContent = '';
    },
    /** Shows what was called before this page was opened. */
    async load() {
      const past = await get('/sim/calls', { limit: String(KEPT) });
      pane.clear();
      // A poll that waits or found nothing is no news.
      const isIdle = (call) =>
        call.method.toLowerCase() === 'getupdates' && (call.ok || call.durationMs === undefined);
      for (const call of past) if (!isIdle(call)) pane.add(call);
    },
  };
  return pane;
}
