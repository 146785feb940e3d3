import net from 'node:net';

/** What the product may connect to is the public internet: everything with another purpose is refused. */
const NOT_PUBLIC_V4 = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carriers; holds a metadata service of a cloud as well
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link local; metadata services
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
] as const;

/** Parts of the one public block of version 6 (2000::/3) that lead elsewhere. */
const NOT_PUBLIC_V6 = [
  ['2001::', 23], // Teredo and other protocols
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: holds any address of version 4
  ['3fff::', 20], // documentation
  ['2620:4f:8000::', 48],
] as const;

const refused = new net.BlockList();
for (const [address, prefix] of NOT_PUBLIC_V4) refused.addSubnet(address, prefix, 'ipv4');
for (const [address, prefix] of NOT_PUBLIC_V6) refused.addSubnet(address, prefix, 'ipv6');
const publicV6 = new net.BlockList();
publicV6.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an address, as a resolver or `new URL` writes it, lies in the public internet. Anything that is no address is
 * not. Addresses of version 4 inside version 6 (::ffff:…, 64:ff9b::…, 2002:…) are not, whatever they hold.
 */
export function isPublicAddress(address: string): boolean {
  if (net.isIPv4(address)) return !refused.check(address, 'ipv4');
  // A zone (%eth0) belongs to local addresses only.
  if (!net.isIPv6(address) || address.includes('%')) return false;
  return publicV6.check(address, 'ipv6') && !refused.check(address, 'ipv6');
}
