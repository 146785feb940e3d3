import type { Context } from 'hono';
import type { RequestOrigin } from '../auth/origin.ts';

/** What the browser said about where a request comes from. */
export function originOf(c: Context): RequestOrigin {
  return {
    method: c.req.method,
    host: c.req.header('host') ?? null,
    origin: c.req.header('origin') ?? null,
    secFetchSite: c.req.header('sec-fetch-site') ?? null,
    hasCookie: c.req.header('cookie') !== undefined,
  };
}
