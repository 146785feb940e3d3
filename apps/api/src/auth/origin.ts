import type { Bilingual } from '@zhengqi/obligations';

/** What the browser said about where a request comes from and goes to. */
export interface RequestOrigin {
  method: string;
  host: string | null;
  origin: string | null;
  secFetchSite: string | null;
  hasCookie: boolean;
}

/** Why sign-in is refused on a connection that does not protect it. */
export const INSECURE_ORIGIN: Bilingual = {
  zh: '当前连接未加密，浏览器不会保存登录状态。请通过 https 访问，或在运行本程序的电脑上用 http://localhost 打开。',
  en: 'This connection is not protected, so the browser will not keep a sign-in. Open the product over https, or as http://localhost on the machine it runs on.',
};

/**
 * Address under which the browser sees the product. Behind a proxy it is the configured one; the program itself speaks
 * plain http.
 */
export function ownOrigin(request: RequestOrigin, publicUrl: string | null): string | null {
  if (request.host === null) return null;
  const configured = publicUrl === null ? null : new URL(publicUrl);
  return configured?.host === request.host ? configured.origin : `http://${request.host}`;
}

/** Whether a browser keeps a `Secure` cookie from this address: https, or this very machine. */
export function protectsCookies(origin: string | null): boolean {
  if (origin === null || !URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  const isThisMachine = hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]';
  return protocol === 'https:' || isThisMachine || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/**
 * Whether a request that may change something was made by our own pages. A browser names the page in `Origin`; one with
 * our cookie and without that name must at least say "same origin". A program without cookie has nothing to abuse.
 */
export function isFromOwnPage(request: RequestOrigin, publicUrl: string | null): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  if (request.origin !== null) {
    // A proxy may have put its own name for us into Host; the configured address is ours in any case.
    const configured = publicUrl === null ? null : new URL(publicUrl).origin;
    return request.origin === ownOrigin(request, publicUrl) || request.origin === configured;
  }
  return !request.hasCookie || request.secFetchSite === 'same-origin';
}
