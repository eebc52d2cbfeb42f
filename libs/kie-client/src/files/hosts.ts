import { parseUrl } from '../url.ts';
import { KieError } from '../errors/kie-error.ts';
import { invalidArgument } from '../errors/invalid-argument.ts';
import type { Settings } from '../options.ts';

/** Domains whose hosts serve KIE's results and uploads, subdomains included (recorded April to September 2026). */
export const KIE_FILE_DOMAINS: readonly string[] = ['kie.ai', 'aiquickdraw.com', 'redpandaai.co'];

/**
 * Checks where a download goes. A URL out of an answer is not trusted: it could name a machine in your own network.
 * The hosts of `baseUrl` and `uploadBaseUrl` are allowed as configured, so that emulators and proxies work.
 */
export function checkedFileUrl(settings: Settings, value: string | URL): URL {
  const url = parseUrl(value);
  if (!url) throw invalidArgument('download needs an absolute URL.');
  const plain = url.username === '' && url.password === '';
  if (plain && [settings.baseUrl, settings.uploadBaseUrl].some((base) => base.origin === url.origin))
    return url;
  if (plain && url.protocol === 'https:' && url.port === '' && isFileHost(settings, url.hostname)) return url;
  throw new KieError(
    `download does not fetch from '${url.protocol}//${url.host}': only https, and only KIE's file hosts. Add the host to downloadHosts if you trust it.`,
    { code: 'host_refused', category: 'validation', retryable: false },
  );
}

function isFileHost(settings: Settings, host: string): boolean {
  if (settings.downloadHosts.includes(host)) return true;
  return KIE_FILE_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
