import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { readFeed } from '../features/calendar-feed/read-feed.ts';
import type { Services } from '../services.ts';
import { toAppError } from '../trpc/map-errors.ts';

export const CALENDAR_PATH = '/api/calendar';

/**
 * Calendars for programs that know nothing but an address. The secret is in the path, because they send no header of
 * ours; it is good for this path alone, and neither it nor the path is logged.
 */
export function addCalendarFeed(app: Hono, services: Services, addressOf: (request: Request) => string): void {
  app.get(`${CALENDAR_PATH}/:place/:file`, async (c) => {
    try {
      return calendarAnswer(c, await readFeed({ services, address: addressOf(c.req.raw) }, inputOf(c)));
    } catch (error) {
      return refusal(error, services);
    }
  });
}

function inputOf(c: Context): unknown {
  const place = c.req.param('place') ?? '';
  return {
    token: (c.req.param('file') ?? '').replace(/\.ics$/, ''),
    organisationId: place === 'mine' ? null : place,
    alarms: c.req.query('alarms') === '1',
    kind: c.req.query('kind') === 'todo' ? 'todo' : 'event',
  };
}

function calendarAnswer(c: Context, body: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = { etag, 'cache-control': 'private, no-cache', 'referrer-policy': 'no-referrer' };
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="zhengqi.ics"',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** The same for everything that is wrong with an address: a program can do nothing with reasons. */
function refusal(error: unknown, services: Services): Response {
  const { code, retryAfterSeconds } = toAppError(error);
  const headers = { 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' };
  if (code === 'too-many-attempts') {
    return new Response('Too many requests', {
      status: 429,
      headers: { ...headers, 'retry-after': String(retryAfterSeconds ?? 60) },
    });
  }
  if (code === 'not-found' || code === 'invalid-input') return new Response('Not found', { status: 404, headers });
  services.logger.error({ err: error }, 'a calendar could not be written');
  return new Response('Error', { status: 500, headers });
}
