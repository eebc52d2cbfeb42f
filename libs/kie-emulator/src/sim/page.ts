import { allowedActions } from '../faults.ts';
import { realFailures } from '../tasks/failures.ts';

/**
 * The control page: what the control API does, for a person. One document without anything from elsewhere; all that
 * comes from callers is put in as text, never as markup.
 */
export function page(nonce: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>KIE, simulated</title>
<style nonce="${nonce}">${style}</style>
<header>
  <h1>KIE, simulated</h1>
  <p>No model runs here and nothing costs money. <span id="state" role="status"></span></p>
  <div id="time">Skip time:
    <button data-ms="10000">10 s</button><button data-ms="60000">1 min</button>
    <button data-ms="600000">10 min</button><button data-ms="86400000">1 day</button>
  </div>
</header>
<main>
  <section>
    <h2>Tasks</h2>
    <label>Fail with <select id="why"></select></label>
    <table><thead><tr><th>Task</th><th>Model</th><th>State</th><th>Result</th><th></th></tr></thead>
    <tbody id="tasks"></tbody></table>
  </section>
  <aside>
    <h2>Faults</h2>
    <form id="fault">
      <label>on <select id="on"></select></label>
      <label>do <select id="action"></select></label>
      <label>model <input id="model" placeholder="any" size="16"></label>
      <label>times <input id="times" type="number" min="1" value="1"></label>
      <button>Add</button>
    </form>
    <ul id="faults"></ul>
    <h2>Calls</h2>
    <ol id="calls"></ol>
  </aside>
</main>
<p id="problem" role="alert"></p>
<script nonce="${nonce}">const allowed = ${JSON.stringify(allowedActions)};
const failures = ${JSON.stringify(realFailures)};
${script}</script>
</html>`;
}

const style = `
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif }
body { margin: 0 auto; max-width: 1200px; padding: 0 16px }
header { border-bottom: 3px solid #d59f00 }
h1 { font-size: 1.3rem; margin: 12px 0 0 } h2 { font-size: 1rem; margin: 16px 0 6px }
main { display: grid; gap: 24px; grid-template-columns: minmax(0, 2fr) minmax(260px, 1fr) }
@media (max-width: 800px) { main { grid-template-columns: minmax(0, 1fr) } }
table { border-collapse: collapse; width: 100% } th { text-align: left }
td, th { border-bottom: 1px solid #8884; padding: 4px 8px 4px 0; vertical-align: top }
td:nth-child(4) { overflow-wrap: anywhere; width: 100% }
td:nth-child(1), td:nth-child(2), td:nth-child(3), td button { white-space: nowrap }
button { margin: 0 4px 4px 0; padding: 4px 10px; min-height: 28px }
label { display: inline-block; margin: 0 8px 6px 0 } #times { width: 4em } select { max-width: 100% }
ol, ul { padding-left: 0; list-style: none; font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
.fail { color: #c62828 } .success { color: #2e7d32 } #problem { color: #c62828; font-weight: 600 }
section { overflow-x: auto } td:nth-child(4) { min-width: 9em }`;

const script = `
const $ = (id) => document.getElementById(id);
const ask = async (method, path, body) => {
  const headers = { 'content-type': 'application/json' };
  const init = { method, headers, ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }) };
  const response = await fetch('/sim' + path, init);
  const answer = await response.json();
  $('problem').textContent = response.ok ? '' : answer.error;
  return answer;
};
const el = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text }, more);
const act = (text, run) => el('button', text, { type: 'button', onclick: async () => { await run(); await draw(); } });
const row = (task) => {
  const tr = document.createElement('tr');
  const open = task.successFlag === 0;
  const result = document.createElement('td');
  const urls = String(task.resultJson ?? '').match(/https?:[^"\\\\]+/g) ?? [];
  urls.forEach((url, index) => result.append(el('a', 'file ' + (index + 1), { href: url, target: '_blank', rel: 'noopener' }), ' '));
  if (task.failMsg) result.append(task.failMsg);
  const buttons = document.createElement('td');
  const path = '/tasks/' + task.taskId;
  if (open) buttons.append(act('Finish', () => ask('POST', path + '/finish')), act('Fail', () => ask('POST', path + '/fail', failures[$('why').selectedIndex])));
  else if (task.callBackUrl) buttons.append(act('Replay callback', () => ask('POST', path + '/callback')));
  tr.append(el('td', task.taskId.slice(0, 8), { title: task.taskId }), el('td', task.model),
    el('td', task.state, { className: task.state }), result, buttons);
  return tr;
};
let last = '';
async function draw() {
  const [state, tasks, faults, calls] = await Promise.all(
    ['/state', '/tasks?newest=100', '/faults', '/calls?newest=30'].map((path) => ask('GET', path)));
  const counts = Object.entries(state.tasks).map(([name, count]) => count + ' ' + name).join(', ') || 'none yet';
  $('state').textContent = new Date(state.now).toISOString().replace('T', ' ').slice(0, 19) + ' UTC, speed ' + state.speed
    + ', credits ' + Object.values(state.credits).join(' / ') + ', tasks: ' + counts;
  const seen = JSON.stringify([tasks, faults, calls]);
  if (seen === last) return; // a button that is being pressed must not be replaced
  last = seen;
  $('tasks').replaceChildren(...tasks.toReversed().map(row));
  $('faults').replaceChildren(...faults.map((fault) => {
    const item = el('li', fault.spec.on + ': ' + (fault.spec.action.type ?? fault.spec.action)
      + (fault.spec.model ? ' for ' + fault.spec.model : '') + ', struck ' + fault.struck + ' ');
    item.append(act('Remove', () => ask('DELETE', '/faults/' + fault.id)));
    return item;
  }));
  $('calls').replaceChildren(...calls.toReversed().map((call) => el('li', [call.method,
    call.kind === 'callback' ? 'callback' : call.path.split('?')[0], call.status ?? 'no answer',
    call.code === undefined ? '' : 'code ' + call.code, call.fault ? 'fault ' + call.fault : ''].join(' '))));
}
for (const button of $('time').querySelectorAll('button'))
  button.onclick = async () => { await ask('POST', '/advance', { ms: Number(button.dataset.ms) }); await draw(); };
const fill = (select, names) => select.replaceChildren(...names.map((name) => el('option', name)));
fill($('why'), failures.map((failure) => failure.failCode + ': ' + failure.failMsg));
fill($('on'), Object.keys(allowed));
$('on').onchange = () => fill($('action'), allowed[$('on').value]);
$('on').onchange();
const extra = { slow: { ms: 3000 }, late: { ms: 60000 }, http: { status: 502 }, error: { code: 500, msg: 'Internal Error' } };
$('fault').onsubmit = async (event) => {
  event.preventDefault();
  const type = $('action').value;
  const model = $('model').value.trim();
  await ask('POST', '/faults', { on: $('on').value, action: { type, ...extra[type] },
    times: Number($('times').value) || 1, ...(model && { model }) });
  await draw();
};
const loop = async () => {
  if (!document.hidden) await draw().catch((error) => { $('problem').textContent = 'The emulator does not answer: ' + error.message; });
  setTimeout(loop, 1000);
};
loop();`;
