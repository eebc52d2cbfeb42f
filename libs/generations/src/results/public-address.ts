import { BlockList, isIP } from 'node:net';

// IANA special-purpose address registries (RFC 6890 and its updates), plus the ways to write an IPv4 address in IPv6.
const special: readonly (readonly [net: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 96],
  ['64:ff9b::', 32],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
];

/** Whether an address literal is one of the public internet. Names and nonsense are not. */
export type PublicAddressTest = (address: string) => boolean;

/** Makes the test; its list is built once. Addresses such as `::ffff:10.0.0.1` count as the IPv4 address in them. */
export function createPublicAddressTest(): PublicAddressTest {
  const list = new BlockList();
  for (const [net, prefix] of special) list.addSubnet(net, prefix, isIP(net) === 6 ? 'ipv6' : 'ipv4');
  return (address) => {
    const version = isIP(address);
    return version !== 0 && !list.check(address, version === 6 ? 'ipv6' : 'ipv4');
  };
}
