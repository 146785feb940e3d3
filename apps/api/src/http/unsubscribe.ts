import type { Hono } from 'hono';
import { unsubscribe } from '../features/notifications/unsubscribe.ts';
import type { Services } from '../services.ts';

/** Address in the head of a mail, for the reader's mail program. */
export const UNSUBSCRIBE_PATH = '/api/unsubscribe';

/**
 * The address that a mail program posts to when its user presses "unsubscribe" (RFC 8058). It comes from anywhere, with
 * no cookie and no Origin: the token in it is the whole right, and it opens nothing else. A person who opens it gets the
 * page that asks first, because programs that look at links before people do must not press the button.
 */
export function addUnsubscribe(app: Hono, services: Services): void {
  app.get(UNSUBSCRIBE_PATH, (c) => c.redirect(`/unsubscribe#${encodeURIComponent(c.req.query('token') ?? '')}`, 303));
  app.post(UNSUBSCRIBE_PATH, async (c) => {
    await unsubscribe(services, { token: c.req.query('token') ?? '' });
    return c.text('OK');
  });
}
