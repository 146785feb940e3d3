import { isIP } from 'node:net';
import type { RequestContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { ownOrigin, protectsCookies } from '../origin.ts';
import { requireProtectedOrigin } from '../require-protected-origin.ts';

/** Where a passkey is made and used. */
export interface PasskeySite {
  /** The page, as its browser must have signed it. */
  origin: string;
  /** The host name that passkeys belong to. */
  rpId: string;
}

type Request = Pick<RequestContext, 'origin' | 'services'>;

/** The site of a request; null where browsers have no passkeys: unprotected, or under a number in the place of a name. */
export function passkeySiteOf({ origin: request, services: { publicUrl } }: Request): PasskeySite | null {
  const own = ownOrigin(request, publicUrl);
  const configured = publicUrl === null ? null : new URL(publicUrl).origin;
  // What the browser calls the page counts only where it is one of ours.
  const isOurs = request.origin !== null && (request.origin === own || request.origin === configured);
  const origin = isOurs ? request.origin : own;
  if (origin === null || !protectsCookies(origin)) return null;
  const { hostname } = new URL(origin);
  return isIP(hostname.replace(/^\[|\]$/g, '')) ? null : { origin, rpId: hostname };
}

/** @throws AppError `insecure-origin` where browsers have no passkeys */
export function requirePasskeySite(ctx: RequestContext): PasskeySite {
  requireProtectedOrigin(ctx);
  const site = passkeySiteOf(ctx);
  if (site) return site;
  throw new AppError('insecure-origin', {
    zh: '通行密钥不能用于 IP 地址，请通过域名或 http://localhost 打开。',
    en: 'Passkeys do not work under an IP address; open the product by its name, or as http://localhost.',
  });
}
