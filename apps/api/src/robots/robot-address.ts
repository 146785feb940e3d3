import type { RobotKind } from './model.ts';
import { VENDORS } from './vendors.ts';

/** What is wrong with the address of a robot. */
export type AddressProblem = 'not-an-address' | 'not-https' | 'other-host' | 'other-path' | 'no-token';

const TOKEN = /^[\w-]{8,200}$/;

/** An address as a vendor gives it, reduced to what names the robot; or what is wrong with it. */
export function readRobotAddress(kind: RobotKind, text: string): { url: string } | { problem: AddressProblem } {
  if (!URL.canParse(text)) return { problem: 'not-an-address' };
  const given = new URL(text);
  const vendor = VENDORS[kind];
  if (given.protocol !== 'https:' || given.port !== '' || given.username !== '' || given.password !== '')
    return { problem: 'not-https' };
  if (!vendor.host.includes(given.hostname)) return { problem: 'other-host' };
  if (!vendor.path.test(given.pathname)) return { problem: 'other-path' };
  const url = new URL(given.pathname, given.origin);
  if (vendor.token !== null) {
    const token = given.searchParams.get(vendor.token) ?? '';
    if (!TOKEN.test(token)) return { problem: 'no-token' };
    url.searchParams.set(vendor.token, token);
  }
  return { url: url.href };
}

/** An address as it may be shown: the host, and the last four characters of the secret part. */
export function maskRobotAddress(url: string): string {
  return `${new URL(url).hostname}/…${url.slice(-4)}`;
}
