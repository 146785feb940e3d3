import type { Context, MiddlewareHandler } from 'hono';

/** Everything the pages need comes from this server; styles that antd injects carry the nonce of the page. */
function contentPolicy(nonce: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce === null ? '' : ` 'nonce-${nonce}'`}`,
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer. Pages replace the policy by one with their nonce. */
export function securityHeaders(publicUrl: string | null): MiddlewareHandler {
  const isHttps = publicUrl?.startsWith('https:') ?? false;
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'same-origin');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    headers.set('x-frame-options', 'DENY');
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', contentPolicy(null));
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
    if (isHttps) headers.set('strict-transport-security', 'max-age=31536000');
  };
}

/** Sets the policy of a page whose styles carry this nonce. */
export function setPagePolicy(c: Context, nonce: string): void {
  c.header('content-security-policy', contentPolicy(nonce));
}
