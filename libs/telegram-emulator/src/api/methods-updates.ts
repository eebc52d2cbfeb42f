import type { Core } from '../core.ts';
import { badRequest, tooManyRequests } from '../errors.ts';
import type { WebhookSettings } from '../state.ts';
import { readAllowedUpdates } from '../updates/allowed.ts';
import { isLoopbackHost } from '../updates/webhook.ts';
import type { MethodTable } from './method.ts';
import { Described } from './method.ts';
import type { Params } from './params.ts';

const PORTS = new Set(['', '80', '88', '443', '8443']);
const lastSet = new WeakMap<Core, number>();

function applyAllowedUpdates(core: Core, params: Params): void {
  if (!params.has('allowed_updates')) return;
  const next = readAllowedUpdates(params.values.get('allowed_updates'));
  if (next === 'keep') return;
  core.state.allowedUpdates = next;
  core.touch();
}

/** Client.cpp 16008-16104. Plain http is for bots on this machine only, as with the real server's local mode. */
function checkUrl(address: string): void {
  let url: URL;
  try {
    url = new URL(address.includes('://') ? address : `https://${address}`);
  } catch {
    throw badRequest('invalid webhook URL specified');
  }
  if (isLoopbackHost(url.hostname)) return;
  if (url.protocol !== 'https:') {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  if (!PORTS.has(url.port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
  if (/^(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|0)\./.test(url.hostname)) {
    throw badRequest(`bad webhook: IP address ${url.hostname} is reserved`);
  }
}

function checkSecret(secret: string): void {
  if (secret.length > 256) throw badRequest('secret token is too long');
  if (!/^[\w-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters');
}

async function setWebhook(core: Core, params: Params): Promise<unknown> {
  const { state } = core;
  const address = params.text('url');
  const drop = params.boolean('drop_pending_updates');
  if (address === '') return deleteWebhook(core, params);
  const now = core.clock.now();
  if (now < (lastSet.get(core) ?? Number.NEGATIVE_INFINITY) + 1_000) throw tooManyRequests(1);
  lastSet.set(core, now);
  const secret = params.text('secret_token');
  checkSecret(secret);
  checkUrl(address);
  const next: WebhookSettings = {
    url: address.includes('://') ? address : `https://${address}`,
    secret,
    maxConnections: Math.min(100, Math.max(1, params.integer('max_connections', 40))),
  };
  const current = state.webhook;
  const same =
    current?.url === next.url &&
    current.secret === next.secret &&
    current.maxConnections === next.maxConnections &&
    !drop;
  applyAllowedUpdates(core, params);
  if (same) return new Described(true, 'Webhook is already set');
  await core.poller.endBySetWebhook();
  if (drop) core.queue.clear();
  state.webhook = next;
  core.touch();
  core.webhook.restart();
  return new Described(true, 'Webhook was set');
}

function deleteWebhook(core: Core, params: Params): unknown {
  const { state } = core;
  if (state.webhook === undefined && !params.boolean('drop_pending_updates')) {
    return new Described(true, 'Webhook is already deleted');
  }
  const description = state.webhook === undefined ? 'Webhook is already deleted' : 'Webhook was deleted';
  if (params.boolean('drop_pending_updates')) core.queue.clear();
  state.webhook = undefined;
  core.touch();
  core.webhook.restart();
  return new Described(true, description);
}

/** How updates reach the bot. */
export const updateMethods: MethodTable = {
  async getupdates(core, params, { signal }) {
    if (core.state.webhook !== undefined) {
      return core.poller.conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        signal,
      );
    }
    applyAllowedUpdates(core, params);
    return core.poller.poll({
      offset: params.integer('offset'),
      limit: params.integer('limit', 100),
      timeout: params.integer('timeout'),
      signal,
    });
  },
  setwebhook: setWebhook,
  deletewebhook: deleteWebhook,
  getwebhookinfo(core) {
    const { webhook, allowedUpdates } = core.state;
    return {
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: core.queue.size(),
      ...(webhook === undefined ? {} : { max_connections: webhook.maxConnections }),
      ...(webhook?.lastErrorDate === undefined ? {} : { last_error_date: webhook.lastErrorDate }),
      ...(webhook?.lastErrorMessage === undefined ? {} : { last_error_message: webhook.lastErrorMessage }),
      ...(allowedUpdates === undefined ? {} : { allowed_updates: allowedUpdates }),
    };
  },
};
