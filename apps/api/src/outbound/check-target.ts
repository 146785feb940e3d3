import net from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Why a request does not go out, or what became of it. */
export type OutboundFault =
  | 'bad-address'
  | 'host-not-allowed'
  | 'private-address'
  | 'redirect'
  | 'too-large'
  | 'timeout'
  | 'network';

/** A request that did not get an answer that may be read. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';
  readonly fault: OutboundFault;

  constructor(fault: OutboundFault, detail: string) {
    super(`${fault}: ${detail}`);
    this.fault = fault;
  }
}

/** What may be reached. The product itself uses `PUBLIC_INTERNET`, narrowed to hosts where they are known. */
export interface OutboundRules {
  readonly scheme: 'https:' | 'http:';
  readonly ports: readonly number[];
  /** The only hosts; null allows every public one. */
  readonly hosts: readonly string[] | null;
  readonly isAllowedAddress: (address: string) => boolean;
}

/** Public hosts over https on its own port. */
export const PUBLIC_INTERNET: OutboundRules = {
  scheme: 'https:',
  ports: [443],
  hosts: null,
  isAllowedAddress: isPublicAddress,
};

/**
 * Checks where a request would go, before any name is resolved. `new URL` has already written every spelling of an
 * address of version 4 (0x7f.1, 017700000001, 2130706433, fullwidth digits) in the usual one.
 * @throws OutboundError `bad-address`, `host-not-allowed`, `private-address`
 */
export function checkTarget(target: string | URL, rules: OutboundRules): URL {
  if (!URL.canParse(String(target))) throw new OutboundError('bad-address', 'not an address');
  const url = new URL(String(target));
  if (url.protocol !== rules.scheme) throw new OutboundError('bad-address', `only ${rules.scheme} is allowed`);
  if (url.username !== '' || url.password !== '') throw new OutboundError('bad-address', 'it names a user');
  if (!rules.ports.includes(portOf(url))) throw new OutboundError('bad-address', 'its port is not allowed');
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (host === '') throw new OutboundError('bad-address', 'it names no host');
  if (rules.hosts !== null && !rules.hosts.includes(host))
    throw new OutboundError('host-not-allowed', 'its host is not allowed');
  if (net.isIP(host) !== 0 && !rules.isAllowedAddress(host))
    throw new OutboundError('private-address', 'it does not lie in the public internet');
  return url;
}

/** The port of an address, also where it is not written. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}
