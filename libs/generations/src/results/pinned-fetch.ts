import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { request } from 'node:https';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { createPublicAddressTest } from './public-address.ts';
import type { PublicAddressTest } from './public-address.ts';
import { ResultError } from './result-error.ts';

/** A GET that follows nothing; the caller looks at redirects itself. */
export type PlainGet = (url: URL, options: { readonly signal: AbortSignal }) => Promise<Response>;

/** Asks for every address of a name. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

const systemResolve: Resolve = (name) =>
  new Promise((resolve, reject) => {
    lookup(name, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

/**
 * A GET over https that reaches public addresses only. The name is resolved once, every address is checked, and the
 * connection goes to a checked one: a name that answers differently the second time gains nothing.
 */
export function createPinnedGet(
  options: { readonly resolve?: Resolve; readonly isPublic?: PublicAddressTest } = {},
): PlainGet {
  const { resolve = systemResolve, isPublic = createPublicAddressTest() } = options;

  async function checked(host: string): Promise<readonly LookupAddress[]> {
    const literal = host.replace(/^\[|\]$/g, '');
    const family = isIP(literal);
    const addresses = family ? [{ address: literal, family }] : await resolve(host);
    const allPublic = addresses.length > 0 && addresses.every(({ address }) => isPublic(address));
    if (allPublic) return addresses;
    throw new ResultError('result_refused', `The result lies at ${host}, which is not a public address.`, {
      final: true,
    });
  }

  return async (url, { signal }) => {
    const addresses = await checked(url.hostname);
    const pinned: LookupFunction = (_name, wanted, done) => {
      const [first] = addresses;
      if (wanted.all) done(null, [...addresses]);
      else if (first) done(null, first.address, first.family);
    };
    return new Promise((accept, reject) => {
      const asked = request(url, { signal, lookup: pinned, agent: false }, (answer) => {
        const headers = new Headers();
        for (const name of ['location', 'content-length', 'content-type']) {
          const value = answer.headers[name];
          if (typeof value === 'string') headers.set(name, value);
        }
        const status = answer.statusCode ?? 502;
        const bodyless = [101, 204, 205, 304].includes(status);
        accept(new Response(bodyless ? null : Readable.toWeb(answer), { status, headers }));
      });
      asked.on('error', reject);
      asked.end();
    });
  };
}
